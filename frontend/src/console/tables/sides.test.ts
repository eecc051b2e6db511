import { expect, test } from 'vitest'
import type { Division, Round, Step } from '../../api/types'
import { partNames, roundsToOpen, sidesOf } from './sides'

const division = {
  parts: [
    { id: 'a', heading: 'Stůl 1' },
    { id: 'b', heading: 'Stůl 2' },
  ],
} as Division
const step = (id: string, heading: string, part?: string) => ({ id, heading, part }) as Step

test('the same step of each table stands together, steps of others nowhere', () => {
  const steps = [
    step('1', 'Problémy – Stůl 1', 'a'),
    step('2', 'Problémy – Stůl 2', 'b'),
    step('3', 'Společně'),
    step('4', 'Vize', 'b'),
    step('5', 'Jinde – Stůl 1', 'elsewhere'),
  ]
  expect(
    sidesOf(division, steps).map(({ heading, sides }) => [heading, ...sides.map(({ step }) => step.id)]),
  ).toEqual([
    ['Problémy', '1', '2'],
    ['Vize', '4'],
  ])
})

test('a typed list names each part once, guests last', () => {
  expect(partNames(' uživatelé\n\nuřad \nuživatelé', ' host ')).toEqual([
    { heading: 'uživatelé' },
    { heading: 'uřad' },
    { heading: 'host', guests: true },
  ])
})

test('one press opens what was prepared at each open table, else dots, and nothing where people vote or have voted', () => {
  const open = (id: string) => ({ id, state: 'open' }) as Step
  const rounds: Record<string, Round[]> = {
    prepared: [{ id: 'r', state: 'prepared' } as Round],
    unused: [{ id: 'u', state: 'closed', voters: 0 } as Round],
    voting: [{ id: 'v', state: 'open' } as Round],
    voted: [{ id: 'c', state: 'closed', voters: 3 } as Round],
  }
  const steps = ['prepared', 'unused', 'new', 'voting', 'voted', 'empty'].map(open)
  steps.push({ id: 'waits', state: 'waiting' } as Step)
  const ideas = (step: string) => (step === 'empty' ? 0 : 10)
  expect(roundsToOpen(steps, (step) => rounds[step] ?? [], ideas)).toEqual([
    { step: 'prepared', round: 'r', from: 'prepared' },
    { step: 'unused', round: 'u', from: 'closed' },
    { step: 'new', dots: 3 },
  ])
})
