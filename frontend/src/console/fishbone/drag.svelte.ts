import type { Drop, Spot } from './outline'

/** A branch of the outline on its way under a finger or a mouse. */
export class BranchDrag {
  readonly #spot: (id: string, over: string, drop: Drop) => Spot | undefined
  readonly #move: (id: string, to: Spot) => void
  /** What is dragged, over which cause it is, and where beside that it would land. */
  #id = $state('')
  #over = $state('')
  #drop = $state<Drop>('under')

  constructor(
    spot: (id: string, over: string, drop: Drop) => Spot | undefined,
    move: (id: string, to: Spot) => void,
  ) {
    this.#spot = spot
    this.#move = move
  }

  get id(): string {
    return this.#id
  }

  /** '' where it could not be let go. */
  get over(): string {
    return this.#over
  }

  get drop(): Drop {
    return this.#drop
  }

  /** From pressing the grip until it is let go; Escape leaves everything as it was. */
  start(event: PointerEvent, id: string): void {
    if (event.button !== 0) return
    event.preventDefault()
    this.#id = id
    const ended = new AbortController()
    const end = (letGo: boolean) => {
      ended.abort()
      const to = letGo && this.#over !== '' ? this.#spot(this.#id, this.#over, this.#drop) : undefined
      if (to) this.#move(this.#id, to)
      this.#id = this.#over = ''
    }
    const heard = { signal: ended.signal }
    addEventListener('pointermove', (at) => this.#look(at), heard)
    addEventListener('pointerup', () => end(true), heard)
    addEventListener('pointercancel', () => end(false), heard)
    addEventListener('keydown', (key) => key.key === 'Escape' && end(false), heard)
  }

  #look(at: PointerEvent): void {
    const row = document.elementFromPoint(at.clientX, at.clientY)?.closest<HTMLElement>('[data-cause]')
    const over = row?.dataset['cause'] ?? ''
    const { top = 0, height = 1 } = row?.getBoundingClientRect() ?? {}
    const share = (at.clientY - top) / height
    this.#drop = share < 0.3 ? 'before' : share > 0.7 ? 'behind' : 'under'
    this.#over = over !== '' && this.#spot(this.#id, over, this.#drop) ? over : ''
  }
}
