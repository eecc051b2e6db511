/** What of a wall its console knows and turns. */
export interface Shown {
  /** From 0. */
  page: number
  pages: number
  paused: boolean
  /** The large code is in sight. */
  code: boolean
  /** How much larger the letters are. */
  letters: number
  /** The part of the room whose result is shown; empty: everybody's. */
  part: string
}

/** What a console and the walls opened in the same browser say to each other
 * (docs/adr/0030): nothing of it is stored, nor leaves the computer. */
type Said =
  | { says: 'who' }
  | ({ says: 'here'; collected: boolean } & Shown)
  | { says: 'press'; key: string }
  | { says: 'gone' }
  | { says: 'bone'; cause: string }
  | { says: 'order'; collected: boolean }

/** Undefined where the browser lets pages keep nothing, and so lets none speak to another. */
function channelOf(workshop: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(`dilna-wall-${workshop}`)
  } catch {
    return undefined
  }
}

/** The console's hand on the walls of its browser. */
export class WallHand {
  readonly #channel: BroadcastChannel | undefined
  #present = $state(false)
  #collected = $state(false)
  #shown = $state.raw<Shown>()

  constructor(workshop: string) {
    this.#channel = channelOf(workshop)
    if (this.#channel) this.#channel.onmessage = ({ data }: MessageEvent<Said>) => this.#hear(data)
    this.#say({ says: 'who' })
  }

  /** Whether there is a wall to guide; where it is another computer's, there is none. */
  get present(): boolean {
    return this.#present
  }

  /** Whether the wall shows results in the order collected. */
  get collected(): boolean {
    return this.#collected
  }

  /** What the wall shows; undefined where there is none to guide. */
  get shown(): Shown | undefined {
    return this.#present ? this.#shown : undefined
  }

  /** Presses a key of the wall. */
  press(key: string): void {
    this.#say({ says: 'press', key })
  }

  /** Turns to the page of a main bone. */
  showBone(cause: string): void {
    this.#say({ says: 'bone', cause })
  }

  order(collected: boolean): void {
    this.#say({ says: 'order', collected })
  }

  stop(): void {
    this.#channel?.close()
  }

  #hear(said: Said): void {
    if (said.says === 'here') {
      this.#present = true
      this.#collected = said.collected
      this.#shown = said
    } else if (said.says === 'gone') {
      this.#present = false
      this.#say({ says: 'who' }) // another one may be left
    }
  }

  #say(said: Said): void {
    this.#channel?.postMessage(said)
  }
}

/** A wall that lets itself be guided. */
export class GuidedWall {
  readonly #channel: BroadcastChannel | undefined
  readonly #press: (key: string) => void
  readonly #mirror: ((shown: Shown) => void) | undefined
  #shown: Shown = { page: 0, pages: 1, paused: false, code: false, letters: 1, part: '' }
  /** The main bone asked for last, and how often one was asked for. */
  bone = $state.raw({ cause: '', nth: 0 })
  /** Results in the order collected. */
  #collected = $state(false)

  /** @param press does what a key of the wall does
   * @param mirror for the picture of a wall: shows what the wall shows, and answers for none */
  constructor(workshop: string, press: (key: string) => void = () => {}, mirror?: (shown: Shown) => void) {
    this.#channel = channelOf(workshop)
    this.#press = press
    this.#mirror = mirror
    if (this.#channel) this.#channel.onmessage = ({ data }: MessageEvent<Said>) => this.#hear(data)
    this.#tell()
    if (mirror) this.#channel?.postMessage({ says: 'who' } satisfies Said)
  }

  get collected(): boolean {
    return this.#collected
  }

  order(collected: boolean): void {
    this.#collected = collected
    this.#tell()
  }

  /** Tells what is in sight now. */
  show(shown: Shown): void {
    this.#shown = shown
    this.#tell()
  }

  leave(): void {
    if (!this.#mirror) this.#channel?.postMessage({ says: 'gone' } satisfies Said)
  }

  stop(): void {
    this.leave()
    this.#channel?.close()
  }

  #hear(said: Said): void {
    if (said.says === 'who') this.#tell()
    else if (said.says === 'bone') this.bone = { cause: said.cause, nth: this.bone.nth + 1 }
    else if (said.says === 'order') this.order(said.collected)
    else if (said.says === 'press' && !this.#mirror) this.#press(said.key)
    else if (said.says === 'here' && this.#mirror) {
      this.#collected = said.collected
      this.#mirror(said)
    }
  }

  #tell(): void {
    if (this.#mirror) return
    this.#channel?.postMessage({ says: 'here', collected: this.#collected, ...this.#shown } satisfies Said)
  }
}
