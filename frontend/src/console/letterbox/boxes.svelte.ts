import { newId } from '../../api/ids'
import { Problem } from '../../api/problem'
import type { Input, Letterbox } from '../../api/types'
import type { Desk } from '../desk/desk.svelte'

/** Milliseconds between two looks at what came: 500 inputs on a busy day are not 500 questions. */
const pause = 1_500

/** One letterbox of the workshop, of a step or of the minutes, and what came through it. */
export class Box {
  readonly #desk: Desk
  /** Empty: that of the minutes. */
  readonly #step: string
  /** The id of one that is to be made, so that making it twice is harmless. */
  readonly #fresh = newId()
  known = $state(false)
  letterbox = $state.raw<Letterbox>()
  inputs = $state.raw<Input[]>([])
  #asking = false
  #seen = -1

  constructor(desk: Desk, step: string) {
    this.#desk = desk
    this.#step = step
  }

  get waiting(): Input[] {
    return this.inputs.filter(({ state }) => state === 'waiting')
  }

  get settled(): Input[] {
    return this.inputs.filter(({ state }) => state !== 'waiting')
  }

  /** Looks again until what is shown is as new as the feed. */
  async follow(revision: number): Promise<void> {
    if (this.#asking || revision <= this.#seen) return
    this.#asking = true
    try {
      await this.refresh()
      this.#seen = revision
    } catch (error) {
      if (!(error instanceof Problem)) throw error // the feed says what is wrong with the line
    }
    setTimeout(() => {
      this.#asking = false
      void this.follow(this.#desk.live.revision)
    }, pause)
  }

  async refresh(): Promise<void> {
    const boxes = await this.#desk.commands.letterboxes()
    this.letterbox = boxes.find(({ step }) => (step ?? '') === this.#step)
    this.inputs = this.letterbox ? await this.#desk.commands.inputs(this.letterbox.id) : []
    this.known = true
  }

  set(
    change: Partial<Pick<Letterbox, 'opens' | 'closes' | 'shut' | 'looked' | 'most' | 'reader'>>,
  ): Promise<boolean> {
    const { opens = 0, closes = 0, shut = false, looked = true, most = 500, reader = '' } = this.letterbox ?? {}
    const id = this.letterbox?.id ?? this.#fresh
    const body = { opens, closes, shut, looked, most, reader, ...(this.#step && { step: this.#step }), ...change }
    return this.#then((commands) => commands.setLetterbox(id, body))
  }

  settle(
    inputs: string[],
    state: 'accepted' | 'noted' | 'declined' | 'merged' | 'dropped',
    more: { reason?: string; text?: string; into?: string } = {},
  ): Promise<boolean> {
    return this.#then((commands) => commands.settleInputs(this.letterbox?.id ?? '', { inputs, state, ...more }))
  }

  /** Does something, and looks again whatever became of it: another may have done it before. */
  async #then(work: Parameters<Desk['do']>[0]): Promise<boolean> {
    const done = await this.#desk.do(work)
    await this.refresh().catch(() => {}) // the feed says what is wrong with the line
    return done
  }
}
