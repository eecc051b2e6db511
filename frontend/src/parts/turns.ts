/**
 * What is pressed is done in the order it was pressed. On a slow line the next press comes before the answer to the
 * last one: it waits for it, whether that was done or refused, and is not lost.
 */
export class Turns {
  readonly #underWay = new Set<string>()
  #last: Promise<unknown> = Promise.resolve()

  take<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }

  /** Like take; the same press again, while the first is under way, means nothing and answers undefined. */
  async once<T>(press: string, work: () => Promise<T>): Promise<T | undefined> {
    if (this.#underWay.has(press)) return undefined
    this.#underWay.add(press)
    return this.take(work).finally(() => this.#underWay.delete(press))
  }
}
