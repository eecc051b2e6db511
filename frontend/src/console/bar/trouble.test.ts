// @vitest-environment happy-dom
import { render, screen } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { language } from '../../text/language.svelte'
import Trouble from './Trouble.svelte'

const full = { code: 'disk-full', title: 'Disk je plný', detail: 'Uvolněte místo.' }
const answers = { health: () => Response.json(full, { status: 503 }) }

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', () => Promise.resolve(answers.health()))
  language.choose('cs')
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const said = () => screen.queryByRole('alert')?.textContent

test('a full disk is told for as long as it lasts', async () => {
  answers.health = () => Response.json(full, { status: 503 })
  render(Trouble)
  await vi.advanceTimersByTimeAsync(0)
  expect(said()).toContain('Disk je plný. Uvolněte místo.')
  answers.health = () => Response.json({})
  await vi.advanceTimersByTimeAsync(20_000)
  expect(said()).toBeUndefined()
})

test('a server that is only busy is nothing to trouble anybody with', async () => {
  answers.health = () => Response.json({ code: 'busy' }, { status: 503 })
  render(Trouble)
  await vi.advanceTimersByTimeAsync(0)
  expect(said()).toBeUndefined()
})

test('a backup that could not be made is told without an alarm', async () => {
  const warning = { code: 'copy-missing', title: 'Dnešní záloha se neudělala', detail: 'Na jednání to nic nemění.' }
  answers.health = () => Response.json({ status: 'ok', warning })
  render(Trouble)
  await vi.advanceTimersByTimeAsync(0)
  expect(said()).toBeUndefined()
  expect(screen.getByRole('status').textContent).toContain('Dnešní záloha se neudělala. Na jednání to nic nemění.')
})
