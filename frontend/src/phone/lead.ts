import { answer, connect } from '../api/client'
import { newKey } from '../api/ids'
import type { components } from '../api/schema'

type Change = components['schemas']['EntryChange']

/** The id of something that is made, and the key under which it is asked for. */
interface Made {
  id: string
  key: string
}

/** What a spokesperson does in the steps of her part; each throws a Problem where it is refused. */
export class Lead {
  readonly #api = connect('participant')
  readonly #workshop: string

  constructor(workshop: string) {
    this.#workshop = workshop
  }

  async change(part: 'ideas' | 'causes', row: string, body: Change): Promise<void> {
    const params = { path: { w: this.#workshop, row }, header: { 'Idempotency-Key': newKey() } }
    await answer(this.#api.PATCH(`/api/workshops/{w}/${part}/{row}`, { params, body }))
  }

  async addTopic(step: string, heading: string, { id, key }: Made): Promise<void> {
    const params = { path: { w: this.#workshop, step }, header: { 'Idempotency-Key': key } }
    await answer(this.#api.POST('/api/workshops/{w}/steps/{step}/topics', { params, body: { id, heading } }))
  }

  /** Has people vote at once: each has so many dots, one for an idea at most. */
  async vote(step: string, dots: number, { id, key }: Made): Promise<void> {
    const params = { path: { w: this.#workshop, step }, header: { 'Idempotency-Key': key } }
    const body = { id, open: true, rule: { rule: 'dots' as const, dots, per_entry: 1 } }
    await answer(this.#api.POST('/api/workshops/{w}/steps/{step}/rounds', { params, body }))
  }

  /** Ends the vote, or shows everybody its result. */
  async move(round: string, state: 'closed' | 'revealed'): Promise<void> {
    const params = { path: { w: this.#workshop, round }, header: { 'Idempotency-Key': newKey() } }
    await answer(this.#api.PUT('/api/workshops/{w}/rounds/{round}/state', { params, body: { state } }))
  }
}
