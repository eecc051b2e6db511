import { answer, type Api } from '../api/client'
import { clean } from '../api/clean'
import type { components } from '../api/schema'
import { Shelf } from './shelf'

type Question = components['schemas']['Question']
type MyFeedback = components['schemas']['MyFeedback']

/** What I say of the workshop: what is typed is kept on this device until the server has it. */
export class Answers {
  readonly #api: Api
  readonly #w: string
  readonly #shelf: Shelf
  #told = $state.raw<MyFeedback>({ seq: 0, answers: [] })
  #said = $state<Record<string, string>>({})

  constructor(api: Api, workshop: string) {
    this.#api = api
    this.#w = workshop
    this.#shelf = new Shelf(`dilna-feedback/${workshop}`)
    this.#said = Object.fromEntries(this.#shelf.names().map((name) => [name, this.#shelf.get<string>(name) ?? '']))
  }

  /** What I answer to a question: a text, or a score as a digit. */
  to(question: string): string {
    return this.#said[question] ?? this.#counts(question)
  }

  say(question: string, said: string): void {
    this.#said[question] = said
    this.#shelf.put(question, said)
  }

  /** Whether the server has an answer of mine. */
  get sent(): boolean {
    return this.#told.seq > 0
  }

  /** Whether I say something else than the server has. */
  changed(questions: Question[]): boolean {
    return questions.some(({ id }) => clean(this.to(id)) !== this.#counts(id))
  }

  /** Asks what counts. */
  async read(): Promise<void> {
    this.#told = await answer(this.#api.GET('/api/workshops/{w}/feedback/mine', { params: this.#params }))
  }

  /** Sends all answers. What another tab has sent meanwhile gives way to what is pressed here. */
  async send(questions: Question[]): Promise<void> {
    const answers = questions.flatMap(({ id, kind }) => {
      const said = clean(this.to(id))
      if (said === '') return []
      return [kind === 'scale' ? { question: id, score: Number(said) } : { question: id, text: said }]
    })
    for (let seq = this.#told.seq + 1; ; seq = this.#told.seq + 1) {
      const body = { seq, answers }
      this.#told = await answer(this.#api.PUT('/api/workshops/{w}/feedback/mine', { params: this.#params, body }))
      if (!this.changed(questions)) break
    }
    for (const { id } of questions) {
      delete this.#said[id]
      this.#shelf.drop(id)
    }
  }

  get #params() {
    return { path: { w: this.#w } }
  }

  #counts(question: string): string {
    const counts = this.#told.answers.find((one) => one.question === question)
    return counts?.text ?? (counts?.score ? `${counts.score}` : '')
  }
}
