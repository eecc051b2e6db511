/** Milliseconds a page is shown before the next one takes its place. */
const dwell = 12_000

/** Which page of too much content the wall shows: it turns by itself, can be
 * stopped, and goes where something new appears. */
export class Pager {
  // Fields beside each other are turned together; the one with the most pages says how many there are.
  readonly #counts = new Map<string, number>()
  #pages = $state(1)
  #page = $state(0)
  #paused = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined

  /** From 0; always one of the pages there are. */
  get page(): number {
    return Math.min(this.#page, this.#pages - 1)
  }

  get pages(): number {
    return this.#pages
  }

  get paused(): boolean {
    return this.#paused
  }

  /** Tells how many pages a field has now; 0: it is gone. */
  set(pages: number, field = ''): void {
    if (pages === 0) this.#counts.delete(field)
    else this.#counts.set(field, pages)
    const most = Math.max(1, ...this.#counts.values())
    if (most === this.#pages) return
    this.#pages = most
    this.#wind()
  }

  turn(by: number): void {
    this.go((this.page + by + this.#pages) % this.#pages)
  }

  go(page: number): void {
    this.#page = page
    this.#wind()
  }

  pause(paused: boolean): void {
    this.#paused = paused
    this.#wind()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #wind(): void {
    clearTimeout(this.#timer)
    if (this.#paused || this.#pages < 2) return
    this.#timer = setTimeout(() => this.turn(1), dwell)
  }
}
