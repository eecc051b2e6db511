import { answer, type Api } from '../api/client'
import { Problem } from '../api/problem'
import type { components } from '../api/schema'
import type { Account } from '../api/types'

type Body = components['schemas']

/** Who sits at the console. */
export class Login {
  readonly #api: Api
  /** asking: not known yet; first: the one-time link makes the first account; out: signs in; lost: no server. */
  #state = $state<'asking' | 'first' | 'out' | 'in' | 'lost'>('asking')
  #account = $state.raw<Account>()
  #linkProblem = $state.raw<Problem>()
  #link = ''

  constructor(api: Api) {
    this.#api = api
  }

  get state() {
    return this.#state
  }

  get account(): Account | undefined {
    return this.#account
  }

  /** Why the link people came with is no good. */
  get linkProblem(): Problem | undefined {
    return this.#linkProblem
  }

  /** Finds out who is here, or what the one-time link in the address is for. */
  async start(): Promise<void> {
    this.#state = 'asking'
    const link = /^#link=(.+)$/.exec(location.hash)?.[1]
    try {
      await (link ? this.#follow(link) : this.#ask())
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.passing) this.#state = 'lost'
      else if (link) this.#refuse(error)
      else this.#state = 'out'
    }
  }

  async signIn(body: Body['SignIn']): Promise<void> {
    this.#enter(await answer(this.#api.POST('/api/sign-in', { body })))
  }

  async makeFirstAccount(fields: Omit<Body['FirstAccount'], 'link'>): Promise<void> {
    this.#enter(await answer(this.#api.POST('/api/first-account', { body: { link: this.#link, ...fields } })))
  }

  async signOut(): Promise<void> {
    await answer(this.#api.DELETE('/api/sign-in'))
    this.leave()
  }

  /** The sign-in is no longer good. */
  leave(): void {
    this.#account = undefined
    this.#state = 'out'
  }

  async #ask(): Promise<void> {
    this.#account = await answer(this.#api.GET('/api/me'))
    this.#state = 'in'
  }

  async #follow(link: string): Promise<void> {
    const { purpose } = await answer(this.#api.POST('/api/links', { body: { link } }))
    if (purpose === 'sign-in') return this.signIn({ link })
    this.#link = link
    this.#state = 'first'
  }

  #refuse(problem: Problem): void {
    this.#linkProblem = problem
    this.#state = 'out'
  }

  #enter(account: Account): void {
    this.#account = account
    this.#linkProblem = undefined
    this.#state = 'in'
    if (location.hash.startsWith('#link=')) location.replace('#/')
  }
}
