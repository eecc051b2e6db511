import { answer, type Api } from '../api/client'
import { Problem } from '../api/problem'
import type { components } from '../api/schema'
import { Following } from '../live/following.svelte'
import { LiveWorkshop } from '../live/workshop.svelte'
import { parseLink } from './link'

type Door = components['schemas']['Door']
type Address = components['schemas']['MinutesAddress']

/** Milliseconds until the wall tries again by itself: nobody stands at its keyboard. */
const again = 5_000

/** The wall's place in a workshop: the link gives it once, its cookie keeps it over reloads. */
export class WallSeat {
  readonly #api: Api
  readonly #link = parseLink(location.hash)
  readonly live = new LiveWorkshop()
  #following = $state.raw<Following>()
  #door = $state.raw<Door>()
  #trouble = $state<'' | 'no-link' | 'wrong-link'>('')
  #codeAsked = ''
  #minutes = $state.raw<Address>()
  #minutesAsked = ''

  constructor(api: Api) {
    this.#api = api
    if (this.#link) void this.#enter()
    else this.#trouble = 'no-link'
  }

  /** Why there is nothing to show; empty where there is, or will be. */
  get trouble() {
    return this.#trouble
  }

  /** Undefined where the link names none. */
  get workshop(): string | undefined {
    return this.#link?.workshop
  }

  get connected(): boolean {
    return this.#following?.connected ?? false
  }

  /** How people get in; undefined until it is known. */
  get door(): Door | undefined {
    return this.#door
  }

  /** Reads the door anew when the code has changed. */
  async readDoor(code: string | undefined): Promise<void> {
    if (!this.#link || code === undefined || code === this.#codeAsked) return
    this.#codeAsked = code
    const params = { path: { w: this.#link.workshop } }
    try {
      this.#door = await answer(this.#api.GET('/api/workshops/{w}/door', { params }))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      this.#codeAsked = ''
      setTimeout(() => void this.readDoor(code), again)
    }
  }

  /** Where everybody reads the minutes; undefined while they are not published. */
  get minutes(): Address | undefined {
    return this.#minutes
  }

  /** Reads their address anew when it has changed. */
  async readMinutes(published: string): Promise<void> {
    if (!this.#link || published === this.#minutesAsked) return
    this.#minutesAsked = published
    this.#minutes = undefined
    if (published === '') return
    const params = { path: { w: this.#link.workshop } }
    try {
      this.#minutes = await answer(this.#api.GET('/api/workshops/{w}/minutes/address', { params }))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.status === 404) return // withdrawn meanwhile
      this.#minutesAsked = ''
      setTimeout(() => void this.readMinutes(published), again)
    }
  }

  async #enter(): Promise<void> {
    const { workshop, token } = this.#link!
    try {
      if (token !== '') await this.#useToken(workshop, token)
      this.#following = new Following(workshop, 'wall', this.live, () => (this.#trouble = 'wrong-link'))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.passing) setTimeout(() => void this.#enter(), again)
      else this.#trouble = 'wrong-link'
    }
  }

  async #useToken(workshop: string, token: string): Promise<void> {
    const params = { path: { w: workshop } }
    await answer(this.#api.POST('/api/workshops/{w}/wall', { params, body: { token } }))
    // The secret is not left in the address, which the projector may show.
    history.replaceState(null, '', `#${workshop}`)
  }
}
