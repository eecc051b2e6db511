import type { Frame } from '../api/types'

/** What the tabs of one browser tell each other about the one stream they share. */
export type Message =
  | { says: 'hello' }
  | { says: 'lead'; term: number; tab: string }
  | { says: 'beat'; term: number; tab: string; revision: number; live: boolean; ahead: number }
  | { says: 'frame'; frame: Frame }
  | { says: 'bye' }

export interface Channel {
  postMessage(message: Message): void
  onmessage: ((event: { data: Message }) => void) | null
  close(): void
}

export interface TabEvents {
  /** This tab reads the stream from now on. */
  lead(): void
  /** Another tab reads it: stop. */
  follow(): void
  /** The leading tab passed a frame on. */
  frame(frame: Frame): void
  /** The leading tab is there; its revision, whether its line stands, and what it knows of the server's clock. */
  beat(revision: number, live: boolean, ahead: number): void
  /** What this tab tells in its own beats. */
  status(): { revision: number; live: boolean; ahead: number }
}

/** Milliseconds. Hidden tabs are patient: browsers slow their clocks down. */
export const rhythm = { beat: 4_000, silence: 10_000, silenceHidden: 90_000, bye: 300 }

/**
 * Elects the one tab of a browser that reads the stream (a browser opens six
 * connections to a host and no more). The tab a person looks at leads: becoming
 * visible takes the lead, closing gives it up, and a leader that fell silent is
 * replaced. Two leaders at once do no harm and settle by term; Web Locks would
 * be shorter but are missing on plain HTTP.
 */
export class Tabs {
  readonly #channel: Channel
  readonly #events: TabEvents
  readonly #tab: string
  #visible = false
  #leading = false
  #term = 0
  #leader = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(channel: Channel, tab: string, events: TabEvents) {
    this.#channel = channel
    this.#tab = tab
    this.#events = events
    channel.onmessage = (event) => this.#hear(event.data)
  }

  /** Begins: a tab in front leads at once, one behind first listens whether there is a leader. */
  start(visible: boolean): void {
    this.seen(visible)
    if (visible) return
    this.#channel.postMessage({ says: 'hello' })
    this.#await(rhythm.silence)
  }

  /** The tab came to the front or went to the back. */
  seen(visible: boolean): void {
    this.#visible = visible
    if (visible && !this.#leading) this.#lead()
  }

  /** Passes a frame on to the other tabs. */
  pass(frame: Frame): void {
    if (this.#leading) this.#channel.postMessage({ says: 'frame', frame })
  }

  /** Tells the other tabs how the line stands now. */
  beat(): void {
    if (!this.#leading) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.beat(), rhythm.beat)
    this.#channel.postMessage({ says: 'beat', term: this.#term, tab: this.#tab, ...this.#events.status() })
  }

  /** Gives the lead up: the tab is closing, or is put to sleep in the browser's back list. */
  rest(): void {
    clearTimeout(this.#timer)
    if (this.#leading) this.#channel.postMessage({ says: 'bye' })
    this.#leading = false
  }

  leave(): void {
    this.rest()
    this.#channel.close()
  }

  #lead(): void {
    this.#leading = true
    this.#term++
    this.#leader = this.#tab
    this.#channel.postMessage({ says: 'lead', term: this.#term, tab: this.#tab })
    this.#events.lead()
    this.beat()
  }

  #hear(message: Message): void {
    switch (message.says) {
      case 'hello':
        return this.beat()
      case 'lead':
        return this.#meet(message.term, message.tab)
      case 'beat':
        this.#meet(message.term, message.tab)
        if (!this.#leading) this.#events.beat(message.revision, message.live, message.ahead)
        return
      case 'frame':
        if (!this.#leading) this.#events.frame(message.frame)
        return
      case 'bye':
        if (!this.#leading) this.#await(Math.random() * rhythm.bye)
    }
  }

  /** Another tab says it leads: the later term wins, then the greater name. */
  #meet(term: number, tab: string): void {
    const later = term > this.#term || (term === this.#term && tab >= this.#leader)
    if (!later) return this.beat()
    this.#term = term
    this.#leader = tab
    this.#await(this.#visible ? rhythm.silence : rhythm.silenceHidden)
    if (!this.#leading) return
    this.#leading = false
    this.#events.follow()
  }

  #await(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#lead(), milliseconds)
  }
}
