import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { announcer } from './announcer.svelte'

/** One announcer serves the whole page: each test begins long after the one before. */
let now = Date.now()
beforeEach(() => {
  vi.useFakeTimers()
  vi.setSystemTime((now += 600_000))
})
afterEach(() => vi.useRealTimers())

test('however much happens, a screen reader is given one sentence in five seconds, and the newest one', () => {
  announcer.say('začátek')
  vi.advanceTimersByTime(1)
  const heard: [number, string][] = []
  const start = Date.now()
  let before = announcer.text
  for (let tick = 0; tick < 20_000; tick++) {
    announcer.say(`podnět ${tick}`)
    vi.advanceTimersByTime(1)
    if (announcer.text !== before) heard.push([Date.now() - start, (before = announcer.text)])
  }

  const pauses = heard.slice(1).map(([at], i) => at - heard[i]![0])
  expect(heard.length).toBeGreaterThan(2)
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(5_000)
  vi.advanceTimersByTime(5_000)
  expect(announcer.text).toBe('podnět 19999')
})

test('the same words said twice are read twice', () => {
  announcer.say('Uloženo.')
  vi.advanceTimersByTime(5_000)
  const first = announcer.text
  announcer.say('Uloženo.')
  vi.advanceTimersByTime(5_000)
  expect(announcer.text).not.toBe(first)
  expect(announcer.text.trim()).toBe('Uloženo.')
})
