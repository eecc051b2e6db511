import type { Frame } from '../api/types'
import { Problem } from '../api/problem'

/** Where frames come from; the real one is http.ts. Refusals and dead lines throw a Problem. */
export interface Source {
  /** Reads the stream until it ends. */
  stream(since: number, heard: Heard, signal: AbortSignal): Promise<void>
  /** Asks once: the change since, at the latest after wait seconds. */
  poll(since: number, wait: number, signal: AbortSignal): Promise<Frame>
}

export interface Heard {
  /** Anything at all arrived, be it a heartbeat. */
  bytes(): void
  frame(frame: Frame): void
  retry(milliseconds: number): void
}

export interface FeedEvents {
  /** The revision to go on from. */
  since(): number
  /** Takes a frame; false if it leaves a hole. */
  frame(frame: Frame): boolean
  /** Whether the line to the server stands. */
  live(live: boolean): void
  /** The seat or sign-in is no longer good: the feed has ended for good. */
  refused(problem: Problem): void
}

/** Milliseconds: silence before a stream is held up by a proxy, or dead; and the pauses between tries. */
export const patience = {
  firstByte: 8_000,
  silence: 40_000,
  retry: 1_000,
  /** After a failure, however soon the server wanted us back before. */
  retryLeast: 500,
  retryMost: 15_000,
  /** How often in a row a server that is stopping may send us elsewhere before people are told. */
  moves: 4,
  /** A line that was silent for longer is not trusted after waking up; heartbeats come every 15 s. */
  freshness: 17_000,
  /** How long to do without the stream where a proxy held it up, times how often it did. */
  withoutStream: 10 * 60_000,
  /** Between two polls, so that a busy workshop is not asked in a tight loop. */
  betweenPolls: 300,
}
/** Seconds the server may think about one poll. */
const pollWait = 25

class Silent extends Error {}
class Woken extends Error {}

/**
 * Keeps one screen up to date for as long as it runs: reads the stream, comes
 * back with growing jittered pauses when it breaks, asks by long-poll where a
 * proxy holds the stream back, and gives up only when refused.
 */
export class Feed {
  readonly #source: Source
  readonly #events: FeedEvents
  #attempt = new AbortController()
  #stopped = false
  #failures = 0
  /** What we have may be old: ask once before anything else, a stream might be held up for seconds. */
  #stale = true
  #heldUp = 0
  #pollUntil = 0
  #retry = patience.retry
  #lastByte = 0
  #endPause = () => {}

  constructor(source: Source, events: FeedEvents) {
    this.#source = source
    this.#events = events
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      this.#attempt = new AbortController()
      try {
        if (this.#stale) await this.#poll(0)
        this.#stale = false
        if (Date.now() < this.#pollUntil) await this.#keepPolling()
        else await this.#stream()
        this.#failures = 0
      } catch (error) {
        if (this.#stopped || error instanceof Woken) continue
        if (error instanceof Silent) {
          this.#doWithoutStream()
          continue
        }
        this.#failures++
        // A server that is being stopped sends us to another; that is no broken line.
        const moving = error instanceof Problem && error.code === 'draining' && this.#failures <= patience.moves
        if (!moving) this.#events.live(false)
        if (error instanceof Problem && !error.passing) return this.#events.refused(error)
        await this.#pause(pauseAfter(moving ? 1 : this.#failures, this.#retry, error))
      }
    }
  }

  /** A proxy held the stream up. Whether the line stands at all, the next question tells. */
  #doWithoutStream(): void {
    this.#heldUp++
    this.#pollUntil = Date.now() + this.#heldUp * patience.withoutStream
    this.#stale = true
  }

  stop(): void {
    this.#stopped = true
    this.#attempt.abort()
    this.#endPause()
  }

  /** The device woke up or found a network: trust an old silent line no more. */
  wake(networkChanged = false): void {
    this.#failures = 0
    if (networkChanged) this.#pollUntil = 0
    this.#endPause()
    if (networkChanged || Date.now() - this.#lastByte > patience.freshness) this.#readAnew()
  }

  #readAnew(): void {
    this.#stale = true
    this.#attempt.abort(new Woken())
  }

  async #stream(): Promise<void> {
    const attempt = this.#attempt
    // Only a stream that never began is held up by a proxy; one that fell silent is dead.
    let begun = false
    const guard = new Guard(patience.firstByte, () => attempt.abort(begun ? new Problem() : new Silent()))
    const heard: Heard = {
      bytes: () => {
        begun = true
        this.#lastByte = Date.now()
        this.#events.live(true)
        guard.allow(patience.silence)
      },
      frame: (frame) => {
        this.#failures = 0
        if (!this.#events.frame(frame)) this.#readAnew()
      },
      retry: (milliseconds) => (this.#retry = milliseconds),
    }
    try {
      await interrupted(attempt.signal, this.#source.stream(this.#events.since(), heard, attempt.signal))
      await this.#pause(jittered(this.#retry))
    } finally {
      guard.end()
    }
  }

  async #keepPolling(): Promise<void> {
    await this.#poll(pollWait)
    await this.#pause(jittered(patience.betweenPolls))
  }

  async #poll(wait: number): Promise<void> {
    const attempt = this.#attempt
    const guard = new Guard(wait * 1_000 + patience.firstByte, () => attempt.abort(new Problem()))
    try {
      const asked = this.#source.poll(this.#events.since(), wait, attempt.signal)
      const frame = await interrupted(attempt.signal, asked)
      this.#lastByte = Date.now()
      this.#events.live(true)
      this.#events.frame(frame)
    } finally {
      guard.end()
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

/** Calls off what takes longer than allowed; each allowance starts anew. */
class Guard {
  #timer: ReturnType<typeof setTimeout>
  readonly #callOff: () => void

  constructor(milliseconds: number, callOff: () => void) {
    this.#callOff = callOff
    this.#timer = setTimeout(callOff, milliseconds)
  }

  allow(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#callOff, milliseconds)
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}

/** Rejects with the signal's own reason as soon as it is given. */
function interrupted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, (error) => reject(signal.aborted ? signal.reason : error))
  })
}

/** Milliseconds before try number n: twice as long each time, never all phones at once. */
export function pauseAfter(failures: number, retry: number, error: unknown): number {
  const asked = error instanceof Problem ? error.retryAfter : 0
  return Math.max(
    asked,
    jittered(Math.min(Math.max(retry, patience.retryLeast) * 2 ** (failures - 1), patience.retryMost)),
  )
}

const jittered = (milliseconds: number) => milliseconds * (0.5 + Math.random())
