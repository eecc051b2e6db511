import { expect, it } from 'vitest'
import { readDue } from './due'

const today = '2026-11-24'

it.each([
  ['15. 1.', '2027-01-15'],
  ['15.1.', '2027-01-15'],
  ['24. 11.', '2026-11-24'],
  ['23. 11.', '2027-11-23'],
  ['15. 1. 2027', '2027-01-15'],
  ['2027-01-15', '2027-01-15'],
  ['15. ledna', '2027-01-15'],
  ['1. září 2027', '2027-09-01'],
  ['15 January 2027', '2027-01-15'],
  ['29. 2.', '2028-02-29'],
])('the day %s is %s', (typed, due_date) => {
  expect(readDue(typed, today)).toEqual({ due: '', due_date })
})

it.each(['do příštího jednání', 'leden 2027', 'průběžně', '15', '1. čtvrtletí', ''])('%s stays words', (typed) => {
  expect(readDue(typed, today)).toEqual({ due: typed, due_date: '' })
})

it.each(['31. 2.', '15. 13. 2027', '2027-02-30', '0. 1.', '31. dubna'])('there is no day %s', (typed) => {
  expect(readDue(typed, today)).toBeUndefined()
})
