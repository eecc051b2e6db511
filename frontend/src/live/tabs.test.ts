import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Frame } from '../api/types'
import { rhythm, Tabs, type Channel, type Message } from './tabs'

/** A browser: every tab hears what the others say, a moment later. */
class Browser {
  tabs: Tab[] = []

  open(name: string, visible: boolean): Tab {
    const tab = new Tab(this, name, visible)
    this.tabs.push(tab)
    return tab
  }

  /** How many tabs read the stream. */
  get streams() {
    return this.tabs.filter((tab) => tab.reading).map((tab) => tab.name)
  }
}

class Tab {
  reading = false
  revision = 0
  beats = 0
  frozen = false
  private readonly messages: { deliver: (message: Message) => void }
  private readonly tabs: Tabs

  constructor(
    browser: Browser,
    readonly name: string,
    visible: boolean,
  ) {
    const channel: Channel = {
      onmessage: null,
      postMessage: (message) => {
        if (this.frozen) return
        for (const other of browser.tabs) if (other !== this) setTimeout(() => other.hear(message), 1)
      },
      close: () => (channel.onmessage = null),
    }
    this.messages = { deliver: (message) => channel.onmessage?.({ data: message }) }
    this.tabs = new Tabs(channel, name, {
      lead: () => (this.reading = true),
      follow: () => (this.reading = false),
      frame: (frame) => (this.revision = frame.revision),
      beat: () => this.beats++,
      status: () => ({ revision: this.revision, live: true, ahead: 0 }),
    })
    this.tabs.start(visible)
  }

  hear(message: Message) {
    if (!this.frozen) this.messages.deliver(message)
  }

  seen(visible: boolean) {
    this.tabs.seen(visible)
  }

  read(frame: Frame) {
    this.revision = frame.revision
    this.tabs.pass(frame)
  }

  close() {
    this.reading = false
    this.tabs.leave()
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

test('the only tab reads the stream at once', () => {
  expect(new Browser().open('a', true).reading).toBe(true)
})

test('FM-07: eight tabs share one stream, the one looked at', async () => {
  const browser = new Browser()
  for (const name of 'abcdefg') browser.open(name, false)
  browser.open('h', true)
  await pass(60_000)
  expect(browser.streams).toEqual(['h'])
})

test('the others get the frames the leader reads', async () => {
  const browser = new Browser()
  const other = browser.open('a', false)
  const leader = browser.open('b', true)
  await pass(10)
  leader.read({ since: 0, revision: 12, progress: { seats: 1, connected: 1 } })
  await pass(10)
  expect(other.revision).toBe(12)
})

test('the tab that comes to the front takes the lead', async () => {
  const browser = new Browser()
  const first = browser.open('z', true)
  const second = browser.open('a', false)
  await pass(10)
  first.seen(false)
  second.seen(true)
  await pass(10)
  expect(browser.streams).toEqual(['a'])
})

test('when the leader closes, another takes over within half a second', async () => {
  const browser = new Browser()
  const leader = browser.open('a', true)
  browser.open('b', false)
  browser.open('c', false)
  await pass(10)
  leader.close()
  await pass(rhythm.bye + 50)
  expect(browser.streams).toHaveLength(1)
})

test('a leader that froze without a word is replaced by the tab looked at', async () => {
  const browser = new Browser()
  const looking = browser.open('a', true)
  const leader = browser.open('b', true)
  await pass(10)
  expect(browser.streams).toEqual(['b'])
  leader.frozen = true
  await pass(rhythm.silence + rhythm.beat)
  expect(looking.reading).toBe(true)
})

test('a frozen leader that wakes up steps down', async () => {
  const browser = new Browser()
  browser.open('a', true)
  const leader = browser.open('b', true)
  await pass(10)
  leader.frozen = true
  await pass(rhythm.silence + rhythm.beat)
  leader.frozen = false
  await pass(rhythm.beat + 10)
  expect(browser.streams).toHaveLength(1)
})

test('two tabs that take the lead in the same moment settle on one', async () => {
  const browser = new Browser()
  browser.open('a', true)
  browser.open('b', true)
  await pass(rhythm.beat * 3)
  expect(browser.streams).toHaveLength(1)
})
