import { answer, type Api } from '../api/client'
import { device, remember } from '../api/device'
import { Problem } from '../api/problem'

const stored = 'dilna-workshop'

/** What a spokesperson's link begins with. */
const speak = 'speak='

/** What the QR code says in place of the code: of the door, or of who is to speak for a table. */
export function isScanned(code: string): boolean {
  return /^(speak=)?[a-z2-7]{26}$/.test(code)
}

/** A join code as people type it: spaces and hyphens do not matter, nor do capitals. */
export function tidyCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase()
}

/** Which workshop this device has a place in. The place itself is a cookie that no script can read. */
export class Seat {
  readonly #api: Api
  #workshop = $state(device.getItem(stored) ?? '')
  #lost = $state(false)
  /** Why this device is not inside, though it is known there: it waits in the lobby, or was taken out. */
  outside = $state('')

  constructor(api: Api) {
    this.#api = api
  }

  /** The workshop we are in; '' where we are in none. */
  get workshop(): string {
    return this.#workshop
  }

  /** The place we had is no longer good. */
  get lost(): boolean {
    return this.#lost
  }

  /** Takes a place with the code, or the one this device already has. */
  async take(code: string): Promise<void> {
    const { workshop, waiting } = await answer(
      code.startsWith(speak)
        ? this.#api.POST('/api/speak', { body: { link: code.slice(speak.length) } })
        : this.#api.POST('/api/join', { body: { code } }),
    )
    remember(stored, workshop)
    this.#lost = false
    this.outside = waiting ? 'seat-waiting' : ''
    this.#workshop = workshop
  }

  /** The server does not know our place any more. */
  refused(problem: Problem): void {
    if (problem.status === 401 && problem.code !== 'seat-missing') return void (this.outside = problem.code)
    this.#lost = problem.status === 401 || problem.status === 404
    this.leave()
  }

  /** Goes back to the door. The place stays on this device: the same code leads to it. */
  leave(): void {
    this.outside = ''
    device.removeItem(stored)
    this.#workshop = ''
  }
}
