/** Milliseconds between two announcements at least. */
const calm = 5_000

class Announcer {
  #text = $state('')
  #last = -calm
  #timer: ReturnType<typeof setTimeout> | undefined

  /** What a screen reader is to read out when there is a pause. */
  get text(): string {
    return this.#text
  }

  /** Says text politely; of several within five seconds only the last one. */
  say(text: string): void {
    clearTimeout(this.#timer)
    const wait = Math.max(0, this.#last + calm - Date.now())
    this.#timer = setTimeout(() => {
      this.#last = Date.now()
      // The same words twice are read twice only if they are not the same.
      this.#text = text === this.#text ? text + '\u00a0' : text
    }, wait)
  }
}

/** The one voice of a screen: everything that changes by itself is said through it. */
export const announcer = new Announcer()
