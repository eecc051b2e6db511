import { untrack } from 'svelte'

/** A value that is sent as a whole, ahead of the feed that tells it back: what
 * comes next is made from what was sent last, not from what is still shown. */
export class Ahead<T> {
  #sent = $state.raw<T[]>([])

  /** The newest known here. */
  over(told: T): T {
    return this.#sent.at(-1) ?? told
  }

  sent(value: T): void {
    this.#sent = [...this.#sent, value]
  }

  refused(value: T): void {
    this.#sent = this.#sent.filter((one) => one !== value)
  }

  /** To be called when the feed has told another value: one of ours, or somebody else's. */
  hear(told: T): void {
    const sent = untrack(() => this.#sent)
    if (sent.length === 0) return
    const at = sent.map((one) => JSON.stringify(one)).lastIndexOf(JSON.stringify(told))
    this.#sent = at < 0 ? [] : sent.slice(at + 1)
  }
}
