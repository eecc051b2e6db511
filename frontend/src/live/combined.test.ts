import { expect, test } from 'vitest'
import type { Combination } from '../api/types'
import { combinedOutcome, standsFor, weightOf } from './combined'

const combination = {
  id: 'c',
  step: 's',
  label: '',
  revision: 1,
  position: 1,
  rounds: [
    { round: 'one', weight: 1 },
    { round: 'two', weight: 3 },
  ],
  standing: [
    { idea: 'a', share: 0.25, shares: [0.1, 0.3], rank: 2 },
    { idea: 'b', share: 0.25, shares: [0.4, 0.2], rank: 2 },
    { idea: 'c', share: 0.5, shares: [0.5, 0.5], rank: 1 },
    { idea: 'd', share: null, shares: [null, 0.1], rank: 0 },
  ],
} as Combination

test('a combination is shown as a result, with what each round gave beside it', () => {
  const outcome = combinedOutcome(
    combination,
    (share) => `${share * 100} %`,
    (nth, share) => `${nth + 1}: ${share}`,
  )
  const [a, c, d] = ['a', 'c', 'd'].map((id) => outcome.results.get(id)!)
  expect([a!.from, a!.to, a!.figure, a!.beside]).toEqual([2, 3, '25 %', '1: 10 % · 2: 30 %'])
  expect([c!.from, c!.to, outcome.most]).toEqual([1, 1, 0.5])
  expect([d!.points, d!.from, d!.beside, outcome.lacksSome]).toEqual([null, 0, '2: 10 %', true])
})

test('it stands for the result of any of its rounds, and a weight is told as a part', () => {
  const round = { id: 'two' } as Parameters<typeof standsFor>[1]
  expect(standsFor([combination], round)).toBe(combination)
  expect(standsFor([combination], { ...round!, id: 'three' })).toBeUndefined()
  expect(standsFor([combination], undefined)).toBeUndefined()
  expect([weightOf(combination, 0), weightOf(combination, 1)]).toEqual([0.25, 0.75])
})
