import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '../api/problem'
import type { Frame } from '../api/types'
import { Feed, patience, pauseAfter, type Heard } from './feed'

const frame = (since: number, revision: number): Frame => ({
  since,
  revision,
  progress: { seats: 1, connected: 1 },
})

/** A server whose every stream and poll the test answers by hand. */
class Server {
  streams: {
    since: number
    heard: Heard
    end: () => void
    fail: (error: unknown) => void
    signal: AbortSignal
  }[] = []
  polls: { since: number; answer: (frame: Frame) => void; fail: (error: unknown) => void }[] = []

  stream(since: number, heard: Heard, signal: AbortSignal) {
    return new Promise<void>((end, fail) => this.streams.push({ since, heard, end, fail, signal }))
  }

  poll(since: number) {
    return new Promise<Frame>((answer, fail) => this.polls.push({ since, answer, fail }))
  }

  get line() {
    return this.streams[this.streams.length - 1]!
  }
}

let server: Server
let feed: Feed
let revision: number
let lines: boolean[]
let refusals: Problem[]

beforeEach(async () => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  server = new Server()
  revision = 0
  lines = []
  refusals = []
  feed = new Feed(server, {
    since: () => revision,
    frame: (got) => {
      if (got.since > revision) return false
      revision = got.revision
      return true
    },
    live: (live) => lines.push(live),
    refused: (problem) => refusals.push(problem),
  })
  void feed.run()
  // Every feed begins with asking what there is.
  server.polls.shift()!.answer(frame(0, 0))
  await pass(0)
})

afterEach(() => {
  feed.stop()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

test('frames arrive and the line is live', async () => {
  server.line.heard.bytes()
  server.line.heard.frame(frame(0, 3))
  expect(revision).toBe(3)
  expect(lines.at(-1)).toBe(true)
})

test('a stream that ends is read on from the revision it came to', async () => {
  server.line.heard.bytes()
  server.line.heard.frame(frame(0, 9))
  server.line.end()
  await pass(patience.retry)
  expect(server.streams.map((s) => s.since)).toEqual([0, 9])
})

test('FM-17: a server that stops sends phones elsewhere, and people are shown nothing', async () => {
  server.line.heard.bytes()
  server.line.heard.frame(frame(0, 9))
  server.line.heard.retry(40)
  server.line.end()
  await pass(40)
  expect(server.streams.map((s) => s.since)).toEqual([0, 9])
  // The same one answered, because it has not been taken out yet.
  server.line.fail(new Problem({ status: 503, code: 'draining' }))
  await pass(patience.retryLeast)
  expect(server.streams.map((s) => s.since)).toEqual([0, 9, 9])
  server.line.heard.bytes()
  expect(lines).not.toContain(false)
})

test('a server that stops and stops is told of in the end', async () => {
  server.line.heard.bytes()
  for (let i = 0; i <= patience.moves; i++) {
    expect(lines).not.toContain(false)
    const tries = server.streams.length
    server.line.fail(new Problem({ status: 503, code: 'draining' }))
    while (i < patience.moves && server.streams.length === tries) await pass(100)
  }
  await pass(0)
  expect(lines.at(-1)).toBe(false)
})

test('heartbeats keep a quiet stream; forty seconds of silence end it', async () => {
  for (let i = 0; i < 10; i++) {
    server.line.heard.bytes()
    await pass(patience.silence - 1_000)
  }
  expect(server.streams).toHaveLength(1)
  await pass(1_000 + patience.retry)
  expect(server.streams).toHaveLength(2)
  expect(server.polls).toHaveLength(0)
})

test('where a proxy holds the stream back, the phone asks instead', async () => {
  await pass(patience.firstByte)
  expect(server.polls).toHaveLength(1)
  server.polls[0]!.answer(frame(0, 4))
  await pass(0)
  expect(revision).toBe(4)
  expect(lines).not.toContain(false)
  server.polls[1]!.answer(frame(4, 6))
  await pass(patience.betweenPolls)
  expect(server.polls.map((p) => p.since)).toEqual([0, 4, 6])
})

test('the stream is tried again after a while of asking', async () => {
  await pass(patience.firstByte)
  const began = Date.now()
  while (server.streams.length === 1) {
    server.polls.at(-1)!.answer(frame(0, 4))
    await pass(1_000)
  }
  expect(Date.now() - began).toBeGreaterThanOrEqual(patience.withoutStream)
})

test('a server that is away is asked less and less often, never given up', async () => {
  const pauses: number[] = []
  for (let i = 0; i < 8; i++) {
    const before = Date.now()
    const tries = server.streams.length
    server.line.fail(new Problem())
    while (server.streams.length === tries) await pass(100)
    pauses.push(Date.now() - before)
  }
  expect(pauses.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000])
  expect(Math.max(...pauses)).toBe(patience.retryMost)
  expect(lines.at(-1)).toBe(false)
})

test('a busy server is obeyed when it says how long to wait', () => {
  expect(pauseAfter(1, 1_000, new Problem({ status: 503, retryAfter: 20_000 }))).toBe(20_000)
})

test('a seat that is no longer good ends the feed and is told once', async () => {
  server.line.fail(new Problem({ status: 401, code: 'seat-missing' }))
  await pass(60_000)
  expect(refusals.map((r) => r.code)).toEqual(['seat-missing'])
  expect(server.streams).toHaveLength(1)
})

test('FM-06: a phone that slept reads on at once, without waiting for the watchdog', async () => {
  server.line.heard.bytes()
  server.line.heard.frame(frame(0, 5))
  vi.setSystemTime(Date.now() + 5 * 60_000) // asleep: no timer ran
  feed.wake()
  await pass(0)
  expect(server.polls.map((p) => p.since)).toEqual([5])
  server.polls[0]!.answer(frame(5, 9))
  await pass(0)
  expect(server.streams.map((s) => s.since)).toEqual([0, 9])
})

test('waking up does not disturb a line that was heard a moment ago', async () => {
  server.line.heard.bytes()
  await pass(1_000)
  feed.wake()
  await pass(0)
  expect(server.streams).toHaveLength(1)
})

test('a new network ends the pause between tries', async () => {
  server.line.fail(new Problem())
  await pass(0)
  feed.wake(true)
  await pass(0)
  expect(server.polls).toHaveLength(1)
})

test('INV-14: a frame with a hole before it makes the feed read again from what it has', async () => {
  server.line.heard.bytes()
  server.line.heard.frame(frame(0, 5))
  server.line.heard.frame(frame(7, 8))
  await pass(0)
  expect(server.polls.map((p) => p.since)).toEqual([5])
})

test('a stopped feed never comes back', async () => {
  feed.stop()
  await pass(120_000)
  expect(server.streams).toHaveLength(1)
})
