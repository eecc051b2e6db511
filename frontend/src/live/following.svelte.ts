import { newId } from '../api/ids'
import { Problem } from '../api/problem'
import type { Audience, Frame } from '../api/types'
import { Feed } from './feed'
import { feedOf } from './http'
import { Tabs, type Channel } from './tabs'
import type { LiveWorkshop } from './workshop.svelte'

/**
 * Keeps a LiveWorkshop up to date in this tab: one stream for all tabs of the
 * browser, read by the tab people look at; catches up after sleep.
 */
export class Following {
  readonly #live: LiveWorkshop
  readonly #source
  readonly #refused: (problem: Problem) => void
  readonly #tabs: Tabs
  readonly #ears = new AbortController()
  #feed: Feed | undefined
  #catchingUp = false
  #connected = $state(false)

  constructor(workshop: string, as: Audience, live: LiveWorkshop, refused: (problem: Problem) => void) {
    this.#live = live
    this.#source = feedOf(workshop, as, (now) => (live.ahead = now - Date.now()))
    this.#refused = refused
    this.#tabs = new Tabs(openChannel(`dilna-feed/${workshop}/${as}`), newId(), {
      lead: () => this.#lead(),
      follow: () => this.#feed?.stop(),
      frame: (frame) => this.#take(frame),
      beat: (revision, connected, ahead) => {
        this.#connected = connected
        live.ahead = ahead
        if (revision > live.revision) void this.#catchUp()
      },
      status: () => ({ revision: live.revision, live: this.#connected, ahead: live.ahead }),
    })
    this.#listen()
    this.#tabs.start(isVisible())
  }

  /** Whether the line to the server stands. */
  get connected(): boolean {
    return this.#connected
  }

  /** Asks for nothing more until it goes on: the page sleeps, or the workshop is about to be removed. */
  rest(): void {
    this.#tabs.rest()
    this.#feed?.stop()
  }

  goOn(): void {
    this.#tabs.seen(isVisible())
  }

  stop(): void {
    this.#ears.abort()
    this.#tabs.leave()
    this.#feed?.stop()
  }

  #lead(): void {
    this.#feed?.stop()
    this.#feed = new Feed(this.#source, {
      since: () => this.#live.revision,
      frame: (frame) => {
        this.#tabs.pass(frame)
        return this.#live.take(frame)
      },
      live: (connected) => this.#connect(connected),
      refused: this.#refused,
    })
    void this.#feed.run()
  }

  #connect(connected: boolean): void {
    if (connected === this.#connected) return
    this.#connected = connected
    this.#tabs.beat()
  }

  #take(frame: Frame): void {
    if (!this.#live.take(frame)) void this.#catchUp()
  }

  /** A following tab that missed something asks for it once. */
  async #catchUp(): Promise<void> {
    if (this.#catchingUp) return
    this.#catchingUp = true
    try {
      this.#live.take(await this.#source.poll(this.#live.revision, 0, this.#ears.signal))
    } catch (error) {
      if (error instanceof Problem && !error.passing) this.#refused(error)
      // Else the line is down: the leading tab says so, and its next beat brings us here again.
    } finally {
      this.#catchingUp = false
    }
  }

  #listen(): void {
    const { signal } = this.#ears
    document.addEventListener(
      'visibilitychange',
      () => {
        this.#tabs.seen(isVisible())
        if (isVisible()) this.#feed?.wake()
      },
      { signal },
    )
    for (const change of ['online', 'offline']) {
      window.addEventListener(change, () => this.#feed?.wake(true), { signal })
    }
    // Also when the page only goes to the back list: there it must not hold a stream.
    window.addEventListener('pagehide', () => this.rest(), { signal })
    window.addEventListener('pageshow', (event) => event.persisted && this.goOn(), { signal })
  }
}

const isVisible = () => document.visibilityState === 'visible'

/** The channel between the tabs; alone where the browser has none. */
function openChannel(name: string): Channel {
  try {
    return new BroadcastChannel(name) as unknown as Channel
  } catch {
    // An old browser, or one that keeps pages apart: this tab goes on alone.
  }
  return { postMessage: () => {}, onmessage: null, close: () => {} }
}
