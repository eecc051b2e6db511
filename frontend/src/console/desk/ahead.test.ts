// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { Ahead, late } from './ahead.svelte'

const answered = () => Promise.resolve()

it('what was sent leads until the feed has caught up, and somebody else’s value leads again', async () => {
  const ahead = new Ahead<string[]>()
  ahead.hear(['a'])
  expect(ahead.over(['a'])).toEqual(['a'])
  await ahead.send(['a', 'b'], answered)
  await ahead.send(['a', 'b', 'c'], answered)
  ahead.hear(['a', 'b'])
  expect(ahead.over(['a', 'b'])).toEqual(['a', 'b', 'c'])
  ahead.hear(['z'])
  expect(ahead.over(['z'])).toEqual(['z'])
})

it('what stood before, told once more, is no news', async () => {
  const ahead = new Ahead<string[]>()
  ahead.hear(['a'])
  await ahead.send(['b'], answered)
  ahead.hear(['a'])
  expect(ahead.over(['a'])).toEqual(['b'])
})

it('what was refused does not lead', async () => {
  const ahead = new Ahead<string[]>()
  await expect(ahead.send(['b'], () => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  expect(ahead.over(['a'])).toEqual(['a'])
})

it('what was changed back before the feed told it does not lead for ever', async () => {
  vi.useFakeTimers()
  const ahead = new Ahead<string[]>()
  ahead.hear(['a'])
  await ahead.send(['b'], answered)
  expect(ahead.over(['a'])).toEqual(['b'])
  vi.advanceTimersByTime(late)
  expect(ahead.over(['a'])).toEqual(['a'])
  vi.useRealTimers()
})
