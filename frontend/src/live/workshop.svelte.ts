import type {
  BallotsCount,
  Cause,
  Combination,
  Decision,
  Division,
  DivisionPart,
  Frame,
  Idea,
  Photo,
  PartCount,
  Progress,
  Round,
  Step,
  Task,
  Topic,
  WorkshopView,
} from '../api/types'
import { bySibling, inOrder, inReadingOrder } from './order'
import { merge, nothing, type Picture } from './picture'

/** The workshop as the feed tells it, ready for screens. Nothing here is mine: see outbox and ballot. */
export class LiveWorkshop {
  #picture = $state.raw<Picture>(nothing)
  #progress = $state.raw<Progress>({ seats: 0, connected: 0 })
  /** How far the server's clock is ahead of this device's, milliseconds. */
  ahead = $state(0)

  #steps = $derived(inOrder(this.#picture.steps.values()))
  #divisions = $derived(inOrder(this.#picture.divisions.values()))
  #topics = $derived(bySibling(this.#picture.topics.values(), (topic) => topic.step))
  #ideas = $derived(bySibling(this.#picture.ideas.values(), (idea) => idea.step))
  #causes = $derived(bySibling(this.#picture.causes.values(), (cause) => cause.step))
  #decisions = $derived(bySibling(this.#picture.decisions.values(), (decision) => decision.step))
  #tasks = $derived(bySibling(this.#picture.tasks.values(), (task) => task.step))
  #photos = $derived(bySibling(this.#picture.photos.values(), (photo) => photo.step))
  #combinations = $derived(bySibling(this.#picture.combinations.values(), (one) => one.step))
  #rounds = $derived(bySibling(this.#picture.rounds.values(), (round) => round.step))

  /** Takes a frame over; false if there is a hole before it and the feed must be read again from `revision`. */
  take(frame: Frame): boolean {
    const next = merge(this.#picture, frame)
    if (!next) return false
    this.#picture = next
    this.#progress = frame.progress
    return true
  }

  get revision(): number {
    return this.#picture.revision
  }

  /** Whether there is anything to show yet. */
  get known(): boolean {
    return this.#picture.workshop !== undefined
  }

  get head(): WorkshopView | undefined {
    return this.#picture.workshop
  }

  /** What most people wrote in, as a language tag; undefined where the workshop does not say. */
  get language(): string | undefined {
    return this.#picture.workshop?.language || undefined
  }

  /** Whether a vote in the step has ended, and its result is still to be shown. */
  awaits(step: string): boolean {
    return this.#progress.awaited?.includes(step) ?? false
  }

  get progress(): Progress {
    return this.#progress
  }

  get steps(): Step[] {
    return this.#steps
  }

  /** Where the screens are; undefined before the first step. */
  get current(): Step | undefined {
    return this.step(this.#picture.workshop?.current_step)
  }

  step(id: string | undefined): Step | undefined {
    return id ? this.#picture.steps.get(id) : undefined
  }

  /** The ways the room is divided. */
  get divisions(): Division[] {
    return this.#divisions
  }

  /** A part, of whichever division it is. */
  part(id: string | undefined): DivisionPart | undefined {
    return this.#divisions.flatMap(({ parts }) => parts).find((part) => part.id === id)
  }

  /** How many sit in a part; known to the console and the wall. */
  countsOf(part: string): PartCount {
    return this.#progress.parts?.find((count) => count.part === part) ?? { part, seats: 0 }
  }

  /** The newest open step that is for people who sit in these parts, else where the screens are. */
  currentFor(parts: readonly string[]): Step | undefined {
    const open = this.#steps.filter(
      (step) =>
        step.state === 'open' &&
        (!step.part || parts.includes(step.part)) &&
        (step.part || step.id === this.current?.id),
    )
    const opened = (step: Step) => step.opened ?? 0
    return (
      open.reduce((newest, step) => (!newest || opened(step) > opened(newest) ? step : newest), open[0]) ??
      this.current
    )
  }

  idea(id: string): Idea | undefined {
    return this.#picture.ideas.get(id)
  }

  cause(id: string): Cause | undefined {
    return this.#picture.causes.get(id)
  }

  /** What stands in a step under that id, whatever its method. */
  entry(id: string): Idea | Cause | Decision | Task | undefined {
    const { ideas, causes, decisions, tasks } = this.#picture
    return ideas.get(id) ?? causes.get(id) ?? decisions.get(id) ?? tasks.get(id)
  }

  round(id: string): Round | undefined {
    return this.#picture.rounds.get(id)
  }

  topicsOf(step: string): Topic[] {
    return this.#topics.get(step) ?? []
  }

  /** All ideas of a step in reading order: the order they are numbered in. */
  ideasOf(step: string): Idea[] {
    return inReadingOrder(this.topicsOf(step), this.#ideas.get(step) ?? [])
  }

  causesOf(step: string): Cause[] {
    return this.#causes.get(step) ?? []
  }

  decisionsOf(step: string): Decision[] {
    return this.#decisions.get(step) ?? []
  }

  tasksOf(step: string): Task[] {
    return this.#tasks.get(step) ?? []
  }

  /** How much stands in a step, whatever its method. */
  entriesIn(step: string): number {
    const tables = [this.#ideas, this.#causes, this.#decisions, this.#tasks]
    return tables.reduce((sum, table) => sum + (table.get(step)?.length ?? 0), 0)
  }

  /** The rounds of a step this audience may see, in order. */
  roundsOf(step: string): Round[] {
    return this.#rounds.get(step) ?? []
  }

  /** The standings that several rounds of a step are told as. */
  combinationsOf(step: string): Combination[] {
    return this.#combinations.get(step) ?? []
  }

  /** The photos beside a step that this audience may see, in order. */
  photosOf(step: string): Photo[] {
    return this.#photos.get(step) ?? []
  }

  /** The rounds people vote in now: as a rule one, or several side by side. */
  openRounds(step: string): Round[] {
    return this.roundsOf(step).filter(({ state }) => state === 'open')
  }

  /** The first of them. */
  openRound(step: string): Round | undefined {
    return this.openRounds(step)[0]
  }

  /** The round whose result stands in the step: the newest that has closed, while nobody votes. */
  resultOf(step: string): Round | undefined {
    return this.openRound(step)
      ? undefined
      : this.roundsOf(step)
          .filter(({ state }) => state === 'closed')
          .at(-1)
  }

  /** What a round is about, in its order: an entry's place here is its number on
   * every ballot, phone and wall. Ideas under others only where the round says so, which
   * is settled when it begins (models.Round.About). */
  votedOn(round: Round): Idea[] {
    const isOnDecisions = this.step(round.step)?.method === 'decisions'
    const entries = isOnDecisions ? this.decisionsOf(round.step) : this.ideasOf(round.step)
    if (round.ideas?.length) return entries.filter(({ id }) => round.ideas!.includes(id))
    return round.state === 'prepared' && !round.nested ? entries.filter(({ parent }) => !parent) : entries
  }

  /** How many ballots have a dot in an open round, on phones and on paper. */
  ballotsIn(round: string): number {
    return this.countsIn(round).count
  }

  countsIn(round: string): BallotsCount {
    const none = { round, count: 0, seats: 0, spent: 0, paper: 0 }
    return this.#progress.ballots?.find((count) => count.round === round) ?? none
  }

  /** How many may vote in an open round: on phones, and who has voted on paper. */
  votersIn(round: string): number {
    const { seats = 0, paper } = this.countsIn(round)
    return seats + paper
  }
}
