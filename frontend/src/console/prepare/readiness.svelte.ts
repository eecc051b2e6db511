import { Problem } from '../../api/problem'
import type { components } from '../../api/schema'
import { Newest } from '../../parts/newest'
import type { Desk } from '../desk/desk.svelte'
import { checksOf, type Check } from './checks'

/** What is ready of a workshop, kept up to date while one prepares it. */
export class Readiness {
  readonly #desk: Desk
  #door = $state.raw<components['schemas']['Door']>()
  readonly #newest = new Newest()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  readonly checks: Check[] = $derived.by(() => {
    const { live } = this.#desk
    const state = live.head?.state ?? 'prepared'
    return checksOf({
      head: { ...live.head?.head, state },
      steps: live.steps,
      rounds: live.steps.flatMap((step) => live.roundsOf(step.id)).filter((round) => round.state === 'prepared'),
      door: this.#door,
      seats: live.progress.seats,
    })
  })

  readonly left: number = $derived.by(() => {
    const own = this.#desk.live.head?.checklist ?? []
    return this.checks.filter(({ done }) => !done).length + own.filter(({ done }) => !done).length
  })

  /** Asks the server what the feed does not tell: whether a wall was opened, and what phones can reach. */
  async look(): Promise<void> {
    try {
      await this.#newest.take(this.#desk.commands.door(), (door) => (this.#door = door))
    } catch (error) {
      // What is not known counts as not done; whoever comes back to the window asks again.
      if (!(error instanceof Problem)) throw error
    }
  }
}
