import { answer, type Api } from '../api/client'
import { clean } from '../api/clean'
import { newId } from '../api/ids'
import { Problem } from '../api/problem'
import type { LetterboxFace } from '../api/types'
import { Shelf } from '../live/shelf'
import { shared } from '../text/shared'
import { words } from './words'

/** What is being written; the id is made here, so that sending it again is harmless. */
interface Draft {
  id: string
  text: string
  name: string
  topic: string
}

const fresh = (): Draft => ({ id: newId(), text: '', name: '', topic: '' })

/** What somebody sends by a link open to the world. What she types stays on her
 * device until the server has it: after a refusal, a reload, a lost connection. */
export class Sending {
  readonly #api: Api
  readonly #token: string
  readonly #shelf = new Shelf('dilna-input')
  face = $state.raw<LetterboxFace>()
  draft = $state<Draft>(fresh())
  /** Why the last thing did not go well, in words. */
  problem = $state('')
  /** What was sent last; empty: nothing yet. */
  sent = $state('')
  busy = $state(false)

  constructor(api: Api, token: string) {
    this.#api = api
    this.#token = token
    this.draft = this.#shelf.get<Draft>(token) ?? fresh()
    if (!token) this.problem = words().noLink
  }

  keep(): void {
    if (this.draft.text || this.draft.name) this.#shelf.put(this.#token, this.draft)
    else this.#shelf.drop(this.#token)
  }

  /** Asks what the link is for. */
  async look(): Promise<void> {
    if (!this.#token) return
    try {
      const body = { token: this.#token }
      this.face = await answer(this.#api.POST('/api/letterbox', { body }))
    } catch (error) {
      this.problem = sentenceOf(error)
    }
  }

  async send(): Promise<void> {
    if (this.busy) return
    const { id, name, topic } = this.draft
    const text = clean(this.draft.text)
    this.problem = text ? '' : words().empty
    if (!text) return
    this.busy = true
    try {
      const body = { token: this.#token, id, text, name, ...(topic ? { topic } : {}) }
      await answer(this.#api.POST('/api/letterbox/inputs', { body }))
      this.sent = text
      this.draft = fresh()
      this.keep()
    } catch (error) {
      this.problem = sentenceOf(error)
      await this.look() // it may have closed, or lost a topic
      if (topic && !this.face?.topics?.some((one) => one.id === topic)) this.draft.topic = ''
    } finally {
      this.busy = false
    }
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Problem)) throw error
  if (error.fields.some(({ field }) => field === 'topic')) return words().topicGone
  return error.sentence || shared().unreachable
}
