/** What a console and the walls opened in the same browser say to each other
 * (docs/adr/0030): nothing of it is stored, nor leaves the computer. */
type Said =
  | { says: 'who' }
  | { says: 'here'; collected: boolean }
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
  /** The main bone asked for last, and how often one was asked for. */
  bone = $state.raw({ cause: '', nth: 0 })
  /** Results in the order collected. */
  #collected = $state(false)

  constructor(workshop: string) {
    this.#channel = channelOf(workshop)
    if (this.#channel) this.#channel.onmessage = ({ data }: MessageEvent<Said>) => this.#hear(data)
    this.#tell()
  }

  get collected(): boolean {
    return this.#collected
  }

  order(collected: boolean): void {
    this.#collected = collected
    this.#tell()
  }

  leave(): void {
    this.#channel?.postMessage({ says: 'gone' } satisfies Said)
  }

  stop(): void {
    this.leave()
    this.#channel?.close()
  }

  #hear(said: Said): void {
    if (said.says === 'who') this.#tell()
    else if (said.says === 'bone') this.bone = { cause: said.cause, nth: this.bone.nth + 1 }
    else if (said.says === 'order') this.order(said.collected)
  }

  #tell(): void {
    this.#channel?.postMessage({ says: 'here', collected: this.#collected } satisfies Said)
  }
}
