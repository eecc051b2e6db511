import { newId, newKey } from '../../api/ids'
import { Problem } from '../../api/problem'
import type { LiveWorkshop } from '../../live/workshop.svelte'
import type { Commands } from './commands'
import type { History } from './history.svelte'
import { sentenceOf } from './saving.svelte'

/** An idea typed at the desk that the feed does not show yet. */
export interface Outgoing {
  readonly id: string
  readonly key: string
  readonly step: string
  readonly topic: string
  readonly text: string
  /** Why it was not saved; empty while it is on its way. */
  why: string
}

/** Ideas on their way to the server, in the order typed. One that fails stays
 * here, with its text, until it is sent again or taken back. */
export class OutgoingIdeas {
  readonly #commands: Commands
  readonly #live: LiveWorkshop
  readonly #history: History
  #all = $state<Outgoing[]>([])
  #queue: Promise<unknown> = Promise.resolve()

  constructor(commands: Commands, live: LiveWorkshop, history: History) {
    this.#commands = commands
    this.#live = live
    this.#history = history
  }

  get any(): boolean {
    return this.#all.length > 0
  }

  /** Those of a step that the feed does not show yet. */
  of(step: string): Outgoing[] {
    return this.#all.filter((one) => one.step === step && !this.#live.idea(one.id))
  }

  /** Lets go for good of what the feed shows by now; to be called when it has changed. */
  settle(): void {
    const arrived = this.#all.filter((one) => this.#live.idea(one.id))
    if (arrived.length > 0) this.#all = this.#all.filter((one) => !arrived.includes(one))
  }

  /** Adds what was typed, or several lines that were pasted in one act. */
  add(step: string, topic: string, texts: string[]): void {
    const added = texts.map((text) => this.#put(step, topic, text))
    const send = async () => {
      for (const outgoing of added) await this.#send(outgoing)
    }
    this.#queue = this.#queue.then(() => (added.length > 1 ? this.#history.together(send) : send()))
  }

  #put(step: string, topic: string, text: string): Outgoing {
    this.#all.push({ id: newId(), key: newKey(), step, topic, text, why: '' })
    return this.#all.at(-1)!
  }

  again(outgoing: Outgoing): void {
    outgoing.why = ''
    this.#queue = this.#queue.then(() => this.#send(outgoing))
  }

  /** Takes one out of the line, to be typed anew. */
  takeBack(outgoing: Outgoing): string {
    this.#all = this.#all.filter((one) => one.id !== outgoing.id)
    return outgoing.text
  }

  async #send(outgoing: Outgoing): Promise<void> {
    const { id, key, step, topic, text } = outgoing
    try {
      await this.#commands.addIdea(step, { id, text, ...(topic && { topic }) }, key)
    } catch (error) {
      outgoing.why = sentenceOf(error instanceof Problem ? error : new Problem({ status: 500 }))
      if (!(error instanceof Problem)) throw error
    }
  }
}
