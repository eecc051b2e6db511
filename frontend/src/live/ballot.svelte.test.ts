// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '../api/problem'
import type { DotsPlaced } from '../api/types'
import { MyBallots } from './ballot.svelte'
import { Shelf } from './shelf'

const rule = { id: 'r', dots: 3, per_idea: 2 }

/** A server that counts as the real one does: absolute, newest seq wins, within the budget. */
class Server {
  held = new Map<string, { count: number; seq: number }>()
  received: string[] = []
  away = false
  closed = false
  delay = 10

  send = async (_round: string, idea: string, wish: { count: number; seq: number }): Promise<DotsPlaced> => {
    await new Promise((resolve) => setTimeout(resolve, this.delay))
    if (this.away) throw new Problem()
    if (this.closed) throw new Problem({ status: 409, code: 'round-closed', detail: 'Kolo je uzavřené.' })
    this.received.push(`${idea}=${wish.count}`)
    const before = this.held.get(idea) ?? { count: 0, seq: 0 }
    const elsewhere = this.used() - before.count
    if (wish.count > 0 && elsewhere + wish.count > rule.dots)
      throw new Problem({ status: 409, code: 'dots-spent' })
    if (wish.seq > before.seq) this.held.set(idea, wish)
    return { idea, ...this.held.get(idea)!, left: rule.dots - this.used() }
  }

  used() {
    return [...this.held.values()].reduce((sum, dots) => sum + dots.count, 0)
  }

  ballot() {
    const dots = [...this.held].map(([idea, held]) => ({ idea, ...held }))
    return [{ round: 'r', left: rule.dots - this.used(), dots }]
  }
}

let server: Server
let mine: MyBallots
const open = () => new MyBallots(new Shelf('dots'), server.send)
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  localStorage.clear()
  server = new Server()
  mine = open()
})
afterEach(() => void vi.useRealTimers())

test('a tap is shown at once as waiting, then as counted', async () => {
  mine.set('r', 'a', 1)
  expect([mine.countOn('r', 'a'), mine.stateOn('r', 'a'), mine.leftIn(rule)]).toEqual([1, 'waiting', 2])
  await pass(100)
  expect(mine.stateOn('r', 'a')).toBe('counted')
  expect(mine.settledIn('r')).toBe(true)
})

test('quick taps on one idea become one command', async () => {
  server.delay = 100
  mine.set('r', 'b', 1)
  mine.set('r', 'a', 1)
  mine.set('r', 'a', 2)
  await pass(1_000)
  expect(server.received).toEqual(['b=1', 'a=2'])
})

test('INV-03: the budget and the limit of one idea end the adding', () => {
  mine.set('r', 'a', 2)
  expect([mine.mayAdd(rule, 'a'), mine.mayAdd(rule, 'b')]).toEqual([false, true])
  mine.set('r', 'b', 1)
  expect(mine.mayAdd(rule, 'b')).toBe(false)
})

test('moving a dot takes it back first, whatever was tapped in between', async () => {
  mine.set('r', 'a', 2)
  mine.set('r', 'b', 1)
  await pass(100)
  server.away = true
  mine.set('r', 'a', 1)
  mine.set('r', 'c', 1)
  mine.set('r', 'a', 0)
  mine.set('r', 'd', 1)
  await pass(100)
  server.away = false
  server.received = []
  await pass(60_000)
  expect(server.received[0]).toBe('a=0')
  expect(Object.fromEntries([...server.held].map(([idea, held]) => [idea, held.count]))).toEqual({
    a: 0,
    b: 1,
    c: 1,
    d: 1,
  })
})

test('FM-06: a half-made ballot survives closing the browser without a network', async () => {
  server.away = true
  mine.set('r', 'a', 2)
  await pass(100)
  const again = open()
  expect([again.countOn('r', 'a'), again.stateOn('r', 'a')]).toEqual([2, 'waiting'])
  server.away = false
  again.nudge()
  await pass(100)
  expect(server.held.get('a')?.count).toBe(2)
})

test('INV-20: what the server tells never undoes a newer tap of mine', async () => {
  mine.set('r', 'a', 1)
  await pass(100)
  server.away = true
  mine.set('r', 'a', 2)
  mine.learn(server.ballot(), mine.answers)
  expect([mine.countOn('r', 'a'), mine.stateOn('r', 'a')]).toEqual([2, 'waiting'])
})

test('INV-20: an answer that was overtaken by a confirmed tap is not believed', async () => {
  const old = server.ballot()
  const asked = mine.answers
  mine.set('r', 'a', 1)
  await pass(100)
  expect(mine.learn(old, asked)).toBe(false)
  expect(mine.countOn('r', 'a')).toBe(1)
})

test('a phone that has forgotten everything learns its ballot from the server', () => {
  server.held.set('a', { count: 2, seq: 5 })
  mine.learn(server.ballot(), mine.answers)
  expect([mine.countOn('r', 'a'), mine.stateOn('r', 'a')]).toEqual([2, 'counted'])
})

test('INV-10: after learning, my next tap is newer than anything the server holds', async () => {
  server.held.set('a', { count: 2, seq: 9_000_000_000 })
  mine.learn(server.ballot(), mine.answers)
  mine.set('r', 'a', 0)
  await pass(100)
  expect(server.held.get('a')?.count).toBe(0)
})

test('dots that came too late are shown as refused, with the reason, and not as mine', async () => {
  mine.set('r', 'a', 1)
  await pass(100)
  server.closed = true
  mine.set('r', 'a', 2)
  await pass(100)
  expect([mine.countOn('r', 'a'), mine.stateOn('r', 'a')]).toEqual([1, 'refused'])
  expect(mine.refusalsIn('r')).toEqual(['Kolo je uzavřené.'])
})

test('a round that is over leaves nothing of my ballot on the device', async () => {
  mine.set('r', 'a', 1)
  await pass(100)
  mine.forget((round) => round === 'r')
  expect(localStorage.length).toBe(0)
  expect([mine.usedIn('r'), mine.givenIn('r'), mine.givenOn('r', 'a'), mine.givenOn('r', 'b')]).toEqual([
    0, 1, 1, 0,
  ])
})

test('a refusal at the end of a round stays until it is read, the dots do not', async () => {
  mine.set('r', 'a', 1)
  await pass(100)
  server.closed = true
  mine.set('r', 'a', 2)
  mine.forget(() => true)
  await pass(100)
  mine.forget(() => true)
  expect([open().refusalsIn('r'), open().usedIn('r'), mine.givenIn('r')]).toEqual([['Kolo je uzavřené.'], 0, 1])
  mine.dismiss('r')
  expect(localStorage.length).toBe(0)
})
