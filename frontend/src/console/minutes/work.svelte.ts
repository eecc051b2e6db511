import { createContext } from 'svelte'
import { newKey } from '../../api/ids'
import { Problem } from '../../api/problem'
import type {
  DraftChange,
  Edit,
  EditionMove,
  LateInput,
  MinutesOptions,
  MinutesWork,
  Office,
  OfficeOffer,
} from '../../api/types'
import { Turns } from '../../parts/turns'
import type { Desk } from '../desk/desk.svelte'
import type { Printed } from './pointed'

/** What the screens of the minutes share: where the minutes stand, and what can be done to them. */
export class Work {
  readonly #desk: Desk
  #state = $state.raw<MinutesWork>()
  #seen = $state(-1)
  /** Changes of what no feed tells: the letterhead. */
  #again = $state(0)
  #asking = false
  #approval = { of: '', key: '' }
  /** Changes of the draft, one after another: how many were made here, and how many of them the state shows. */
  readonly #turns = new Turns()
  #made = 0
  #shown = 0
  #moving: Promise<unknown> | undefined
  /** The heading one works under: the preview goes there. */
  place = $state('')
  /** What was pointed at in the preview, to be corrected; each time anew. */
  pointed = $state.raw<Printed>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get state(): MinutesWork | undefined {
    return this.#state
  }

  /** Changes whenever the minutes may say something else; empty before anything is known. */
  get picture(): string {
    if (!this.#state) return ''
    const version = this.#state.changed ? '' : `&version=${this.#state.next - 1}`
    return `${this.#seen}-${this.#again}${version}`
  }

  /** Asks again though the feed has told nothing. */
  async refresh(): Promise<void> {
    await this.#read()
    this.#again++
  }

  async #read(): Promise<void> {
    const made = this.#made
    this.#state = await this.#desk.commands.minutes()
    this.#shown = made
  }

  /** Asks again until what is shown is as new as the feed. */
  async follow(revision: number): Promise<void> {
    if (this.#asking || revision <= this.#seen) return
    this.#asking = true
    try {
      await this.#read()
      this.#seen = revision
    } catch (error) {
      if (!(error instanceof Problem)) throw error // the feed says what is wrong with the line
    } finally {
      this.#asking = false
    }
    if (this.#desk.live.revision > this.#seen && this.#seen >= revision)
      await this.follow(this.#desk.live.revision)
  }

  /** All rows as the minutes print them, in the order of the draft. */
  get printed(): Printed[] {
    const { live } = this.#desk
    const edits = this.#state?.draft.edits ?? {}
    const shown = (step: string, row: string, text: string) => ({ step, row, text: edits[row]?.text || text })
    return live.steps.flatMap((step) => [
      shown(step.id, step.id, step.heading),
      ...live.topicsOf(step.id).map((one) => shown(step.id, one.id, one.heading)),
      ...[
        ...live.ideasOf(step.id),
        ...live.causesOf(step.id),
        ...live.decisionsOf(step.id),
        ...live.tasksOf(step.id),
        ...live.photosOf(step.id),
      ].map((one) => shown(step.id, one.id, one.text)),
    ])
  }

  edit(row: string): Edit {
    return this.#state?.draft.edits[row] ?? {}
  }

  /** Changes some members of a row's edit; all empty, there is none. `from` are
   * the texts that the change was made from, where somebody typed it. */
  change(row: string, part: Edit, from: Edit = {}): Promise<unknown> {
    return this.#changeDraft(() => {
      const now = this.edit(row)
      const texts = { text: '', body: '', left_out: '', ...now, ...from }
      const made_from = {
        [`edits.${row}.text`]: texts.text,
        [`edits.${row}.body`]: texts.body,
        [`edits.${row}.left_out`]: texts.left_out,
      }
      return { edits: { [row]: filled({ ...now, ...part }) }, made_from }
    })
  }

  /** Leaves steps out of the minutes. */
  hide(steps: string[]): Promise<unknown> {
    return this.#changeDraft(() => {
      const edits = steps.map((step) => [step, filled({ ...this.edit(step), hidden: true })])
      return { edits: Object.fromEntries(edits) }
    })
  }

  /** Puts siblings into this order; where they stand already, no edit is needed. */
  arrange(rows: string[]): Promise<unknown> {
    return this.#changeDraft(() => {
      const edits = rows.map((row, index) => [row, filled({ ...this.edit(row), place: index + 1 })] as const)
      return { edits: Object.fromEntries(edits) }
    })
  }

  remark(step: string, remark: string, from: string): Promise<unknown> {
    return this.#changeDraft(() => ({
      remarks: { [step]: remark },
      made_from: { [`remarks.${step}`]: from },
    }))
  }

  introduce(introduction: string, from: string): Promise<unknown> {
    return this.#changeDraft(() => ({ introduction, made_from: { introduction: from } }))
  }

  note(note: string, from: string): Promise<unknown> {
    return this.#changeDraft(() => ({ note, made_from: { note: from } }))
  }

  opt(part: MinutesOptions): Promise<unknown> {
    return this.#changeDraft(() => ({ options: { ...this.#state?.draft.options, ...part } }))
  }

  /** Changes what an office adds; `from` are the texts that the change was made from. */
  changeOffice(office: Partial<Office>, from: Partial<Office>): Promise<unknown> {
    const made_from = Object.fromEntries(Object.entries(from).map(([name, text]) => [`office.${name}`, text]))
    return this.#changeDraft(() => ({ office, made_from }))
  }

  /** Takes over what the last minutes of the programme say of their office. */
  takeOffice({ office, ...options }: OfficeOffer): Promise<unknown> {
    return this.#changeDraft(() => ({ office, options: { ...this.#state?.draft.options, ...options } }))
  }

  settle(input: LateInput): Promise<unknown> {
    return this.#changeDraft(() => ({ late_inputs: [input] }))
  }

  removeLate(id: string): Promise<unknown> {
    return this.#changeDraft(() => ({ removed: [id] }))
  }

  /** Approves the draft that is shown, once, however often the button is
   * pressed. A field that was just left is saved first: it is part of what one
   * saw. Where somebody else has changed the draft, it is shown anew. */
  async approve(): Promise<void> {
    await this.#turns.take(() => this.#catchUp())
    const { next = 1, sum = '' } = this.#state ?? {}
    const of = `${next} ${sum}`
    if (this.#approval.of !== of) this.#approval = { of, key: newKey() }
    try {
      await this.#desk.commands.approveMinutes({ from: next - 1, draft: sum }, this.#approval.key)
    } catch (error) {
      await this.refresh()
      throw error
    }
  }

  /** A change is made of what stands when its turn comes: of two in quick succession the second keeps the first. */
  #changeDraft(made: () => DraftChange): Promise<unknown> {
    return this.#turns.take(async () => {
      await this.#catchUp()
      await this.#desk.commands.changeDraft(made())
      this.#made++
    })
  }

  /** What was changed here is a moment later in the state. */
  async #catchUp(): Promise<void> {
    if (this.#shown < this.#made) await this.#read()
  }

  publish(version: number, older?: 'stay' | 'withdraw'): Promise<unknown> {
    return this.#move(version, { from: 'approved', state: 'published', ...(older && { older }) })
  }

  withdraw(version: number): Promise<unknown> {
    return this.#move(version, { from: 'published', state: 'approved' })
  }

  withdrawOlder(version: number): Promise<unknown> {
    return this.#move(version, { from: 'published', state: 'published', older: 'withdraw' })
  }

  changeAddress(): Promise<unknown> {
    return this.#once(() => this.#desk.commands.changeAddress(this.#state?.link ?? ''))
  }

  #move(version: number, move: EditionMove): Promise<unknown> {
    return this.#once(() => this.#desk.commands.moveEdition(version, move))
  }

  /** A second press while the first is under way is the same one. */
  #once(work: () => Promise<unknown>): Promise<unknown> {
    this.#moving ??= work().finally(() => (this.#moving = undefined))
    return this.#moving
  }
}

/** An edit without the members that say nothing. */
function filled(edit: Edit): Edit {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => Boolean(value)))
}

/** Rows in the order the draft gives them. */
export function arranged<R extends { id: string }>(rows: R[], edits: Record<string, Edit>): R[] {
  return rows
    .map((row, index) => ({ row, place: edits[row.id]?.place || index + 1 }))
    .sort((a, b) => a.place - b.place)
    .map(({ row }) => row)
}

export const [useWork, provideWork] = createContext<Work>()
