import { Problem } from '../../api/problem'
import { shared } from '../../text/shared'
import { words } from '../words'

/** How a piece of work stands: every change a facilitator makes is saved, being
 * saved, or not saved and why. What failed can be tried again as it was. */
export class Saving {
  #state = $state<'idle' | 'saving' | 'saved' | 'failed'>('idle')
  #problem = $state.raw<Problem>()
  #failed: (() => Promise<unknown>) | undefined
  #running = 0

  get state() {
    return this.#state
  }

  get problem(): Problem | undefined {
    return this.#problem
  }

  /** Why it was not saved, in words; empty where it was. */
  get sentence(): string {
    return this.#problem ? sentenceOf(this.#problem) : ''
  }

  /** What is wrong with one field, in words. */
  about(field: string): string {
    return this.#problem?.fields.find((wrong) => wrong.field === field)?.sentence ?? ''
  }

  /** Does the work; true when the server has it. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    this.#running++
    this.#state = 'saving'
    this.#problem = undefined
    try {
      await work()
      this.#failed = undefined
      return true
    } catch (error) {
      this.#problem = error instanceof Problem ? error : new Problem({ status: 500, code: 'internal' })
      this.#failed = work
      if (!(error instanceof Problem)) throw error
      return false
    } finally {
      this.#running--
      if (this.#running === 0) this.#state = this.#problem ? 'failed' : 'saved'
    }
  }

  /** The same work once more. */
  async again(): Promise<boolean> {
    return this.#failed ? this.run(this.#failed) : true
  }

  /** What stood in the way is over: it can be tried again. */
  over(): void {
    const { status, code, passing } = this.#problem ?? {}
    if (status && code && passing) this.#problem = new Problem({ status, code, detail: words().common.worksAgain })
  }

  dismiss(): void {
    this.#problem = undefined
    this.#failed = undefined
    this.#state = 'idle'
  }
}

export function sentenceOf(problem: Problem): string {
  return problem.sentence || shared().unreachable
}
