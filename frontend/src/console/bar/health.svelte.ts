import { untrack } from 'svelte'
import { problemOf, type Problem } from '../../api/problem'
import { language } from '../../text/language.svelte'

/** How the server is, in its own words: that it cannot keep what people send (the
 * database does not answer, the disk is full, data are damaged, no more devices
 * fit), or, though it can, that there is no backup of today. One that cannot be
 * reached is told of elsewhere, one that is only busy needs no words. */
class Health {
  #trouble = $state.raw<Problem>()
  #looking = false

  get trouble(): Problem | undefined {
    return this.#trouble
  }

  /** Whether nothing is wrong but, perhaps, the backup of today. */
  get well(): boolean {
    return this.#trouble?.status !== 503
  }

  async look(): Promise<void> {
    if (document.hidden || this.#looking) return
    this.#looking = true
    try {
      const answer = await fetch('/api/health', {
        headers: { 'Accept-Language': language.code },
        cache: 'no-store',
      })
      const said = await answer.json()
      const what = answer.status === 503 ? said : said.warning
      this.#trouble = what && what.code !== 'busy' ? problemOf(answer, what) : undefined
    } catch {
      // no answer, or none of ours
    } finally {
      this.#looking = false
    }
  }
}

export const health = new Health()

/** For a component: does something each time that the server is well again. */
export function onceWell(work: () => unknown): void {
  let was = true
  $effect(() => {
    const is = health.well
    if (is && !was) untrack(() => void work())
    was = is
  })
}
