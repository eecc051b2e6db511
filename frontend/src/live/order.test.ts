import { expect, test } from 'vitest'
import { inOrder, inReadingOrder } from './order'

const idea = (id: string, position: number, rest = {}) => ({ id, position, step: 's', text: id, ...rest })
const topic = (id: string, position: number, rest = {}) => ({ id, position, step: 's', heading: id, ...rest })
const ids = (rows: { id: string }[]) => rows.map((row) => row.id).join(' ')

test('siblings at the same position stand by id', () => {
  expect(ids(inOrder([idea('c', 2), idea('b', 1), idea('a', 2)]))).toBe('b a c')
})

test('ideas are read topic by topic, an idea before those under it, those of no topic last', () => {
  const topics = [topic('t2', 2), topic('t1', 1), topic('t1a', 1, { parent: 't1' })]
  const ideas = [
    idea('loose', 1),
    idea('in-t2', 1, { topic: 't2' }),
    idea('in-t1a', 1, { topic: 't1a' }),
    idea('in-t1', 1, { topic: 't1' }),
    idea('under', 1, { topic: 't1', parent: 'in-t1' }),
  ]
  expect(ids(inReadingOrder(topics, ideas))).toBe('in-t1 under in-t1a in-t2 loose')
})
