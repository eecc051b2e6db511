import { newKey } from '../api/ids'
import { Problem } from '../api/problem'
import { Courier } from './courier'
import type { Shelf } from './shelf'

/** What people write: ideas stand under a topic (or none), causes under a cause (or none). */
export type Part = 'ideas' | 'causes'

export type Command =
  | { does: 'add'; part: Part; id: string; step: string; under: string; text: string }
  /** from: the text it was made from; a page of before may have left it out. */
  | { does: 'change'; part: Part; id: string; text: string; from?: string | undefined }
  | { does: 'remove' | 'restore'; part: Part; id: string }

/** One command that the server has not confirmed yet. */
export interface Entry {
  /** Name on the shelf; sorts in the order of writing. */
  name: string
  /** Idempotency-Key: sent as often as it takes, it counts once. */
  key: string
  command: Command
  /** It may have reached the server: from now on it may not be changed under the same key. */
  tried: boolean
  /** stands: what somebody else has made of the text meanwhile. */
  refused?: { code: string; sentence: string; stands?: string | undefined }
}

export type EntryState = 'waiting' | 'sending' | 'refused'

/**
 * Commands waiting to be sent: kept on this device, sent in order, once. What
 * the server refuses stays here with its reason until the person decides.
 * Several tabs may send the same entry: its key makes it count once.
 */
export class Outbox {
  readonly #shelf: Shelf
  readonly #send: (command: Command, key: string) => Promise<void>
  readonly #courier: Courier
  #entries = $state.raw<Entry[]>([])
  #sending = $state('')
  #lasting = $state(true)
  #stuck = $state(false)
  #last = 0

  /** send throws a Problem where the server refuses or cannot be reached. */
  constructor(shelf: Shelf, send: (command: Command, key: string) => Promise<void>) {
    this.#shelf = shelf
    this.#send = send
    this.#courier = new Courier(
      () => this.#job(),
      (stuck) => (this.#stuck = stuck),
    )
    this.#read()
  }

  /** What is not confirmed yet, in the order of writing. */
  get entries(): readonly Entry[] {
    return this.#entries
  }

  /** Whether something still has to be sent. */
  get waiting(): boolean {
    return this.#entries.some((entry) => !entry.refused)
  }

  /** Whether the newest try to send found nobody. */
  get stuck(): boolean {
    return this.#stuck
  }

  /** Whether this device keeps what waits when the page is closed. */
  get lasting(): boolean {
    return this.#lasting
  }

  stateOf(entry: Entry): EntryState {
    if (entry.refused) return 'refused'
    return entry.name === this.#sending ? 'sending' : 'waiting'
  }

  /** Starts sending, and goes on when there is reason to hope (network back, screen woken). */
  nudge(): void {
    this.#courier.nudge()
  }

  /** Another tab changed the shelf. */
  reread(): void {
    this.#read()
    this.nudge()
  }

  put(command: Command): void {
    // What never left this device needs no second command to change or undo it.
    const open = this.#entries.filter(
      (entry) => entry.command.id === command.id && (!entry.tried || entry.refused),
    )
    const added = open.find((entry) => entry.command.does === 'add')?.command
    const changed = open.find((entry) => entry.command.does === 'change')
    open.forEach((entry) => this.drop(entry))
    if (changed?.command.does === 'change' && command.does === 'change')
      command = { ...command, from: changed.refused?.stands ?? changed.command.from }
    if (added?.does === 'add' && command.does === 'remove') return
    if (added?.does === 'add' && command.does === 'change') command = { ...added, text: command.text }
    if (command.does === 'restore' && open.some((entry) => entry.command.does === 'remove' && !entry.tried)) return
    this.#keep({ name: this.#nextName(), key: newKey(), command, tried: false })
    this.nudge()
  }

  /** Sends what was refused once more, as a new command. */
  again(entry: Entry): void {
    this.drop(entry)
    const { command, refused } = entry
    this.put(command.does === 'change' ? { ...command, from: refused?.stands ?? command.from } : command)
  }

  drop(entry: Entry): void {
    this.#shelf.drop(entry.name)
    this.#read()
  }

  #job(): (() => Promise<void>) | undefined {
    const entry = this.#entries.find((candidate) => !candidate.refused)
    return entry && (() => this.#deliver(entry))
  }

  async #deliver(entry: Entry): Promise<void> {
    const tried = { ...entry, tried: true }
    this.#keep(tried)
    this.#sending = entry.name
    try {
      await this.#send(entry.command, entry.key)
      this.drop(entry)
    } catch (error) {
      if (!(error instanceof Problem) || error.passing) throw error
      if (alreadyDone(entry.command, error)) this.drop(entry)
      else this.#keep({ ...tried, refused: refusalOf(error) })
    } finally {
      this.#sending = ''
    }
  }

  #keep(entry: Entry): void {
    this.#shelf.put(entry.name, entry)
    this.#read()
  }

  #read(): void {
    const entries = this.#shelf.names().map((name) => this.#shelf.get<Entry>(name))
    this.#entries = entries.filter((entry) => entry !== undefined)
    this.#lasting = this.#shelf.lasting
  }

  #nextName(): string {
    const newest = this.#entries[this.#entries.length - 1]
    this.#last = Math.max(this.#last + 1, Date.now(), newest ? Number.parseInt(newest.name) + 1 : 0)
    return `${String(this.#last).padStart(15, '0')}-${newKey()}`
  }
}

function refusalOf({ code, sentence, collisions }: Problem) {
  return { code, sentence, stands: collisions[0]?.stands }
}

/** Removing what somebody else has removed already is what the person wanted. */
function alreadyDone(command: Command, problem: Problem): boolean {
  return command.does === 'remove' && problem.code === 'not-found'
}
