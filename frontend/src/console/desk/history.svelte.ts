import { Problem } from '../../api/problem'
import type { HistoryEntry } from '../../api/types'
import { Turns } from '../../parts/turns'
import type { Commands } from './commands'
import type { Saving } from './saving.svelte'
import { toRedo, toUndo } from './takingBack'

const page = 50
/** How long undoing is offered by itself, in milliseconds; the history offers it for good. */
const offer = 10_000

/** What facilitators did to the workshop's content, and taking it back. */
export class History {
  readonly #commands: () => Commands
  readonly #saving: Saving
  #entries = $state.raw<HistoryEntry[]>([])
  #more = $state(false)
  /** What was done last at this desk, while undoing it is offered. */
  #fresh = $state.raw<HistoryEntry>()
  /** How many acts there were: only the newest may own the offer. */
  #acts = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #known = 0
  readonly #told: () => number
  /** Up to which revision, and after how many acts, it is decided whether undoing is offered; nothing was done yet. */
  #decided: { revision: number; acts: number } | undefined
  /** Changes that are not answered yet, and how many they are. */
  #underWay: Promise<unknown> = Promise.resolve()
  #open = 0
  readonly #turns = new Turns()

  /** @param told the revision the feed has told */
  constructor(commands: () => Commands, saving: Saving, told: () => number) {
    this.#commands = commands
    this.#saving = saving
    this.#told = told
  }

  get entries(): HistoryEntry[] {
    return this.#entries
  }

  /** Whether there are older ones. */
  get more(): boolean {
    return this.#more
  }

  get fresh(): HistoryEntry | undefined {
    return this.#fresh
  }

  /** Reads the newest entries; one of this desk's that is new is offered to be undone. */
  async look(): Promise<void> {
    const act = this.#acts
    const { entries, more } = await this.#commands().history(0, page)
    const newest = entries[0]
    if ((newest?.revision ?? 0) < this.#known) return // overtaken by a later look
    this.#entries = entries
    this.#more = more
    this.#known = newest?.revision ?? 0
    if (!this.#decided || this.#open > 0 || act !== this.#acts) return // the look after the newest act decides
    const { revision, acts } = this.#decided
    this.#decided = { revision: this.#known, acts: act }
    // Some acts, a vote that is started, are no entry: the newest entry is of the newest act where each has one.
    const own = entries.filter((entry) => entry.mine && entry.revision > revision).length
    const isNew = own > 0 && own >= act - acts
    // What was added stands there to be removed: an offer after each idea typed would only be in the
    // way. Many that were pasted would have to be removed one by one.
    const isSeen = newest?.kind === 'done' && newest.done === 'added' && newest.count === 1
    if (isNew && newest?.mine && newest.offered && !isSeen) this.#offer(newest)
  }

  /** Something was done at this desk: what was offered before is no longer its newest act. */
  acted(): void {
    this.#acts++
    this.forget()
    void this.glance()
  }

  /** Looks without being asked: where the line is down, the next look will do. */
  async glance(): Promise<void> {
    try {
      await this.look()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }

  async older(): Promise<void> {
    const last = this.#entries.at(-1)
    if (!last) return
    await this.#saving.run(async () => {
      const { entries, more } = await this.#commands().history(last.revision, page)
      this.#entries = [...this.#entries, ...entries]
      this.#more = more
    })
  }

  /** True when it is taken back. */
  undo(entry: HistoryEntry): Promise<boolean> {
    this.forget()
    return this.#saving.run(() => this.#commands().undo(entry.revision))
  }

  /** True when something was taken back. */
  undoLast(): Promise<boolean> {
    return this.#inTurn(toUndo)
  }

  /** True when something was done again. */
  redoLast(): Promise<boolean> {
    return this.#inTurn(toRedo)
  }

  /** A change is on its way: what is taken back after it waits until it is known. */
  began(change: Promise<unknown>): void {
    this.#decided ??= { revision: this.#told(), acts: this.#acts }
    this.#open++
    const answered = change.catch(() => {}).then(() => this.#open--)
    this.#underWay = Promise.all([this.#underWay, answered])
  }

  /** Keys are faster than answers: each means what stands when those before it are done. */
  #inTurn(choose: (entries: HistoryEntry[]) => HistoryEntry | undefined): Promise<boolean> {
    const before = this.#underWay
    return this.#turns.take(async () => {
      await before
      return this.#take(choose)
    })
  }

  async #take(choose: (entries: HistoryEntry[]) => HistoryEntry | undefined): Promise<boolean> {
    if (!(await this.#saving.run(() => this.look()))) return false
    const entry = choose(this.#entries)
    return entry !== undefined && this.undo(entry)
  }

  #offer(entry: HistoryEntry): void {
    this.#fresh = entry
    this.release()
  }

  /** While the pointer or the focus is on the offer, its time stands still. */
  hold(): void {
    clearTimeout(this.#timer)
  }

  /** Time goes on; not while a sheet covers the offer. */
  release(): void {
    clearTimeout(this.#timer)
    const isCovered = () => document.querySelector('dialog[open]') !== null
    this.#timer = setTimeout(() => (isCovered() ? this.release() : this.forget()), offer)
  }

  /** Undoing is no longer offered by itself. */
  forget(): void {
    clearTimeout(this.#timer)
    this.#fresh = undefined
  }
}
