import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Pager, readingTime } from './pager.svelte'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pagesOf = (n: number, letters = 100) => Array.from({ length: n }, () => letters)
const time = readingTime(100)

it('turns the pages by itself, from the last to the first', () => {
  const pager = new Pager()
  pager.set(pagesOf(2))
  const seen = [0, 1, 2].map(() => {
    const page = pager.page
    vi.advanceTimersByTime(time)
    return page
  })
  expect(seen).toEqual([0, 1, 0])
})

it('gives a page the time it takes to read it', () => {
  const pager = new Pager()
  pager.set([420, 28])
  vi.advanceTimersByTime(33_000)
  expect(pager.page).toBe(0)
  vi.advanceTimersByTime(1_000)
  expect(pager.page).toBe(1)
  vi.advanceTimersByTime(8_000)
  expect(pager.page).toBe(0)
})

it('waits neither forever for a long page nor hastens over a short one', () => {
  expect([0, 10_000].map(readingTime)).toEqual([8_000, 45_000])
})

it('stands still when somebody stops it, and can be turned by hand', () => {
  const pager = new Pager()
  pager.set(pagesOf(3))
  pager.pause(true)
  pager.turn(-1)
  vi.advanceTimersByTime(60_000)
  expect(pager.page).toBe(2)
})

it('gives a page somebody just turned to its whole time', () => {
  const pager = new Pager()
  pager.set(pagesOf(3))
  vi.advanceTimersByTime(time - 1_000)
  pager.go(2)
  vi.advanceTimersByTime(time - 1_000)
  expect(pager.page).toBe(2)
})

it('turns fields beside each other together, as long as the longest has pages', () => {
  const pager = new Pager()
  pager.set(pagesOf(3), 'strengths')
  pager.set(pagesOf(1), 'threats')
  expect(pager.pages).toBe(3)
  pager.set([], 'strengths')
  expect(pager.pages).toBe(1)
})

it('never shows a page that is gone', () => {
  const pager = new Pager()
  pager.set(pagesOf(4))
  pager.go(3)
  pager.set(pagesOf(2))
  expect(pager.page).toBe(1)
})
