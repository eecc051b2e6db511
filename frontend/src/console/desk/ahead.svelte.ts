import { untrack } from 'svelte'

/** Milliseconds in which the feed tells what was sent. What it has not told by then was changed back in between. */
export const late = 10_000

/** A value that is sent as a whole, ahead of the feed that tells it back: what
 * comes next is made from what was sent last, not from what is still shown. */
export class Ahead<T> {
  #sent = $state.raw<T[]>([])
  #told = ''

  /** The newest known here. */
  over(told: T): T {
    return this.#sent.at(-1) ?? told
  }

  /** The value leads while the work sends it, and until the feed tells it; where the work fails it never stood. */
  async send(value: T, work: () => Promise<unknown>): Promise<void> {
    this.#sent = [...this.#sent, value]
    try {
      await work()
      setTimeout(() => this.#drop(value), late)
    } catch (error) {
      this.#drop(value)
      throw error
    }
  }

  /** To be called with what the feed tells: one of ours, or somebody else's; the same as before is no news. */
  hear(told: T): void {
    const text = JSON.stringify(told)
    if (text === this.#told) return
    this.#told = text
    const sent = untrack(() => this.#sent)
    if (sent.length === 0) return
    const at = sent.map((one) => JSON.stringify(one)).lastIndexOf(text)
    this.#sent = at < 0 ? [] : sent.slice(at + 1)
  }

  #drop(value: T): void {
    this.#sent = this.#sent.filter((one) => one !== value)
  }
}
