import { expect, test } from 'vitest'
import { evening, fieldOf, momentIn } from './moments'

test('a moment comes back from its field to the minute', () => {
  const at = new Date(2026, 4, 3, 9, 5).getTime()
  expect(fieldOf(at)).toBe('2026-05-03T09:05')
  expect(momentIn(fieldOf(at))).toBe(at)
  expect(momentIn('')).toBeNaN()
})

test('a week from now ends in the evening, also over the end of a month', () => {
  expect(fieldOf(evening(7, new Date(2026, 4, 28, 15, 0)))).toBe('2026-06-04T23:59')
})
