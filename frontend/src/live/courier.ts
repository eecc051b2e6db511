import { Problem } from '../api/problem'

/** Milliseconds between tries: twice as long each time, with jitter. */
const pauses = { first: 1_000, most: 15_000 }

/**
 * Does one job after another, in order, for as long as there are any. A job
 * that throws a passing Problem (no network, a busy server) is done again
 * after a pause; nobody ever waits for a pause longer than `nudge`.
 */
export class Courier {
  readonly #next: () => (() => Promise<void>) | undefined
  readonly #stuck: (stuck: boolean) => void
  #busy = false
  #failures = 0
  #endPause = () => {}

  /** stuck hears whether the newest try failed: often the first sign that the line is down. */
  constructor(next: () => (() => Promise<void>) | undefined, stuck: (stuck: boolean) => void) {
    this.#next = next
    this.#stuck = stuck
  }

  /** There is something to do, or reason to hope again. */
  nudge(): void {
    this.#endPause()
    if (!this.#busy) void this.#work()
  }

  async #work(): Promise<void> {
    this.#busy = true
    try {
      for (let job = this.#next(); job; job = this.#next()) await this.#try(job)
    } finally {
      this.#busy = false
    }
  }

  async #try(job: () => Promise<void>): Promise<void> {
    try {
      await job()
      this.#failures = 0
      this.#stuck(false)
    } catch (error) {
      if (!(error instanceof Problem && error.passing)) throw error
      this.#failures++
      this.#stuck(true)
      await this.#pause(Math.max(error.retryAfter, this.#delay()))
    }
  }

  #delay(): number {
    const whole = Math.min(pauses.first * 2 ** (this.#failures - 1), pauses.most)
    return whole * (0.5 + Math.random())
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
