import { expect, it } from 'vitest'
import type { Idea, Round } from '../api/types'
import { figuresOf, podiums } from './summary'

const steps = [
  { id: 's', heading: 'PROBLÉMY' },
  { id: 't', heading: 'VIZE' },
] as never
const ideas = ['a', 'b', 'c', 'd'].map((id, position): Idea => ({ id, step: 's', position, text: id }))
const round = (id: string, points: number[], ranks: number[]): Round => ({
  id,
  step: 's',
  position: 0,
  state: 'closed',
  label: '',
  entry: '',
  dots: 3,
  per_idea: 1,
  voters: 4,
  standing: ideas.map(({ id }, i) => ({ idea: id, points: points[i]!, rank: ranks[i]! })),
})
const live = (rounds: Round[]) => ({
  steps,
  progress: { seats: 4, connected: 4 },
  ideasOf: (step: string) => (step === 's' ? ideas : []),
  causesOf: () => [],
  roundsOf: (step: string) => (step === 's' ? rounds : []),
  votedOn: () => ideas,
})

it('the end tells the first three places of the last vote, ties as ties, and nobody without a dot', () => {
  const [vote, ...others] = podiums(
    live([round('1', [9, 0, 0, 0], [1, 2, 2, 2]), round('2', [1, 3, 0, 1], [2, 1, 4, 2])]),
  )
  expect(others).toEqual([])
  expect(vote!.places.map(({ id, from, to }) => `${id} ${from}–${to}`)).toEqual(['b 1–1', 'a 2–3', 'd 2–3'])
})

it('a vote nobody took part in is no result', () => {
  expect(podiums(live([{ ...round('1', [0, 0, 0, 0], [1, 1, 1, 1]), voters: 0 }]))).toEqual([])
})

it('the figures count people, ideas and the dots of all rounds', () => {
  const both = [round('1', [9, 0, 0, 0], [1, 2, 2, 2]), round('2', [1, 3, 0, 1], [2, 1, 4, 2])]
  expect(figuresOf(live(both))).toEqual({ people: 4, ideas: 4, causes: 0, dots: 14 })
})
