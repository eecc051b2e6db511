// @vitest-environment happy-dom
import { render, screen } from '@testing-library/svelte'
import { createRawSnippet } from 'svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import { language } from '../text/language.svelte'
import Later from './Later.svelte'
import { Screen } from './later'

beforeEach(() => language.choose('cs'))

const shown = createRawSnippet<[string]>((name) => ({ render: () => `<h1>${name()}</h1>` }))

test('a screen that cannot be fetched says so, and comes when it is tried again', async () => {
  const load = vi
    .fn<() => Promise<{ default: string }>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValue({ default: 'Hlasování' })
  render(Later<string>, { screen: new Screen(load), children: shown })

  const again = await screen.findByRole('button', { name: 'Zkusit znovu' })
  expect(screen.getByRole('status').textContent).toContain('zůstalo v tomto zařízení')
  again.click()

  expect(await screen.findByRole('heading', { name: 'Hlasování' })).toBeTruthy()
})

test('a screen that could not be fetched comes by itself when the line is back', async () => {
  const load = vi
    .fn<() => Promise<{ default: string }>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValue({ default: 'Hlasování' })
  render(Later<string>, { screen: new Screen(load), children: shown })
  await screen.findByRole('button', { name: 'Zkusit znovu' })

  window.dispatchEvent(new Event('online'))

  expect(await screen.findByRole('heading', { name: 'Hlasování' })).toBeTruthy()
})

test('a screen fetched in advance is there at once and is fetched once only', async () => {
  const load = vi.fn(async () => ({ default: 'Rybí kost' }))
  const fishbone = new Screen(load)
  await fishbone.fetch()

  render(Later<string>, { screen: fishbone, children: shown })

  expect(screen.getByRole('heading', { name: 'Rybí kost' })).toBeTruthy()
  expect(load).toHaveBeenCalledTimes(1)
})
