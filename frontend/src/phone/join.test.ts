// @vitest-environment happy-dom
import { render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import { connect } from '../api/client'
import { language } from '../text/language.svelte'
import Join from './Join.svelte'
import { Seat, tidyCode } from './seat.svelte'

const answers = {
  welcome: () => json(200, { workshop: 'w', seat: 's' }),
  unknown: () =>
    json(404, { code: 'code-unknown', detail: 'Tenhle kód neznáme. Zkontrolujte ho prosím na plátně.' }),
  away: (): Response => {
    throw new TypeError('Failed to fetch')
  },
}
const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

let asked: unknown[]

function open(server: () => Response, scanned = '') {
  const send = async (request: Request) => {
    asked.push(await request.json())
    return server()
  }
  const seat = new Seat(connect('participant', send as typeof fetch))
  render(Join, { seat, scanned, done: () => {} })
  return seat
}

async function enter(code: string) {
  const field = screen.getByLabelText<HTMLInputElement>('Kód z plátna')
  field.value = code
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await tick()
  screen.getByRole('button', { name: 'Vstoupit' }).click()
}

beforeEach(() => {
  localStorage.clear()
  language.choose('cs')
  asked = []
})

test('a code is forgiven its spaces, hyphens and small letters', async () => {
  expect(tidyCode(' ksz-3 7\u00a09')).toBe('KSZ379')
  const seat = open(answers.welcome)
  await enter('ksz 379')
  await vi.waitFor(() => expect(seat.workshop).toBe('w'))
  expect(asked).toEqual([{ code: 'KSZ379' }])
})

test('a scanned code joins at once', async () => {
  const seat = open(answers.welcome, 'KSZ379')
  await vi.waitFor(() => expect(seat.workshop).toBe('w'))
})

test('the token of a QR code joins as it is', async () => {
  const token = 'abcdefghijklmnopqrstuvwx23'
  const seat = open(answers.welcome, token)
  await vi.waitFor(() => expect(seat.workshop).toBe('w'))
  expect(asked).toEqual([{ code: token }])
})

test('a wrong code: the server says what to do, the typed text stays', async () => {
  open(answers.unknown)
  await enter('bbb 234')
  await screen.findByText('Tenhle kód neznáme. Zkontrolujte ho prosím na plátně.')
  expect(screen.getByLabelText<HTMLInputElement>('Kód z plátna').value).toBe('bbb 234')
})

test('a code too short is not even asked about', async () => {
  open(answers.unknown)
  await enter('abc')
  await screen.findByText(/Kód má šest znaků, tady jsou 3 znaky/)
  expect(asked).toEqual([])
})

test('without a network the person is told, and the code stays', async () => {
  open(answers.away)
  await enter('KSZ379')
  await screen.findByText(/Server teď neodpovídá/)
  expect(screen.getByLabelText<HTMLInputElement>('Kód z plátna').value).toBe('KSZ379')
})

test('the device remembers which workshop it is in', async () => {
  open(answers.welcome, 'KSZ379')
  await vi.waitFor(() => expect(new Seat(connect('participant')).workshop).toBe('w'))
})
