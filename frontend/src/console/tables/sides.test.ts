import { expect, test } from 'vitest'
import type { Division, Step } from '../../api/types'
import { partNames, sidesOf } from './sides'

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
