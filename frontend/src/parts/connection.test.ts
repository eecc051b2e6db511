// @vitest-environment happy-dom
import { render, screen } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { language } from '../text/language.svelte'
import Connection from './Connection.svelte'
import { announcer } from './announcer.svelte'

beforeEach(() => {
  vi.useFakeTimers()
  language.choose('cs')
})
afterEach(() => void vi.useRealTimers())

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const lost = () => screen.queryByText(/Spojení se přerušilo/)
const back = () => screen.queryByText('Spojení je zpět.')

test('a break of two seconds is nobody’s business', async () => {
  const { rerender } = render(Connection, { connected: true })
  await rerender({ connected: false })
  await pass(2_000)
  await rerender({ connected: true })
  await pass(10_000)
  expect(lost() ?? back()).toBeNull()
})

test('a longer break is told in words, and so is its end', async () => {
  const { rerender } = render(Connection, { connected: true })
  await rerender({ connected: false })
  await pass(3_000)
  expect(lost()).not.toBeNull()
  await rerender({ connected: true })
  await pass(5_000)
  expect(back()).not.toBeNull()
  await pass(6_000)
  expect(back()).toBeNull()
})

test('a line that flickers is announced at most every five seconds', async () => {
  const said: number[] = []
  vi.spyOn(announcer, 'say').mockImplementation(() => void said.push(Date.now()))
  const { rerender } = render(Connection, { connected: true })
  for (let i = 0; i < 30; i++) {
    await rerender({ connected: i % 2 === 1 })
    await pass(3_500)
  }
  expect(said.length).toBeGreaterThan(1)
  said.slice(1).forEach((at, i) => expect(at - said[i]!).toBeGreaterThanOrEqual(5_000))
})
