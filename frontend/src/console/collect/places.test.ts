import { expect, test } from 'vitest'
import type { Idea } from '../../api/types'
import { dropPlace, mergeable, newParents, topicRow } from './places'

const idea = (id: string, more: Partial<Idea> = {}): Idea => ({ id, step: 's', position: 0, text: id, ...more })
// a, under it b and c; d; in topic t: e
const ideas = [
  idea('a'),
  idea('b', { parent: 'a' }),
  idea('c', { parent: 'a' }),
  idea('d'),
  idea('e', { topic: 't' }),
]
const drop = (id: string, over: string, where: 'before' | 'under' | 'behind', byVotes = false) =>
  dropPlace(ideas, id, over, where, byVotes)

test('an idea is dropped before, behind and under another', () => {
  expect(drop('d', 'a', 'before')).toEqual({ topic: '', parent: '', index: 0 })
  expect(drop('b', 'd', 'behind')).toEqual({ topic: '', parent: '', index: 2 })
  expect(drop('b', 'c', 'behind')).toEqual({ topic: '', parent: 'a', index: 1 })
  expect(drop('d', 'e', 'under')).toEqual({ topic: 't', parent: 'e' })
  expect(drop('d', 'a', 'behind')).toEqual({ topic: '', parent: 'a', index: 0 })
})

test('an idea is dropped on a topic, but not where it is', () => {
  expect(drop('d', topicRow('t'), 'under')).toEqual({ topic: 't', parent: '' })
  expect(drop('e', topicRow(''), 'before')).toEqual({ topic: '', parent: '' })
  expect(drop('b', topicRow(''), 'before')).toEqual({ topic: '', parent: '' })
  expect(drop('e', topicRow('t'), 'under')).toBeUndefined()
})

test('an idea never goes under itself, nor between ideas sorted by votes', () => {
  expect(drop('a', 'c', 'under')).toBeUndefined()
  expect(drop('a', 'a', 'before')).toBeUndefined()
  expect(drop('d', 'a', 'before', true)).toBeUndefined()
  expect(newParents(ideas, 'a').map((one) => one.id)).toEqual(['d', 'e'])
  expect(newParents(ideas, 'b').map((one) => one.id)).toEqual(['c', 'd', 'e'])
  expect(mergeable(ideas, 'b').map((one) => one.id)).toEqual(['c', 'd', 'e'])
})
