// @vitest-environment happy-dom
import { render, screen } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { language } from '../../text/language.svelte'
import NotRead from './NotRead.svelte'
import Trouble from './Trouble.svelte'
import { health } from './health.svelte'
import { Problem } from '../../api/problem'

const full = { code: 'disk-full', title: 'Disk je plný', detail: 'Uvolněte místo.' }
const answers = { health: () => Response.json(full, { status: 503 }) }

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', () => Promise.resolve(answers.health()))
  language.choose('cs')
  answers.health = () => Response.json({})
  await health.look()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const said = () => screen.queryAllByRole('alert')[0]?.textContent

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
  const warning = {
    code: 'copy-missing',
    title: 'Dnešní záloha se neudělala',
    detail: 'Na jednání to nic nemění.',
  }
  answers.health = () => Response.json({ status: 'ok', warning })
  render(Trouble)
  await vi.advanceTimersByTimeAsync(0)
  expect(said()).toBeUndefined()
  expect(screen.getByRole('status').textContent).toContain('Dnešní záloha se neudělala. Na jednání to nic nemění.')
})

test('a database that is away is told until it answers, and what could not be read is read then', async () => {
  const away = { code: 'database-away', title: 'Databáze teď neodpovídá', detail: 'Dílna se připojí sama.' }
  let read = 0
  answers.health = () => Response.json(away, { status: 503 })
  render(Trouble)
  render(NotRead, { problem: new Problem({ status: 503, ...away }), read: () => read++ })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(said()).toContain('Databáze teď neodpovídá. Dílna se připojí sama.')
  expect(read).toBe(0)
  answers.health = () => Response.json({})
  await vi.advanceTimersByTimeAsync(2_000)
  expect(said()).not.toContain('Databáze teď neodpovídá')
  expect(read).toBe(1)
})
