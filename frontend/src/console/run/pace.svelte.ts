import { onDestroy } from 'svelte'
import type { Desk } from '../desk/desk.svelte'
import { inMeeting, minutesOf, off, planOf, shortened } from '../prepare/plan'

/** Milliseconds between two looks at the clock. */
const oftenEnough = 15_000

/** How the day keeps to its plan: when it will end, and what would bring it back. */
export class Pace {
  readonly #desk: Desk
  #now = $state(new Date())

  constructor(desk: Desk) {
    this.#desk = desk
    const clock = setInterval(() => (this.#now = new Date()), oftenEnough)
    onDestroy(() => clearInterval(clock))
  }

  get #head() {
    return this.#desk.live.head?.head
  }

  get #plan() {
    return planOf(this.#desk.live.steps, this.#head?.start, this.#head?.end)
  }

  /** Minutes behind the plan (ahead of it: below 0); undefined where that says nothing. */
  get off(): number | undefined {
    const { live } = this.#desk
    const isToday = !this.#head?.date || this.#head.date === this.#now.toLocaleDateString('sv') // as in ISO 8601
    if (!isToday || live.head?.state !== 'open' || live.current?.state !== 'open') return undefined
    return off(this.#plan, live.current, this.#now.getHours() * 60 + this.#now.getMinutes())
  }

  /** When the last step will end if the others take their time, in minutes of the day. */
  get end(): number | undefined {
    const end = this.#plan.end
    return this.off === undefined || end === undefined ? undefined : end + this.off
  }

  /** The planned end of the workshop, where it will be later. */
  get missed(): number | undefined {
    const planned = minutesOf(this.#head?.end)
    return planned !== undefined && this.end !== undefined && this.end > planned ? planned : undefined
  }

  /** How long the steps to come may take so that it ends as planned; empty: that cannot be. */
  get shorter() {
    if (this.missed === undefined || this.end === undefined) return []
    const steps = inMeeting(this.#desk.live.steps)
    const here = steps.findIndex(({ id }) => id === this.#desk.live.current?.id)
    const coming = steps.slice(here + 1)
    const total = coming.reduce((sum, step) => sum + (step.planned_minutes ?? 0), 0)
    return shortened(coming, total - (this.end - this.missed))
  }

  /** When a step to come should start as the day goes, in minutes of the day. */
  startOf(step: string): number | undefined {
    const start = this.#plan.starts.get(step)
    return start === undefined || this.off === undefined ? undefined : start + this.off
  }
}
