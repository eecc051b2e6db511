import { Problem } from '../../api/problem'
import type { HistoryEntry } from '../../api/types'
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
  /** What was done last at this desk, while undoing it is offered: one act, the newest entry of it first. */
  #fresh = $state.raw<HistoryEntry[]>([])
  /** How many acts there were: only the newest may own the offer. */
  #acts = 0
  /** Several commands that are one act are under way. */
  #isOneAct = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #known: number | undefined

  constructor(commands: () => Commands, saving: Saving) {
    this.#commands = commands
    this.#saving = saving
  }

  get entries(): HistoryEntry[] {
    return this.#entries
  }

  /** Whether there are older ones. */
  get more(): boolean {
    return this.#more
  }

  get fresh(): HistoryEntry[] {
    return this.#fresh
  }

  /** Reads the newest entries; one of this desk's that is new is offered to be undone. */
  async look(): Promise<void> {
    const act = this.#acts
    const { entries, more } = await this.#commands().history(0, page)
    const newest = entries[0]
    if (this.#known !== undefined && (newest?.revision ?? 0) < this.#known) return // overtaken by a later look
    this.#entries = entries
    this.#more = more
    const isNew = this.#known !== undefined && newest !== undefined && newest.revision > this.#known
    this.#known = newest?.revision ?? 0
    // What was added stands there to be removed: an offer after each idea typed would only be in the way.
    const isSeen = newest?.kind === 'done' && newest.done === 'added'
    if (isNew && newest.mine && newest.offered && !isSeen && act === this.#acts) this.#offer([newest])
  }

  /** Something was done at this desk: what was offered before is no longer its newest act. */
  acted(): void {
    if (this.#isOneAct) return
    this.#acts++
    this.forget()
    void this.glance()
  }

  /** Adds several things in one act, as when lines are pasted: they are taken back together. */
  async together(work: () => Promise<unknown>): Promise<void> {
    await this.glance()
    const before = this.#known ?? Infinity
    await this.#asOne(work)
    const added = this.#entries.filter(
      (entry) =>
        entry.revision > before && entry.mine && entry.kind === 'done' && entry.done === 'added' && entry.offered,
    )
    if (added.length > 1) this.#offer(added)
  }

  async #asOne(work: () => Promise<unknown>): Promise<void> {
    this.#acts++
    this.forget()
    this.#isOneAct = true
    try {
      await work()
    } finally {
      this.#isOneAct = false
    }
    await this.glance()
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

  async undo(entry: HistoryEntry): Promise<void> {
    this.forget()
    await this.#saving.run(() => this.#commands().undo(entry.revision))
  }

  /** Takes back a whole act, the newest entry of it first. */
  async undoAll(entries: HistoryEntry[]): Promise<void> {
    const [only, ...more] = entries
    if (only && more.length === 0) return this.undo(only)
    await this.#saving.run(() =>
      this.#asOne(async () => {
        for (const entry of entries) await this.#commands().undo(entry.revision)
      }),
    )
    this.forget()
  }

  async undoLast(): Promise<void> {
    await this.#take(toUndo)
  }

  async redoLast(): Promise<void> {
    await this.#take(toRedo)
  }

  async #take(choose: (entries: HistoryEntry[]) => HistoryEntry | undefined): Promise<void> {
    if (!(await this.#saving.run(() => this.look()))) return
    const entry = choose(this.#entries)
    if (entry) await this.undo(entry)
  }

  #offer(entries: HistoryEntry[]): void {
    this.#fresh = entries
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
    this.#fresh = []
  }
}
