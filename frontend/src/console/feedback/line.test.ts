import { expect, test } from 'vitest'
import { pointsOf } from './line'

test('means become a line from the left to the right, five at the top', () => {
  expect(pointsOf([1, 3, 5], 100, 40)).toBe('0,40 50,20 100,0')
  expect(pointsOf([5], 100, 40)).toBe('0,0')
  expect(pointsOf([], 100, 40)).toBe('')
})
