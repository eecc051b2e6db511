// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { Problem } from '../api/problem'
import { MyAgreements } from './agreements.svelte'
import { Shelf } from './shelf'

type Body = { agrees: boolean; seq: number }

let shelves = 0
const shelf = () => new Shelf(`test-agreements/${shelves++}`)

/** A server that counts as ours does: what is not newer changes nothing. */
function server() {
  const counted = new Map<string, Body>()
  const send = vi.fn(async (idea: string, body: Body) => {
    const now = counted.get(idea)
    if (!now || body.seq > now.seq) counted.set(idea, body)
    return { idea, ...counted.get(idea)! }
  })
  return { counted, send }
}

test('a tap agrees, another takes it back, and the newest counts', async () => {
  const { counted, send } = server()
  const mine = new MyAgreements(shelf(), send)
  mine.set('a', true)
  expect(mine.with('a')).toBe(true)
  await vi.waitFor(() => expect(mine.waits('a')).toBe(false))
  mine.set('a', false)
  mine.set('a', true)
  mine.set('a', false)
  await vi.waitFor(() => expect(mine.waits('a')).toBe(false))
  expect([mine.with('a'), counted.get('a')?.agrees]).toEqual([false, false])
})

test('a tap without a connection is kept, and sent when the page comes back', async () => {
  const kept = shelf()
  const { counted, send } = server()
  const away = new MyAgreements(kept, () => Promise.reject(new Problem()))
  away.set('a', true)
  await Promise.resolve()
  expect([away.with('a'), away.waits('a')]).toEqual([true, true])
  const back = new MyAgreements(kept, send)
  await vi.waitFor(() => expect(counted.get('a')?.agrees).toBe(true))
  expect(back.waits('a')).toBe(false)
})

test('what the server knows is taken over, but not over a newer tap', async () => {
  const mine = new MyAgreements(shelf(), () => new Promise(() => undefined))
  mine.learn([{ idea: 'a', agrees: true, seq: 5 }])
  expect(mine.with('a')).toBe(true)
  mine.set('a', false)
  mine.learn([{ idea: 'a', agrees: true, seq: 6 }])
  expect(mine.with('a')).toBe(false)
})
