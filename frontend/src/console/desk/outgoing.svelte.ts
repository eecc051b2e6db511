import { newId, newKey } from '../../api/ids'
import { Problem } from '../../api/problem'
import type { LiveWorkshop } from '../../live/workshop.svelte'
import type { Commands } from './commands'
import { sentenceOf } from './saving.svelte'

/** What was typed at the desk, or pasted in one act, and the feed does not show yet. */
export interface Outgoing {
  readonly key: string
  readonly step: string
  readonly topic: string
  readonly ideas: readonly { id: string; text: string }[]
  /** Why it was not saved; empty while it is on its way. */
  why: string
  /** Whether that may pass by itself. */
  passing?: boolean
}

/** Ideas on their way to the server, which the commands send in the order typed. One that fails stays
 * here, with its text, until it is sent again or taken back. */
export class OutgoingIdeas {
  readonly #commands: Commands
  readonly #live: LiveWorkshop
  #all = $state<Outgoing[]>([])

  constructor(commands: Commands, live: LiveWorkshop) {
    this.#commands = commands
    this.#live = live
  }

  get any(): boolean {
    return this.#all.length > 0
  }

  /** Those of a step that the feed does not show yet. */
  of(step: string): Outgoing[] {
    return this.#all.filter((one) => one.step === step && !this.#hasArrived(one))
  }

  /** All of them come at once: they are added all or none. */
  #hasArrived(one: Outgoing): boolean {
    return this.#live.idea(one.ideas[0]!.id) !== undefined
  }

  /** Lets go for good of what the feed shows by now; to be called when it has changed. */
  settle(): void {
    const arrived = this.#all.filter((one) => this.#hasArrived(one))
    if (arrived.length > 0) this.#all = this.#all.filter((one) => !arrived.includes(one))
  }

  /** Adds what was typed, or several lines that were pasted: one act either way. */
  add(step: string, topic: string, texts: string[]): void {
    const ideas = texts.map((text) => ({ id: newId(), text }))
    this.#all.push({ key: newKey(), step, topic, ideas, why: '' })
    void this.#send(this.#all.at(-1)!)
  }

  again(outgoing: Outgoing): void {
    outgoing.why = ''
    void this.#send(outgoing)
  }

  /** The server keeps things again: sends what it could not keep. */
  allAgain(): void {
    this.#all.filter((one) => one.why !== '' && one.passing).forEach((one) => this.again(one))
  }

  /** Takes one out of the line, to be typed anew. */
  takeBack(outgoing: Outgoing): string {
    this.#all = this.#all.filter((one) => one.key !== outgoing.key)
    return outgoing.ideas.map((idea) => idea.text).join('\n')
  }

  async #send(outgoing: Outgoing): Promise<void> {
    const { key, step, topic } = outgoing
    const ideas = outgoing.ideas.map((idea) => ({ ...idea, ...(topic && { topic }) }))
    const [only, ...more] = ideas
    try {
      if (only && more.length === 0) await this.#commands.addIdea(step, only, key)
      else await this.#commands.addIdeas(step, ideas, key)
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem({ status: 500 })
      outgoing.why = sentenceOf(problem)
      outgoing.passing = problem.passing
      if (!(error instanceof Problem)) throw error
    }
  }
}
