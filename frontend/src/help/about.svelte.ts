import { createContext } from 'svelte'
import { answer, connect } from '../api/client'
import { Problem } from '../api/problem'
import type { components } from '../api/schema'

/** Who runs this installation, and whether the pictures were taken; until the
 * server says so, nobody and none. */
export class About {
  #said = $state.raw<components['schemas']['About']>({ operator: '', contact: '', pictures: false })

  get operator(): string {
    return this.#said.operator
  }

  get contact(): string {
    return this.#said.contact
  }

  get pictures(): boolean {
    return this.#said.pictures
  }

  async ask(): Promise<void> {
    try {
      this.#said = await answer(connect('participant').GET('/api/about'))
    } catch (error) {
      // The pages read well without: they name nobody and show no picture.
      if (!(error instanceof Problem)) throw error
    }
  }
}

export const [useAbout, provideAbout] = createContext<About>()
