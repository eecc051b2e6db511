import { SvelteMap } from 'svelte/reactivity'
import type { Idea } from '../../api/types'
import { Turns } from '../../parts/turns'
import type { Desk } from '../desk/desk.svelte'

/** What one press sent: the ideas with the topics they came from, and which of them the server has taken. */
interface Sent {
  from: { id: string; topic: string }[]
  taken: Set<string>
}

/** Ideas sent to topics, and taken back, as fast as keys can be pressed: the board shows at once where the last
 * press has put each, the server is told one after the other, in the order pressed. */
export class Sending {
  /** Where ideas were put here ('' is no topic), until the feed shows them there. */
  readonly going = new SvelteMap<string, string>()
  /** How many commands about an idea are not answered yet. */
  readonly #waiting = new Map<string, number>()
  /** Where the feed showed an idea when its last command was answered. */
  readonly #shown = new Map<string, string>()
  /** The newest last. */
  readonly #sent: Sent[] = []
  readonly #desk: Pick<Desk, 'do' | 'history' | 'live'>
  readonly #turns = new Turns()

  constructor(desk: Pick<Desk, 'do' | 'history' | 'live'>) {
    this.#desk = desk
  }

  topicOf(id: string): string {
    return this.going.get(id) ?? this.#told(id)
  }

  send(ids: string[], topic: string): void {
    const sent: Sent = { from: ids.map((id) => ({ id, topic: this.topicOf(id) })), taken: new Set() }
    this.#sent.push(sent)
    for (const id of ids) this.#put(id, topic)
    void this.#turns.take(async () => {
      for (const id of ids) {
        const isTaken = await this.#desk.do((commands) => commands.changeIdea(id, { topic }))
        if (isTaken) sent.taken.add(id)
        this.#answered(id, isTaken)
      }
    })
  }

  /** Takes back what was sent last, else what was done last at this desk; gives the idea that is back, or ''. */
  takeBack(): string {
    const sent = this.#sent.pop()
    if (!sent) void this.#turns.take(() => this.#desk.history.undoLast())
    else this.#putBack(sent)
    return sent?.from[0]?.id ?? ''
  }

  #putBack({ from, taken }: Sent): void {
    for (const { id, topic } of from) this.#put(id, topic)
    void this.#turns.take(async () => {
      // What the server refused is not there to be taken back: the undoing would hit something older.
      for (const { id } of [...from].reverse())
        this.#answered(id, !taken.has(id) || (await this.#desk.history.undoLast()))
    })
  }

  /** To be called when the feed has told ideas: what stands where it was sent, or where somebody else has put it
   * since, is on its way no more. */
  settle(ideas: Idea[]): void {
    for (const { id, topic = '' } of ideas)
      if (!this.#waiting.get(id) && (topic === this.going.get(id) || topic !== this.#shown.get(id)))
        this.going.delete(id)
  }

  #put(id: string, topic: string): void {
    this.going.set(id, topic)
    this.#waiting.set(id, (this.#waiting.get(id) ?? 0) + 1)
  }

  #answered(id: string, isDone: boolean): void {
    const waiting = (this.#waiting.get(id) ?? 1) - 1
    this.#waiting.set(id, waiting)
    this.#shown.set(id, this.#told(id))
    if (waiting === 0 && (!isDone || this.going.get(id) === this.#told(id))) this.going.delete(id)
  }

  #told(id: string): string {
    return this.#desk.live.idea(id)?.topic ?? ''
  }
}
