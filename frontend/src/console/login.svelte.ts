import { createContext } from 'svelte'
import { answer, type Api } from '../api/client'
import { Problem } from '../api/problem'
import type { components } from '../api/schema'
import type { Account } from '../api/types'
import { address } from './route.svelte'

type Body = components['schemas']
export type Offer = Body['LinkOffer']

/** Who sits at the console. */
export class Login {
  readonly #api: Api
  /** asking: not known yet; offered: has come with a one-time link; out: signs in; lost: no server. */
  #state = $state<'asking' | 'offered' | 'out' | 'in' | 'lost'>('asking')
  #account = $state.raw<Account>()
  #offer = $state.raw<Offer>()
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

  get isCoordinator(): boolean {
    return this.#account?.role === 'coordinator'
  }

  /** What the link people came with is good for. */
  get offer(): Offer | undefined {
    return this.#offer
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

  /** Signs in; with a link that shares a workshop, takes that on as well. */
  async signIn(body: Body['SignIn']): Promise<void> {
    const account = await answer(this.#api.POST('/api/sign-in', { body }))
    if (this.#offer?.workshop) {
      this.#account = account
      await this.accept()
    } else this.#enter(account)
  }

  /** Makes an account with the link. */
  async makeAccount(fields: Omit<Body['AccountByLink'], 'link'>): Promise<void> {
    const account = await answer(this.#api.POST('/api/accounts', { body: { link: this.#link, ...fields } }))
    this.#enter(account, this.#offer?.workshop?.id)
  }

  /** Takes on the workshop that the link shares. */
  async accept(): Promise<void> {
    const { workshop } = await answer(this.#api.POST('/api/links/accept', { body: { link: this.#link } }))
    this.#enter(this.#account!, workshop)
  }

  /** Leaves the link unused. */
  decline(): void {
    if (this.#account) this.#enter(this.#account)
    else this.#state = 'out'
  }

  async signOut(): Promise<void> {
    await answer(this.#api.DELETE('/api/sign-in'))
    this.leave()
  }

  async signOutEverywhere(): Promise<void> {
    await answer(this.#api.DELETE('/api/me/sign-ins'))
    this.leave()
  }

  /** Another name was saved. */
  rename(account: Account): void {
    this.#account = account
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
    const offer = await answer(this.#api.POST('/api/links', { body: { link } }))
    if (offer.purpose === 'sign-in') {
      await this.signIn({ link })
      return location.replace('#/me') // where a new password can be chosen
    }
    this.#link = link
    this.#offer = offer
    this.#account = offer.workshop ? await this.#whoIsHere() : undefined
    this.#state = 'offered'
  }

  async #whoIsHere(): Promise<Account | undefined> {
    try {
      return await answer(this.#api.GET('/api/me'))
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return undefined
      throw error
    }
  }

  #refuse(problem: Problem): void {
    this.#linkProblem = problem
    this.#state = 'out'
  }

  #enter(account: Account, workshop?: string): void {
    this.#account = account
    this.#offer = undefined
    this.#linkProblem = undefined
    this.#state = 'in'
    if (workshop) location.replace(address(workshop, 'run'))
    else if (location.hash.startsWith('#link=')) location.replace('#/')
  }
}

export const [useLogin, provideLogin] = createContext<Login>()
