import { expect, test } from 'vitest'
import { presentIn } from './present'

test.each([
  [{ attendance: { printed: '14 (+1 ORK)', participants: 20 } }, 14],
  [{ attendance: { participants: 20 } }, 20],
  [{ attendance: { printed: 'podle prezenční listiny' } }, undefined],
  [{}, undefined],
  [undefined, undefined],
])('who is present is counted as the minutes count it: %j', (head, people) => {
  expect(presentIn(head)).toBe(people)
})
