import { answer, type Api } from '../../api/client'
import { Problem } from '../../api/problem'
import type { components } from '../../api/schema'
import type { Login } from '../login.svelte'

export type Entry = components['schemas']['LibraryEntry']
type Page = components['schemas']['Library']
type Format = components['schemas']['Format']

/** What is looked for; an empty string is "anything". */
export interface Query {
  text: string
  programme: string
  group: string
  state: '' | Entry['state']
  minutes: '' | Entry['minutes']
  order: 'newest' | 'oldest'
  page: number
  removed: boolean
}

const anything: Query = {
  text: '',
  programme: '',
  group: '',
  state: '',
  minutes: '',
  order: 'newest',
  page: 1,
  removed: false,
}

/** The library as one left it: what was looked for is still there after a look into a workshop. */
export class Shelf {
  readonly #api: Api
  readonly #login: Login
  query = $state<Query>({ ...anything })
  #page = $state.raw<Page>()
  /** What the page answers: the question may be another by now. */
  #answered = $state.raw<Query>(anything)
  #problem = $state.raw<Problem>()
  #formats = $state.raw<Format[]>([])
  #unapproved = $state(0)
  /** What was removed last, to be taken back at once. */
  removed = $state.raw<Entry>()
  #asking?: AbortController
  /** Workshops chosen to be downloaded, also from other pages. */
  readonly chosen = $state<Record<string, true>>({})

  constructor(api: Api, login: Login) {
    this.#api = api
    this.#login = login
  }

  get page(): Page | undefined {
    return this.#page
  }

  get problem(): Problem | undefined {
    return this.#problem
  }

  /** What the minutes can be downloaded as. */
  get formats(): Format[] {
    return this.#formats
  }

  /** How many workshops have ended, and their minutes are not approved. */
  get unapproved(): number {
    return this.#unapproved
  }

  /** Takes a removed workshop back. */
  async restore(entry: Entry): Promise<void> {
    await answer(this.#api.POST('/api/library/{w}/restore', { params: { path: { w: entry.id } } }))
    if (this.removed?.id === entry.id) this.removed = undefined
    await this.read()
  }

  get isFiltered(): boolean {
    return isFilter(this.query)
  }

  /** How much is chosen beside the text. */
  get chosenFilters(): number {
    const { programme, group, state, minutes } = this.query
    return [programme, group, state, minutes].filter((choice) => choice !== '').length
  }

  /** Whether nothing at all is stored, of what the person may see. */
  get isEmpty(): boolean {
    return this.#page?.total === 0 && !isFilter(this.#answered)
  }

  /** Changes what is looked for; another question begins at its first page. */
  ask(change: Partial<Query>): void {
    Object.assign(this.query, { page: 1, ...change })
    void this.read()
  }

  clear(): void {
    this.ask({ ...anything, removed: this.query.removed, order: this.query.order })
  }

  /** Goes to what was removed, or back. */
  showRemoved(removed: boolean): void {
    this.ask({ ...anything, removed })
  }

  /** Reads the page; an answer to an older question is not shown. */
  async read(): Promise<void> {
    this.#asking?.abort()
    const asking = (this.#asking = new AbortController())
    const asked = { ...this.query }
    try {
      this.#page = await answer(
        this.#api.GET('/api/library', { params: { query: told(this.query) as never }, signal: asking.signal }),
      )
      this.#answered = asked
      this.#problem = undefined
      const drafts = { state: 'ended', minutes: 'draft' } as const
      this.#unapproved = (await answer(this.#api.GET('/api/library', { params: { query: drafts } }))).total
      if (this.#formats.length === 0) this.#formats = (await answer(this.#api.GET('/api/formats'))) ?? []
    } catch (error) {
      if (asking.signal.aborted) return
      if (!(error instanceof Problem)) throw error
      if (error.status === 401) this.#login.leave()
      this.#problem = error
    }
  }

  get chosenIds(): string[] {
    return Object.keys(this.chosen)
  }

  choose(ids: string[], on: boolean): void {
    for (const id of ids) {
      if (on) this.chosen[id] = true
      else delete this.chosen[id]
    }
  }
}

function isFilter({ text, programme, group, state, minutes }: Query): boolean {
  return `${text}${programme}${group}${state}${minutes}` !== ''
}

/** The query as an address says it: without what is anything. */
function told(query: Query): Record<string, string> {
  const said = Object.entries(query).filter(([, value]) => value !== '' && value !== false)
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]))
}
