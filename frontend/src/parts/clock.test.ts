import { expect, test } from 'vitest'
import { clock } from './clock'

test('a timer is read like a clock', () => {
  expect([0, 9, 60, 272, 3600, 3900].map(clock)).toEqual(['0:00', '0:09', '1:00', '4:32', '1:00:00', '1:05:00'])
})
