// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '../api/problem'
import type { Ballot, Rule } from '../api/types'
import { leftIn, mayAdd } from '../voting/dots'
import { refusal } from '../voting/check'
import { adoptDots } from './adopt'
import { MyBallots, type Cast } from './ballot.svelte'
import { Shelf } from './shelf'

const rule: Rule = { rule: 'dots', dots: 3, per_entry: 2 }

/** A server that counts as the real one does: whole, newest seq wins, within the rule. */
class Server {
  held: Cast = { votes: [], seq: 0 }
  received: string[] = []
  away = false
  closed = false
  taken = 0
  delay = 10

  send = async (_round: string, cast: Cast): Promise<Ballot> => {
    await new Promise((resolve) => setTimeout(resolve, this.delay))
    if (this.away) throw new Problem()
    if (this.closed) throw new Problem({ status: 409, code: 'round-closed', detail: 'Kolo je uzavřené.' })
    if (this.taken-- > 0) throw new Problem({ status: 409, code: 'receipt-taken' })
    this.taken = 0
    this.received.push(cast.votes.map(({ entry, value }) => `${entry}=${value}`).join(' '))
    const refused = refusal(rule, Object.fromEntries(cast.votes.map(({ entry, value }) => [entry, value])))
    if (refused) throw new Problem({ status: 409, code: refused.code })
    if (cast.seq > this.held.seq) this.held = cast
    return this.ballot()[0]!
  }

  on(idea: string) {
    return this.held.votes.find(({ entry }) => entry === idea)?.value
  }

  ballot(): Ballot[] {
    return [{ round: 'r', left: 0, dots: [], ...this.held }]
  }
}

let server: Server
let mine: MyBallots
const on = (ballots: MyBallots, idea: string) => ballots.votesIn('r')[idea] ?? 0
const open = () => new MyBallots(new Shelf('ballots'), server.send)
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
  expect([on(mine, 'a'), mine.stateOn('r', 'a'), leftIn(rule, mine.votesIn('r'))]).toEqual([1, 'waiting', 2])
  await pass(100)
  expect(mine.stateOn('r', 'a')).toBe('counted')
  expect(mine.settledIn('r')).toBe(true)
})

test('what is tapped while a ballot is on its way is sent as one', async () => {
  server.delay = 100
  mine.set('r', 'b', 1)
  mine.set('r', 'a', 1)
  mine.set('r', 'a', 2)
  await pass(1_000)
  expect(server.received).toEqual(['b=1', 'b=1 a=2'])
})

test('INV-03: the budget and the limit of one idea end the adding', () => {
  mine.set('r', 'a', 2)
  expect([mayAdd(rule, mine.votesIn('r'), 'a'), mayAdd(rule, mine.votesIn('r'), 'b')]).toEqual([false, true])
  mine.set('r', 'b', 1)
  expect(mayAdd(rule, mine.votesIn('r'), 'b')).toBe(false)
})

test('a dot is moved in one ballot: there is never one too many', async () => {
  mine.set('r', 'a', 2)
  mine.set('r', 'b', 1)
  await pass(100)
  server.away = true
  mine.set('r', 'a', 1)
  mine.set('r', 'c', 1)
  mine.set('r', 'a', undefined)
  mine.set('r', 'd', 1)
  await pass(100)
  server.away = false
  server.received = []
  await pass(60_000)
  expect(server.received).toEqual(['b=1 c=1 d=1'])
})

test('FM-06: a half-made ballot survives closing the browser without a network', async () => {
  server.away = true
  mine.set('r', 'a', 2)
  await pass(100)
  const again = open()
  expect([on(again, 'a'), again.stateOn('r', 'a')]).toEqual([2, 'waiting'])
  server.away = false
  again.nudge()
  await pass(100)
  expect(server.on('a')).toBe(2)
})

test('INV-20: what the server tells never undoes a newer tap of mine', async () => {
  mine.set('r', 'a', 1)
  await pass(100)
  server.away = true
  mine.set('r', 'a', 2)
  mine.learn(server.ballot(), mine.answers)
  expect([on(mine, 'a'), mine.stateOn('r', 'a')]).toEqual([2, 'waiting'])
})

test('INV-20: an answer that was overtaken by a confirmed tap is not believed', async () => {
  const old = server.ballot()
  const asked = mine.answers
  mine.set('r', 'a', 1)
  await pass(100)
  expect(mine.learn(old, asked)).toBe(false)
  expect(on(mine, 'a')).toBe(1)
})

test('a phone that has forgotten everything learns its ballot from the server', () => {
  server.held = { votes: [{ entry: 'a', value: 2 }], seq: 5 }
  mine.learn(server.ballot(), mine.answers)
  expect([on(mine, 'a'), mine.stateOn('r', 'a')]).toEqual([2, 'counted'])
})

test('INV-10: after learning, my next tap is newer than anything the server holds', async () => {
  server.held = { votes: [{ entry: 'a', value: 2 }], seq: 9_000_000_000 }
  mine.learn(server.ballot(), mine.answers)
  mine.set('r', 'a', undefined)
  await pass(100)
  expect(server.on('a')).toBeUndefined()
})

test('dots that came too late are shown as refused, with the reason, and not as mine', async () => {
  mine.set('r', 'a', 1)
  await pass(100)
  server.closed = true
  mine.set('r', 'a', 2)
  await pass(100)
  expect([on(mine, 'a'), mine.stateOn('r', 'a')]).toEqual([1, 'refused'])
  expect(mine.refusalIn('r')).toBe('Kolo je uzavřené.')
})

test('of a round that is over what I said stays on the device, with its receipt, until I forget it', async () => {
  mine.set('r', 'a', 1)
  await pass(100)
  mine.set('r', 'b', 1)
  await pass(100)
  mine.end((round) => round === 'r')
  mine.end((round) => round === 'r')
  const again = open()
  expect([again.votesIn('r'), again.givenIn('r')]).toEqual([{}, { a: 1, b: 1 }])
  expect(again.ownIn('r').receipt).toBe(server.held.receipt)
  expect(server.held.receipt).toMatch(/^[0-9]{12}$/)
  again.forget('r')
  expect(localStorage.length).toBe(0)
})

test('a round in which I said nothing leaves nothing on the device', async () => {
  mine.set('r', 'a', 1)
  mine.set('r', 'a', undefined)
  await pass(100)
  mine.end(() => true)
  expect(localStorage.length).toBe(0)
})

test('INV-26: a receipt that another ballot has is made anew, and all I said is sent with it', async () => {
  server.taken = 1
  mine.set('r', 'a', 1)
  await pass(100)
  expect([mine.stateOn('r', 'a'), server.taken]).toEqual(['counted', 0])
  expect(mine.ownIn('r').receipt).toBe(server.held.receipt)
})

test('a refusal at the end of a round stays until it is read, the dots do not', async () => {
  mine.set('r', 'a', 1)
  await pass(100)
  server.closed = true
  mine.set('r', 'a', 2)
  mine.end(() => true)
  await pass(100)
  mine.end(() => true)
  const again = open()
  expect([again.refusalIn('r'), again.votesIn('r'), mine.givenIn('r')]).toEqual([
    'Kolo je uzavřené.',
    {},
    { a: 1 },
  ])
  mine.dismiss('r')
  expect([mine.refusalIn('r'), mine.ownIn('r').perhaps]).toEqual(['', { a: 2 }])
  mine.forget('r')
  expect(localStorage.length).toBe(0)
})

test('dots that waited on the device before ballots were whole are sent as one, others are asked for', async () => {
  const old = new Shelf('dots')
  old.put('r/a', { round: 'r', idea: 'a', counted: { count: 0, seq: 0 }, wish: { count: 2, seq: 7 } })
  old.put('r/b', { round: 'r', idea: 'b', counted: { count: 1, seq: 5 } })
  old.put('over/c', { round: 'over', idea: 'c', counted: { count: 1, seq: 5 } })
  adoptDots(old, mine)
  await pass(100)
  expect([server.received, old.names(), mine.votesIn('over')]).toEqual([['a=2 b=1'], [], {}])
})
