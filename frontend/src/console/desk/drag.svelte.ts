/** Whether something is on its way: what lies over the rows makes way. */
export const dragging = $state({ on: false })

/** Where beside a row something dragged would land. */
export type Drop = 'before' | 'under' | 'behind'

/** A row of a list or a tree on its way under a finger or a mouse. Rows it may
 * be dropped on carry their id in `data-row`. */
export class RowDrag<Place> {
  readonly #place: (id: string, over: string, drop: Drop) => Place | undefined
  readonly #move: (id: string, to: Place) => void
  /** What is dragged, over which row it is, and where beside that it would land. */
  #id = $state('')
  #over = $state('')
  #drop = $state<Drop>('under')

  constructor(
    place: (id: string, over: string, drop: Drop) => Place | undefined,
    move: (id: string, to: Place) => void,
  ) {
    this.#place = place
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
    dragging.on = true
    const ended = new AbortController()
    const end = (letGo: boolean) => {
      ended.abort()
      dragging.on = false
      const to = letGo && this.#over !== '' ? this.#place(this.#id, this.#over, this.#drop) : undefined
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
    const row = document.elementFromPoint(at.clientX, at.clientY)?.closest<HTMLElement>('[data-row]')
    const over = row?.dataset['row'] ?? ''
    const { top = 0, height = 1 } = row?.getBoundingClientRect() ?? {}
    const share = (at.clientY - top) / height
    this.#drop = share < 0.3 ? 'before' : share > 0.7 ? 'behind' : 'under'
    this.#over = over !== '' && this.#place(this.#id, over, this.#drop) ? over : ''
  }
}
