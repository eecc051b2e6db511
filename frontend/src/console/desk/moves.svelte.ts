import { Problem } from '../../api/problem'
import type { LiveWorkshop } from '../../live/workshop.svelte'
import type { Commands } from './commands'
import type { Saving } from './saving.svelte'

/** How long moving buttons are deaf after what they say has changed, in
 * milliseconds: longer than the slowest double click. */
export const moment = 900

/** How long it is told that a press came too late. */
const telling = 10_000

/** The room has moved on meanwhile: news, not a failure. */
const news = ['already-done', 'moved-on', 'lot-drawn', 'not-tied']

/**
 * Takes the room somewhere else: doors, steps, votes, the end. Each move says
 * from where to where, as the button showed it; where the room has gone on
 * meanwhile nothing happens, and that is told (docs/adr/0020-moves.md).
 */
export class Moves {
  readonly #commands: () => Commands
  readonly #live: LiveWorkshop
  readonly #saving: Saving
  #underWay = $state(0)
  #resting = $state(false)
  #told = $state('')
  // A value of its own: ideas, votes and people come all the time, and are no other place.
  readonly #place = $derived.by(() => {
    const { head, current } = this.#live
    const rounds = current
      ? this.#live.roundsOf(current.id).map((round) => round.id + round.state + (round.shown_from ?? 0))
      : []
    return [head?.state, head?.current_step, current?.state, current?.blind, ...rounds].join()
  })
  #rest: ReturnType<typeof setTimeout> | undefined
  #telling: ReturnType<typeof setTimeout> | undefined

  constructor(commands: () => Commands, live: LiveWorkshop, saving: Saving) {
    this.#commands = commands
    this.#live = live
    this.#saving = saving
  }

  /** Whether no press counts now: one is under way, or the room has just moved. */
  get deaf(): boolean {
    return this.#underWay > 0 || this.#resting
  }

  /** What became of a press that came too late; empty: nothing to tell. */
  get told(): string {
    return this.#told
  }

  /** Where the room is: what a press on a moving button is about. */
  get place(): string {
    return this.#place
  }

  /** The room has moved: a press that was on its way meant something else. */
  rest(): void {
    this.#resting = true
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => (this.#resting = false), moment)
  }

  workshop(state: 'prepared' | 'open' | 'ended'): Promise<boolean> {
    const from = this.#live.head?.state ?? state
    return this.make((commands) => commands.setState(from, state))
  }

  step(id: string, state: 'waiting' | 'open' | 'closed'): Promise<boolean> {
    const from = { state: this.#live.step(id)?.state ?? state, current_step: this.#live.head?.current_step ?? '' }
    return this.make((commands) => commands.setStepState(id, from, state))
  }

  /** @param beside it opens though people vote in others of the step */
  round(id: string, state: 'open' | 'closed', beside = false): Promise<boolean> {
    const from = { state: this.#live.round(id)?.state ?? state, ballots: this.#live.ballotsIn(id) }
    return this.make((commands) => commands.setRoundState(id, from, state, beside))
  }

  /** Shows everybody the result of a closed round: all of it, or the next place from the last one up. */
  show(id: string, what: 'revealed' | 'revealing'): Promise<boolean> {
    const from = { state: 'closed' as const, shown_from: this.#live.round(id)?.shown_from ?? 0 }
    return this.make((commands) => commands.setRoundState(id, from, what))
  }

  /** Makes one move; true when the room went where it was to go. */
  async make(work: (commands: Commands) => Promise<unknown>): Promise<boolean> {
    this.#tell('')
    this.#underWay++
    let late = false
    const move = async () => {
      try {
        await work(this.#commands())
      } catch (error) {
        if (!(error instanceof Problem) || !news.includes(error.code)) throw error
        late = true
        this.#tell(error.sentence)
      }
    }
    try {
      return (await this.#saving.run(move)) && !late
    } finally {
      this.#underWay--
      this.rest()
    }
  }

  #tell(sentence: string): void {
    this.#told = sentence
    clearTimeout(this.#telling)
    if (sentence) this.#telling = setTimeout(() => (this.#told = ''), telling)
  }
}
