import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Pager } from './pager.svelte'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('turns the pages by itself, from the last to the first', () => {
  const pager = new Pager()
  pager.set(2)
  const seen = [0, 1, 2].map(() => {
    const page = pager.page
    vi.advanceTimersByTime(12_000)
    return page
  })
  expect(seen).toEqual([0, 1, 0])
})

it('stands still when somebody stops it, and can be turned by hand', () => {
  const pager = new Pager()
  pager.set(3)
  pager.pause(true)
  pager.turn(-1)
  vi.advanceTimersByTime(60_000)
  expect(pager.page).toBe(2)
})

it('gives a page somebody just turned to its whole time', () => {
  const pager = new Pager()
  pager.set(3)
  vi.advanceTimersByTime(11_000)
  pager.go(2)
  vi.advanceTimersByTime(11_000)
  expect(pager.page).toBe(2)
})

it('turns fields beside each other together, as long as the longest has pages', () => {
  const pager = new Pager()
  pager.set(3, 'strengths')
  pager.set(1, 'threats')
  expect(pager.pages).toBe(3)
  pager.set(0, 'strengths')
  expect(pager.pages).toBe(1)
})

it('never shows a page that is gone', () => {
  const pager = new Pager()
  pager.set(4)
  pager.go(3)
  pager.set(2)
  expect(pager.page).toBe(1)
})
