import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { steadily } from './steadily'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function command(): Request {
  const headers = { 'Idempotency-Key': 'abcdefghabcdefgh' }
  return new Request('http://dilna.test/api/ideas', { method: 'POST', body: '{"text":"Senioři"}', headers })
}

it('sends a command again, whole and with its key, when the line was down', async () => {
  const seen: string[] = []
  const send = vi.fn(async (request: RequestInfo | URL) => {
    const sent = request as Request
    seen.push(`${sent.headers.get('Idempotency-Key')} ${await sent.text()}`)
    if (seen.length < 3) throw new TypeError('Failed to fetch')
    return new Response('{}', { status: 201 })
  })
  const answer = steadily(command(), send)
  await vi.runAllTimersAsync()
  expect((await answer).status).toBe(201)
  expect(seen).toEqual(Array(3).fill('abcdefghabcdefgh {"text":"Senioři"}'))
})

it('waits for a busy server, but not for one that refuses', async () => {
  const answers = [
    new Response('', { status: 503, headers: { 'Retry-After': '2' } }),
    new Response('', { status: 409 }),
  ]
  const send = vi.fn(async () => answers.shift()!)
  const answer = steadily(command(), send)
  await vi.runAllTimersAsync()
  expect((await answer).status).toBe(409)
  expect(send).toHaveBeenCalledTimes(2)
})

it('gives up after a few seconds and says so', async () => {
  const send = vi.fn(async () => Promise.reject(new TypeError('Failed to fetch')))
  const answer = steadily(command(), send)
  const refused = expect(answer).rejects.toThrow('Failed to fetch')
  await vi.runAllTimersAsync()
  await refused
  expect(send).toHaveBeenCalledTimes(4)
})
