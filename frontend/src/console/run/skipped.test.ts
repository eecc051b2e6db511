import { expect, test } from 'vitest'
import { skipped } from './skipped'

const step = (id: string, state: string, origin = '') => ({ id, state, origin })
const steps = [
  step('a', 'closed'),
  step('b', 'waiting'),
  step('c', 'open'),
  step('d', 'waiting'),
  step('e', 'waiting', 'late'),
]
const told = (state: string, current_step: string) => skipped(steps, { state, current_step }).map(({ id }) => id)

test('a step that waits behind the room is skipped, one ahead of it waits', () => {
  expect(told('open', 'c')).toEqual(['b'])
  expect(told('open', '')).toEqual([])
})

test('after the end every step nobody came to is skipped, but not what is sent in later', () => {
  expect(told('ended', 'c')).toEqual(['b', 'd'])
})
