import { newId, newKey } from '../../api/ids'
import { Problem } from '../../api/problem'
import type { Cause } from '../../api/types'
import type { LiveWorkshop } from '../../live/workshop.svelte'
import type { Line } from '../../parts/fishbone/tree'
import type { Commands } from '../desk/commands'
import { sentenceOf } from '../desk/saving.svelte'
import { children, type Spot } from './outline'

/** A cause typed at the desk that the feed does not show yet. */
export interface OutgoingCause extends Cause {
  key: string
  /** The sibling it stands after; empty: it is the first. */
  behind: string
  /** Where among its siblings it goes; undefined: at their end. */
  index: number | undefined
  /** Why it was not saved; empty while it is on its way. */
  why: string
}

/** Places of the server are whole numbers: between two of them is room for all that is typed. */
const slightly = 1e-6

/** Causes on their way to the server, in the order typed, so that a parent is
 * always there before its children. They stand in the outline at once. */
export class OutgoingCauses {
  readonly #commands: Commands
  readonly #live: LiveWorkshop
  #all = $state<OutgoingCause[]>([])
  #queue: Promise<unknown> = Promise.resolve()

  constructor(commands: Commands, live: LiveWorkshop) {
    this.#commands = commands
    this.#live = live
  }

  /** The causes of a step with those on their way among them, each behind its sibling. */
  among(known: Cause[]): Cause[] {
    const merged = new Map(known.map((cause) => [cause.id, cause]))
    for (const one of this.#all) {
      if (merged.has(one.id)) continue
      const behind = merged.get(one.behind)
      merged.set(one.id, { ...one, position: behind ? behind.position + slightly : -1 })
    }
    return [...merged.values()]
  }

  /** Lets go for good of what the feed shows by now; to be called when it has changed. */
  settle(): void {
    const arrived = this.#all.filter((one) => this.#live.cause(one.id))
    if (arrived.length > 0) this.#all = this.#all.filter((one) => !arrived.includes(one))
  }

  /** Why a cause was not saved; undefined where it was or is on its way. */
  of(id: string): OutgoingCause | undefined {
    return this.#all.find((one) => one.id === id && !this.#live.cause(id))
  }

  add(step: string, text: string, spot: Spot, lines: Line[]): void {
    const siblings = children(lines, spot.parent).map((line) => line.cause)
    const cause = {
      id: newId(),
      key: newKey(),
      step,
      text,
      ...(spot.parent && { parent: spot.parent }),
      position: 0,
      behind: siblings[spot.index - 1]?.id ?? '',
      index: spot.index < siblings.length ? spot.index : undefined,
      why: '',
    }
    this.#all.push(cause)
    this.#enqueue(this.#all.at(-1)!)
  }

  again(cause: OutgoingCause): void {
    cause.why = ''
    this.#enqueue(cause)
  }

  takeBack(cause: OutgoingCause): void {
    this.#all = this.#all.filter((one) => one.id !== cause.id)
  }

  #enqueue(cause: OutgoingCause): void {
    this.#queue = this.#queue.then(() => this.#send(cause))
  }

  async #send({ id, key, step, parent, text, index }: OutgoingCause): Promise<void> {
    const mine = this.#all.find((one) => one.id === id)
    try {
      const place = { ...(parent && { parent }), ...(index !== undefined && { index }) }
      await this.#commands.addCause(step, { id, text, ...place }, key)
    } catch (error) {
      if (mine) mine.why = sentenceOf(error instanceof Problem ? error : new Problem({ status: 500 }))
      if (!(error instanceof Problem)) throw error
    }
  }
}
