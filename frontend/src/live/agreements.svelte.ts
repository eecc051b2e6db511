import { Problem } from '../api/problem'
import type { Agreement } from '../api/types'
import { Courier } from './courier'
import type { Shelf } from './shelf'

/** What I said of one idea: what the server counted, and what I wish where that is newer. */
interface Said {
  idea: string
  agrees: boolean
  seq: number
  wish?: { agrees: boolean; seq: number }
  /** Why the last wish was refused, in the server's words. */
  refused?: string
}

/** The ideas of others that I agree with. A tap is kept on this device until the server has it. */
export class MyAgreements {
  readonly #shelf: Shelf
  readonly #send: (idea: string, body: { agrees: boolean; seq: number }) => Promise<Agreement>
  readonly #courier: Courier
  #said = $state.raw<ReadonlyMap<string, Said>>(new Map())
  #learned: readonly Agreement[] = []

  constructor(shelf: Shelf, send: (idea: string, body: { agrees: boolean; seq: number }) => Promise<Agreement>) {
    this.#shelf = shelf
    this.#send = send
    this.#courier = new Courier(
      () => this.#job(),
      () => undefined, // each idea says that it waits
    )
    this.#read()
    this.#courier.nudge()
  }

  with(idea: string): boolean {
    const said = this.#said.get(idea)
    return (said?.wish ?? said)?.agrees ?? false
  }

  waits(idea: string): boolean {
    return this.#said.get(idea)?.wish !== undefined
  }

  /** Why the last tap on the idea did not count; empty where it did. */
  refusal(idea: string): string {
    return this.#said.get(idea)?.refused ?? ''
  }

  set(idea: string, agrees: boolean): void {
    const { refused: _, ...said } = this.#of(idea)
    this.#keep({ ...said, wish: { agrees, seq: Math.max(Date.now(), (said.wish ?? said).seq + 1) } })
    this.#courier.nudge()
  }

  /** Takes over what the server holds; newer taps stay. */
  learn(told: readonly Agreement[]): void {
    if (told === this.#learned) return
    this.#learned = told
    for (const one of told) if (one.seq >= this.#of(one.idea).seq) this.#keep({ ...this.#of(one.idea), ...one })
    this.#courier.nudge()
  }

  #job(): (() => Promise<void>) | undefined {
    const next = [...this.#said.values()].find(({ wish }) => wish)
    return next?.wish && (() => this.#deliver(next.idea, next.wish!))
  }

  async #deliver(idea: string, wish: { agrees: boolean; seq: number }): Promise<void> {
    try {
      this.#settle(wish.seq, await this.#send(idea, wish))
    } catch (error) {
      if (!(error instanceof Problem) || error.passing) throw error
      const { agrees, seq } = this.#of(idea)
      this.#settle(wish.seq, { idea, agrees, seq }, error.sentence)
    }
  }

  /** A tap made while the one before was on its way is still to be sent. */
  #settle(answered: number, counted: Agreement, refused?: string): void {
    const { wish } = this.#of(counted.idea)
    const newer = wish && wish.seq > answered
    this.#keep({ ...counted, ...(newer ? { wish } : {}), ...(refused ? { refused } : {}) })
  }

  #of(idea: string): Said {
    return this.#said.get(idea) ?? { idea, agrees: false, seq: 0 }
  }

  #keep(said: Said): void {
    this.#shelf.put(said.idea, said)
    this.#read()
  }

  #read(): void {
    this.#said = new Map(this.#shelf.names().map((idea) => [idea, this.#shelf.get<Said>(idea)!]))
  }
}
