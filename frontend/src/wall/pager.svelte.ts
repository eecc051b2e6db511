/** Which page of too much content the wall shows: it turns by itself when a page
 * has been read, can be stopped, and goes where something new appears. */
export class Pager {
  // Fields beside each other are turned together; the one with the most pages says how many there are.
  readonly #letters = new Map<string, readonly number[]>()
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

  /** Tells how many letters there are on each page of a field; none: it is gone. */
  set(letters: readonly number[], field = ''): void {
    if (letters.length === 0) this.#letters.delete(field)
    else this.#letters.set(field, letters)
    const most = Math.max(1, ...[...this.#letters.values()].map(({ length }) => length))
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
    const letters = [...this.#letters.values()].reduce((sum, of) => sum + (of[this.page % of.length] ?? 0), 0)
    this.#timer = setTimeout(() => this.turn(1), readingTime(letters))
  }
}

/** Letters a room reads in a second: slower than one who reads for herself. */
const pace = 14
/** Milliseconds to see that the page has turned, and within which nobody reads anything. */
const settling = 4_000
const shortest = 8_000
const longest = 45_000

/** Milliseconds it takes to read so many letters from the wall. */
export function readingTime(letters: number): number {
  return Math.min(longest, Math.max(shortest, settling + (1_000 * letters) / pace))
}
