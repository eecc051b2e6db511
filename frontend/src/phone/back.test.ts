// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { sheets } from '../parts/sheets'
import { closedByBack } from './back'

afterEach(() => vi.restoreAllMocks())

/** The browser's history as far as Back goes: how deep one is. */
function browser() {
  let deep = 0
  const back = () => {
    deep--
    dispatchEvent(new PopStateEvent('popstate'))
  }
  vi.spyOn(history, 'pushState').mockImplementation(() => void deep++)
  vi.spyOn(history, 'back').mockImplementation(() => queueMicrotask(back)) // as browsers do, a moment later
  return { back, deep: () => deep }
}

test('Back closes what lies uppermost, and never more', async () => {
  const { back, deep } = browser()
  const closed: string[] = []
  closedByBack(() => closed.push('topic'))
  const sheet = closedByBack(() => closed.push('sheet'))
  back()
  sheet() // it is closed, and says so
  await Promise.resolve()
  expect([closed, deep()]).toEqual([['sheet'], 1])
  back()
  expect([closed, deep()]).toEqual([['sheet', 'topic'], 0])
})

test('what is closed otherwise leaves nothing for Back, also where something else opens at once', async () => {
  const { back, deep } = browser()
  const closed: string[] = []
  const menu = sheets.opened!(() => closed.push('menu'))
  menu()
  closedByBack(() => closed.push('look back'))
  await Promise.resolve()
  expect([closed, deep()]).toEqual([[], 1])
  back()
  expect([closed, deep()]).toEqual([['look back'], 0])
})
