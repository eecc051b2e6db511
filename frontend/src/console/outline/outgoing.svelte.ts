import { newKey } from '../../api/ids'
import { Problem } from '../../api/problem'
import type { LiveWorkshop } from '../../live/workshop.svelte'
import type { Line, TreeEntry } from '../../parts/tree'
import type { Commands, OutlinePart } from '../desk/commands'
import { sentenceOf } from '../desk/saving.svelte'
import { children, type Spot } from './spots'

/** An entry typed at the desk that the feed does not show yet. */
export interface OutgoingEntry extends TreeEntry {
  part: OutlinePart
  step: string
  key: string
  /** The sibling it stands after; empty: it is the first. */
  behind: string
  /** Where among its siblings it goes; undefined: at their end. */
  index: number | undefined
  /** Why it was not saved; empty while it is on its way. */
  why: string
  /** Whether that may pass by itself. */
  passing?: boolean
}

/** What an entry needs to stand among others before the server knows it. */
type Placed = TreeEntry & { behind: string }

/** Places of the server are whole numbers: between two of them is room for all that is typed. What came
 * behind a sibling later stands closer to it. */
const slightly = (nth: number) => 1e-6 / (nth + 1)

/** An entry as it stands at a spot. */
export function standing(id: string, text: string, spot: Spot, lines: Line[]): Placed {
  const behind = children(lines, spot.parent)[spot.index - 1]?.entry.id ?? ''
  return { id, text, ...(spot.parent && { parent: spot.parent }), position: 0, behind }
}

/** The entries with others put among them, each behind its sibling. */
export function among<E extends TreeEntry>(known: E[], others: Placed[]): E[] {
  const merged = new Map<string, E>(known.map((entry) => [entry.id, entry]))
  others.forEach((one, nth) => {
    if (merged.has(one.id)) return
    const behind = merged.get(one.behind)
    const position = behind ? behind.position + slightly(nth) : -1 - nth
    merged.set(one.id, { ...one, position } as TreeEntry as E)
  })
  return [...merged.values()]
}

/** Entries of outlines on their way to the server, in the order typed, so that a
 * parent is always there before what stands under it. They stand in the outline
 * at once. */
export class OutgoingEntries {
  readonly #commands: Commands
  readonly #live: LiveWorkshop
  #all = $state<OutgoingEntry[]>([])
  #queue: Promise<unknown> = Promise.resolve()

  constructor(commands: Commands, live: LiveWorkshop) {
    this.#commands = commands
    this.#live = live
  }

  get any(): boolean {
    return this.#all.length > 0
  }

  /** Those of a step. */
  in(step: string): OutgoingEntry[] {
    return this.#all.filter((one) => one.step === step)
  }

  /** Lets go for good of what the feed shows by now; to be called when it has changed. */
  settle(): void {
    const arrived = this.#all.filter((one) => this.#live.entry(one.id))
    if (arrived.length > 0) this.#all = this.#all.filter((one) => !arrived.includes(one))
  }

  /** An entry that the feed does not show yet; undefined where it does. */
  of(id: string): OutgoingEntry | undefined {
    return this.#all.find((one) => one.id === id && !this.#live.entry(id))
  }

  add(part: OutlinePart, step: string, id: string, text: string, spot: Spot, lines: Line[]): void {
    const count = children(lines, spot.parent).length
    const index = spot.index < count ? spot.index : undefined
    this.#all.push({ ...standing(id, text, spot, lines), part, step, key: newKey(), index, why: '' })
    this.#enqueue(this.#all.at(-1)!)
  }

  again(entry: OutgoingEntry): void {
    entry.why = ''
    this.#enqueue(entry)
  }

  /** The server keeps things again: sends what it could not keep. */
  allAgain(): void {
    this.#all.filter((one) => one.why !== '' && one.passing).forEach((one) => this.again(one))
  }

  /** Words one anew that was not saved. */
  reword(entry: OutgoingEntry, text: string): void {
    entry.text = text
    entry.key = newKey()
    this.again(entry)
  }

  takeBack(entry: OutgoingEntry): void {
    this.#all = this.#all.filter((one) => one.id !== entry.id)
  }

  /** Resolves when all that was typed so far has been answered: only then may it be changed. */
  get answered(): Promise<unknown> {
    return this.#queue
  }

  #enqueue(entry: OutgoingEntry): void {
    this.#queue = this.#queue.then(() => this.#send(entry))
  }

  async #send({ id, key, part, step, parent, text, index }: OutgoingEntry): Promise<void> {
    const mine = this.#all.find((one) => one.id === id)
    try {
      const place = { ...(parent && { parent }), ...(index !== undefined && { index }) }
      await this.#commands.addEntry(part, step, { id, text, ...place }, key)
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem({ status: 500 })
      if (mine) [mine.why, mine.passing] = [sentenceOf(problem), problem.passing]
      if (!(error instanceof Problem)) throw error
    }
  }
}
