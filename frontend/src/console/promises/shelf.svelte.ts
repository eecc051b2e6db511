import { answer, type Api } from '../../api/client'
import { Problem } from '../../api/problem'
import type { components } from '../../api/schema'
import { language } from '../../text/language.svelte'
import type { Login } from '../login.svelte'

type Page = components['schemas']['PromisePage']

/** What is looked for; an empty string is "any". */
export interface Query {
  programme: string
  group: string
  owner: string
  due: '' | 'late' | 'week' | 'month' | 'none'
  state: 'open' | 'all'
  page: number
}

const anything: Query = { programme: '', group: '', owner: '', due: '', state: 'open', page: 1 }

/** Promises as one left them: what was looked for is still there after a look into a workshop. */
export class PromiseShelf {
  readonly #api: Api
  readonly #login: Login
  #query = $state.raw<Query>(anything)
  #page = $state.raw<Page>()
  /** What the page answers: the question may be another by now. */
  #answered = $state.raw<Query>(anything)
  #problem = $state.raw<Problem>()
  #asking?: AbortController

  constructor(api: Api, login: Login) {
    this.#api = api
    this.#login = login
  }

  get query(): Query {
    return this.#query
  }

  get page(): Page | undefined {
    return this.#page
  }

  get problem(): Problem | undefined {
    return this.#problem
  }

  /** Whether nothing at all has been promised, of what the person may see. */
  get isEmpty(): boolean {
    return this.#page?.total === 0 && !isFiltered(this.#answered) && this.#answered.state === 'all'
  }

  get isFiltered(): boolean {
    return isFiltered(this.#query)
  }

  /** Where what is looked for can be downloaded. */
  fileAs(format: 'csv' | 'xlsx' | 'ics'): string {
    const { page: _, ...filters } = told(this.#query)
    return `/api/promises/file?${new URLSearchParams({ ...filters, format, lang: language.code })}`
  }

  /** Changes what is looked for; another question begins at its first page. */
  ask(change: Partial<Query>): void {
    this.#query = { ...this.#query, page: 1, ...change }
    void this.read()
  }

  clear(): void {
    this.ask(anything)
  }

  /** Reads the page; an answer to an older question is not shown. */
  async read(): Promise<void> {
    this.#asking?.abort()
    const asking = (this.#asking = new AbortController())
    const asked = this.#query
    try {
      const params = { query: told(asked) as never }
      this.#page = await answer(this.#api.GET('/api/promises', { params, signal: asking.signal }))
      this.#answered = asked
      this.#problem = undefined
    } catch (error) {
      if (asking.signal.aborted) return
      if (!(error instanceof Problem)) throw error
      if (error.status === 401) this.#login.leave()
      this.#problem = error
    }
  }
}

function isFiltered({ programme, group, owner, due }: Query): boolean {
  return `${programme}${group}${owner}${due}` !== ''
}

/** The query as an address says it: without what is anything. */
function told(query: Query): Record<string, string> {
  const said = Object.entries(query).filter(([, value]) => value !== '')
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]))
}
