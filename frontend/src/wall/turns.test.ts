import { expect, test } from 'vitest'
import type { Step } from '../api/types'
import { wallStep } from './turns'

const step = (id: string, opened: number, part?: string, state = 'open') => ({ id, opened, part, state }) as Step
const room = step('room', 5)
const one = step('one', 7, 'a')
const two = step('two', 8, 'b')

test('the wall shows the tables in turn once they are the newest, or the one that was chosen', () => {
  const steps = [room, one, two]
  expect([0, 1, 2].map((turn) => wallStep(steps, room, '', turn)?.id)).toEqual(['one', 'two', 'one'])
  expect(wallStep(steps, room, 'b', 0)?.id).toBe('two')
  expect(wallStep(steps, undefined, 'gone', 1)?.id).toBe('two')
})

test('the wall goes on with the room when its step opens after those of the tables', () => {
  const plenary = step('plenary', 9)
  expect(wallStep([room, one, two, plenary], plenary, 'b', 1)?.id).toBe('plenary')
  expect(wallStep([{ ...one, state: 'closed' }], { ...room, state: 'closed' }, '', 0)).toBeUndefined()
})
