import { expect, test } from 'vitest'
import type { Frame } from '../api/types'
import { merge, nothing } from './picture'

const progress = { seats: 2, connected: 1 }
const idea = (id: string, text: string, position = 1) => ({ id, text, position, step: 's' })
const frame = (since: number, revision: number, rest: Partial<Frame> = {}): Frame => ({
  since,
  revision,
  progress,
  ...rest,
})

const started = merge(nothing, frame(0, 5, { ideas: [idea('a', 'one'), idea('b', 'two')] }))!

test('a change rewords, adds and drops rows and leaves the others alone', () => {
  const next = merge(started, frame(5, 7, { ideas: [idea('a', 'reworded'), idea('c', 'three')], gone: ['b'] }))!
  expect([...next.ideas.values()].map((i) => i.text)).toEqual(['reworded', 'three'])
  expect(next.revision).toBe(7)
})

test('a frame heard twice changes nothing', () => {
  expect(merge(started, frame(3, 5, { gone: ['a'] }))).toBe(started)
})

test('a frame with a hole before it is refused', () => {
  expect(merge(started, frame(6, 8))).toBeUndefined()
})

test('a whole picture replaces everything, also when its revision is lower', () => {
  const restored = merge(started, frame(0, 2, { ideas: [idea('z', 'from the backup')] }))!
  expect([...restored.ideas.keys()]).toEqual(['z'])
  expect(restored.revision).toBe(2)
})
