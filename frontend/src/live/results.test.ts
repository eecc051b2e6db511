import { expect, it } from 'vitest'
import type { Idea, Round, Topic } from '../api/types'
import { isFirst, resultGroups } from './results'
import { outcomeOf } from './sections'

const topics = ['a', 'b'].map((id, position): Topic => ({ id, step: 's', position, heading: id }))
const ideas = ['a1', 'a2', 'b1', 'b2'].map((id, position): Idea => ({
  id,
  step: 's',
  position,
  text: id,
  topic: id[0]!,
}))
const outcome = outcomeOf({
  id: 'r',
  step: 's',
  position: 0,
  state: 'closed',
  label: '',
  entry: '',
  dots: 3,
  per_idea: 1,
  standing: [
    { idea: 'a1', points: 0, rank: 4 },
    { idea: 'a2', points: 2, rank: 2 },
    { idea: 'b1', points: 1, rank: 3 },
    { idea: 'b2', points: 5, rank: 1 },
  ],
} satisfies Round)
const read = (layout: string, collected = false) =>
  resultGroups(layout, topics, ideas, outcome, collected).map(({ topic, ideas }) =>
    [topic?.id ?? '', ...ideas.map(({ idea }) => idea.id)].join(' '),
  )

it('a result is read from the winner down, in its fields where the step has them', () => {
  expect(read('')).toEqual([' b2 a2 b1 a1'])
  expect(read('quadrants')).toEqual(['a a2 a1', 'b b2 b1'])
})

it('a result in the order collected stands under its topics', () => {
  expect(read('', true)).toEqual(['a a1 a2', 'b b1 b2'])
})

it('nobody wins with nothing', () => {
  expect(isFirst({ points: 0, from: 1, to: 4 })).toBe(false)
  expect(isFirst({ points: 5, from: 1, to: 2 })).toBe(true)
})
