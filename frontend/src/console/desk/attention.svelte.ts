import { answer, type Api } from '../../api/client'
import { newId } from '../../api/ids'
import { Problem } from '../../api/problem'
import type { LiveWorkshop } from '../../live/workshop.svelte'

/** How often a window says again which text somebody is at; the server forgets
 * it after 30 seconds. */
const again = 15_000

/** Which text one is at in this window, told to the others who facilitate, and
 * who of them is at which. A text is named by the path of its change and the
 * member: "ideas/{id}/text". */
export class Attention {
  readonly #api: Api
  readonly #w: string
  readonly #live: LiveWorkshop
  readonly #screen = newId()
  #at = ''
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(api: Api, workshop: string, live: LiveWorkshop) {
    this.#api = api
    this.#w = workshop
    this.#live = live
  }

  /** Names of those who are at the text in other windows. */
  others(at: string): string[] {
    const editing = this.#live.progress.editing ?? []
    return editing.filter((one) => one.text === at && one.screen !== this.#screen).map((one) => one.by)
  }

  /** Somebody types into the text here. */
  begin(at: string): void {
    if (at === '' || at === this.#at) return
    this.#at = at
    clearInterval(this.#timer)
    this.#timer = setInterval(() => this.#tell(at), again)
    this.#tell(at)
  }

  /** She has left it; another text may have taken its place already. */
  end(at: string): void {
    if (at === '' || at !== this.#at) return
    this.#at = ''
    clearInterval(this.#timer)
    this.#tell('')
  }

  /** A courtesy: where the line is down, nobody needs to know. */
  #tell(text: string): void {
    const params = { path: { w: this.#w, screen: this.#screen } }
    answer(this.#api.PUT('/api/workshops/{w}/editing/{screen}', { params, body: { text } })).catch(
      (error: unknown) => {
        if (!(error instanceof Problem)) throw error
      },
    )
  }
}
