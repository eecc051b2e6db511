import { untrack } from 'svelte'
import { sendCommand } from '../api/commands'
import { answer, type Api } from '../api/client'
import { newId } from '../api/ids'
import { Problem } from '../api/problem'
import type { Mine as Told, MySignals, Round, Step } from '../api/types'
import { adoptDots } from './adopt'
import { MyBallots } from './ballot.svelte'
import { mineOf, type Contribution, type Echo, type Written } from './contributions'
import { Outbox, type Command, type Entry, type Part } from './outbox.svelte'
import { Shelf } from './shelf'
import type { LiveWorkshop } from './workshop.svelte'

/** How long a confirmed command is shown from memory if the feed does not tell it, milliseconds. */
const echoMost = 10_000

/** Everything in a workshop that belongs to the person on this device. */
export class Mine {
  readonly ballots: MyBallots
  readonly outbox: Outbox
  readonly #api: Api
  readonly workshop: string
  readonly #live: LiveWorkshop
  readonly #stops: (() => void)[]
  #ids = $state.raw<ReadonlySet<string>>(new Set())
  #echoes = $state.raw<readonly Echo[]>([])
  #removed = $state.raw<readonly Contribution[]>([])
  /** What I wrote in steps where everybody writes on their own: the feed does not tell it. */
  #unseen = $state.raw<Told['unseen']>({ ideas: [], causes: [] })
  #signals = $state.raw<MySignals>({ hand: 0 })
  /** Where I sit; undefined before the server has said it. */
  #parts = $state.raw<readonly string[]>()
  #speaks = $state('')
  /** How often the server has taken where I sit, my hand, or that I am done: what was asked before is older. */
  #taken = 0
  #wasBlind = ''
  #division: unknown
  #at = ''

  constructor(workshop: string, api: Api, live: LiveWorkshop) {
    this.workshop = workshop
    this.#api = api
    this.#live = live
    const written = new Shelf(`dilna-outbox/${workshop}`)
    const ballots = new Shelf(`dilna-ballots/${workshop}`)
    this.outbox = new Outbox(written, (command, key) => this.#send(command, key))
    this.ballots = new MyBallots(ballots, (round, body) => {
      const path = { w: workshop, round }
      return answer(api.PUT('/api/workshops/{w}/rounds/{round}/ballot/mine', { params: { path }, body }))
    })
    adoptDots(new Shelf(`dilna-dots/${workshop}`), this.ballots)
    this.#own(this.#addedHere())
    const wake = () => document.visibilityState === 'visible' && this.wake()
    addEventListener('online', wake)
    addEventListener('pageshow', wake)
    document.addEventListener('visibilitychange', wake)
    this.#stops = [
      written.watch(() => {
        this.outbox.reread()
        this.#own(this.#addedHere())
      }),
      ballots.watch(() => this.ballots.reread()),
      () => removeEventListener('online', wake),
      () => removeEventListener('pageshow', wake),
      () => document.removeEventListener('visibilitychange', wake),
      $effect.root(() => {
        $effect(() => this.#forgetEchoes())
        $effect(() => this.#followBlind())
        $effect(() => this.#followStep())
        $effect(() => this.#followGrant())
      }),
    ]
  }

  stop(): void {
    this.#stops.forEach((stop) => stop())
  }

  /** Sends what waits and asks what is mine: at the start, and when the device or the line comes back. */
  wake(): void {
    this.outbox.nudge()
    this.ballots.nudge()
    void this.refresh()
  }

  /** Asks the server what is mine. Fails quietly: the feed tells when the line is down. */
  async refresh(): Promise<void> {
    const [asked, taken] = [this.ballots.answers, this.#taken]
    try {
      const params = { path: { w: this.workshop } }
      const mine = await answer(this.#api.GET('/api/workshops/{w}/mine', { params }))
      this.#own([...mine.ideas, ...mine.causes])
      this.#unseen = mine.unseen
      if (taken !== this.#taken) return await this.refresh()
      this.#parts = mine.parts
      this.#speaks = mine.speaks ?? ''
      this.#signals = { hand: mine.hand, ...(mine.done ? { done: mine.done } : {}) }
      if (!this.ballots.learn(mine.ballots, asked)) await this.refresh()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }

  /** Whether something of mine could not be sent just now. */
  get stuck(): boolean {
    return this.outbox.stuck || this.ballots.stuck
  }

  owns(id: string): boolean {
    return this.#ids.has(id)
  }

  /** What the group has made of an idea: `kept` stays as it is, of one `worded` the wording does (docs/adr/0014). */
  standing(id: string): 'free' | 'worded' | 'kept' {
    const idea = this.#live.idea(id)
    if (!idea) return 'free'
    const rounds = this.#live.roundsOf(idea.step)
    const counted = rounds.some(({ standing }) => standing?.some((one) => one.idea === id && one.points !== null))
    if (counted || idea.merged) return 'kept'
    return idea.marked || idea.chosen ? 'worded' : 'free'
  }

  /** My contributions to a step, in the order of writing, with their state; removed ones can be brought back. */
  inStep(part: Part, step: string): Contribution[] {
    const told: Written[] = part === 'ideas' ? this.#live.ideasOf(step) : this.#live.causesOf(step)
    const unseen = this.#unseen[part].filter((row) => row.step === step)
    const rows = this.#live.step(step)?.blind
      ? unseen
      : told.map((row) => (row.text ? row : (unseen.find(({ id }) => id === row.id) ?? row)))
    const under = new Set(told.filter((row) => !this.#ids.has(row.id)).map((row) => row.parent))
    const contributions = mineOf(part, step, {
      rows: rows.filter((row) => this.#ids.has(row.id)),
      echoes: this.#echoes,
      removed: this.#removed,
      entries: this.outbox.entries.map((entry) => ({ ...entry, state: this.outbox.stateOf(entry) })),
    })
    return contributions.map((one) => ({ ...one, shared: under.has(one.id) }))
  }

  add(part: Part, step: string, under: string, text: string): void {
    const id = newId()
    this.#own([id])
    this.outbox.put({ does: 'add', part, id, step, under, text })
  }

  reword({ part, id }: Contribution, text: string, from: string): void {
    this.outbox.put({ does: 'change', part, id, text, from })
  }

  remove(contribution: Contribution): void {
    this.#removed = [...this.#removed.filter((other) => other.id !== contribution.id), contribution]
    this.outbox.put({ does: 'remove', part: contribution.part, id: contribution.id })
  }

  restore(contribution: Contribution): void {
    const { part, id, step, under, text } = contribution
    // What was removed before it ever left the device is simply written again.
    this.outbox.put(
      contribution.stored ? { does: 'restore', part, id } : { does: 'add', part, id, step, under, text },
    )
  }

  /** The step I am to be at: the newest open one that is for me. */
  get current(): Step | undefined {
    return this.#live.currentFor(this.#parts ?? [])
  }

  /** Where I sit; undefined before the server has said it. */
  get parts(): readonly string[] | undefined {
    return this.#parts
  }

  /** The part I speak for; '' for none. */
  get speaks(): string {
    return this.#speaks
  }

  /** Whether I am a guest: I see all, and write and vote nowhere. */
  get guest(): boolean {
    return this.#parts?.some((id) => this.#live.part(id)?.guests) ?? false
  }

  /** Whether the step is for me, so far as that is known. */
  takesPart(step: Step): boolean {
    return !this.guest && (!step.part || (this.#parts?.includes(step.part) ?? false))
  }

  /** Whether I vote in a round of a step that is for me. */
  votesIn({ parts }: Round): boolean {
    return !parts?.length || parts.some((id) => this.#parts?.includes(id))
  }

  /** Sits down in a part of a division. */
  async choose(division: string, part: string): Promise<void> {
    const params = { path: { w: this.workshop, division } }
    const { parts } = await answer(
      this.#api.PUT('/api/workshops/{w}/divisions/{division}/mine', { params, body: { part } }),
    )
    this.#taken++
    this.#parts = parts
    if (!parts.includes(this.#speaks)) this.#speaks = ''
  }

  /** Whether I said that I am done with the step I am at. */
  get done(): boolean {
    return this.#signals.done !== undefined && this.#signals.done === this.current?.id
  }

  /** Whether my hand is up: nobody has lowered all hands since I raised it. */
  get hand(): boolean {
    return this.#signals.hand > 0 && this.#signals.hand === this.#live.head?.hands
  }

  async setDone(step: string, done: boolean): Promise<void> {
    const params = { path: { w: this.workshop, step } }
    this.#signals = await answer(
      this.#api.PUT('/api/workshops/{w}/steps/{step}/done/mine', { params, body: { done } }),
    )
    this.#taken++
  }

  async raiseHand(raised: boolean): Promise<void> {
    const params = { path: { w: this.workshop } }
    this.#signals = await answer(this.#api.PUT('/api/workshops/{w}/hands/mine', { params, body: { raised } }))
    this.#taken++
  }

  /** Gives up my seat; says how much of what I wrote stays. */
  async leave(remove: boolean): Promise<number> {
    const params = { path: { w: this.workshop } }
    const { kept } = await answer(this.#api.POST('/api/workshops/{w}/leave', { params, body: { remove } }))
    return kept
  }

  #own(ids: string[]): void {
    this.#ids = new Set([...this.#ids, ...ids])
  }

  /** What was written on this device, also before a reload or in another tab, and waits. */
  #addedHere(): string[] {
    return this.outbox.entries.filter(({ command }) => command.does === 'add').map(({ command }) => command.id)
  }

  /** Sends what was refused once more. */
  again(contribution: Contribution): void {
    this.#refused(contribution).forEach((entry) => this.outbox.again(entry))
  }

  /** Gives up what was refused. */
  discard(contribution: Contribution): void {
    this.#refused(contribution).forEach((entry) => this.outbox.drop(entry))
  }

  #refused({ id }: Contribution): Entry[] {
    return this.outbox.entries.filter((entry) => entry.refused && entry.command.id === id)
  }

  async #send(command: Command, key: string): Promise<void> {
    await sendCommand(this.#api, this.workshop, command, key)
    const echo = { command, row: this.#row(command) }
    this.#echoes = [...this.#echoes, echo]
    setTimeout(() => this.#end([echo]), echoMost)
    if (this.#blind() !== '') void this.refresh()
  }

  /** The steps where everybody writes on their own, and what of mine is hidden. */
  #blind(): string {
    const hidden = [...this.#ids].filter((id) => this.#live.idea(id)?.hidden)
    return [...this.#live.steps.filter(({ blind }) => blind).map(({ id }) => id), ...hidden].join()
  }

  /** The feed takes from the screen what is hidden, mine too: I ask for mine. */
  #followBlind(): void {
    const blind = this.#blind()
    if (blind.length > this.#wasBlind.length) void this.refresh()
    this.#wasBlind = blind
  }

  /** Divisions are told anew when somebody speaks for a part no longer: it may be me. */
  #followGrant(): void {
    const division = this.#live.divisions[0]
    if (division !== this.#division && this.#speaks) void this.refresh()
    this.#division = division
  }

  /** Being done ends with the step. */
  #followStep(): void {
    const at = this.current?.id ?? ''
    if (this.#at && at !== this.#at) this.#signals = { hand: untrack(() => this.#signals.hand) }
    this.#at = at
  }

  /** What the feed has told since needs no echo. */
  #forgetEchoes(): void {
    const told = this.#echoes.filter((echo) => this.#row(echo.command) !== echo.row)
    if (told.length > 0) this.#end(told)
  }

  /** From now on the feed alone tells it; what came back is not removed by me any more. */
  #end(echoes: Echo[]): void {
    const back = echoes.map(({ command }) => command.does === 'restore' && command.id)
    this.#removed = this.#removed.filter(({ id }) => !back.includes(id))
    this.#echoes = this.#echoes.filter((echo) => !echoes.includes(echo))
  }

  #row({ part, id }: Command): Written | undefined {
    const told: Written | undefined = part === 'ideas' ? this.#live.idea(id) : this.#live.cause(id)
    return told ?? this.#unseen[part].find((row) => row.id === id)
  }
}
