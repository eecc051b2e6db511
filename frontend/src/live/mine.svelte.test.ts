// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connect } from '../api/client'
import type { Frame, Round } from '../api/types'
import { Mine } from './mine.svelte'
import { LiveWorkshop } from './workshop.svelte'

/** A server that takes everything while it is there, and remembers the requests. */
class Server {
  requests: string[] = []
  away = false
  /** Answers wait for it. */
  ready = Promise.resolve()
  /** What is mine is told only then. */
  held: Promise<void> = Promise.resolve()
  /** The answer to whatever is sent. */
  taken = {}
  mine = {
    seat: 's',
    ideas: [] as string[],
    causes: [] as string[],
    ballots: [],
    parts: [] as string[],
    unseen: { ideas: [], causes: [] },
    hand: 0,
  }

  fetch = async (request: Request): Promise<Response> => {
    if (this.away) throw new TypeError('Failed to fetch')
    const path = new URL(request.url).pathname.replace('/api/workshops/w', '')
    if (path === '/mine') {
      const told = Response.json(this.mine)
      await this.held
      return told
    }
    this.requests.push(`${request.method} ${path.replace(/[a-z2-7]{26}/, 'ID')} ${await request.clone().text()}`)
    await this.ready
    return request.method === 'DELETE'
      ? new Response(null, { status: 204 })
      : Response.json(this.taken, { status: 201 })
  }
}

let server: Server
let live: LiveWorkshop
let open: Mine[]

function start(): Mine {
  const mine = new Mine('w', connect('participant', server.fetch as typeof fetch), live)
  open.push(mine)
  return mine
}

function tell(since: number, revision: number, ideas: { id: string; text: string }[]): void {
  const rows = ideas.map((idea, i) => ({ ...idea, step: 's', position: i }))
  live.take({ since, revision, ideas: rows, progress: { seats: 1, connected: 1 } } satisfies Frame)
}

const texts = (mine: Mine) => mine.inStep('ideas', 's').map(({ text, state }) => `${text} ${state}`)

beforeEach(() => {
  localStorage.clear()
  server = new Server()
  live = new LiveWorkshop()
  open = []
})
afterEach(() => {
  vi.useRealTimers()
  open.forEach((mine) => mine.stop())
})

test('an idea is mine from the first letter to the feed’s last word', async () => {
  const mine = start()
  mine.add('ideas', 's', '', 'Respekt')
  expect(texts(mine)).toEqual(['Respekt sending'])
  await vi.waitFor(() => expect(texts(mine)).toEqual(['Respekt saved']))
  tell(0, 1, [{ id: mine.inStep('ideas', 's')[0]!.id, text: 'Respekt' }])
  expect(texts(mine)).toEqual(['Respekt saved'])
})

test('what was written before the browser was closed is still mine when it is sent afterwards', async () => {
  server.away = true
  const before = start()
  before.add('ideas', 's', '', 'Bez sítě')
  await vi.waitFor(() => expect(texts(before)).toEqual(['Bez sítě waiting']))
  before.stop()

  server.away = false
  const after = start()
  const id = after.outbox.entries[0]!.command.id
  after.wake()
  await vi.waitFor(() => expect(after.outbox.entries).toEqual([]))
  tell(0, 1, [{ id, text: 'Bez sítě' }])
  expect(after.owns(id)).toBe(true)
  expect(texts(after)).toEqual(['Bez sítě saved'])
})

test('a phone that has forgotten everything learns from the server which ideas are its own', async () => {
  tell(0, 1, [
    { id: 'a', text: 'moje' },
    { id: 'b', text: 'cizí' },
  ])
  server.mine.ideas = ['a']
  const mine = start()
  await mine.refresh()
  expect(texts(mine)).toEqual(['moje saved'])
})

test('removing and bringing back are commands the server gets in order', async () => {
  tell(0, 1, [{ id: 'a', text: 'moje' }])
  server.mine.ideas = ['a']
  const mine = start()
  await mine.refresh()
  mine.remove(mine.inStep('ideas', 's')[0]!)
  await vi.waitFor(() => expect(mine.outbox.entries).toEqual([]))
  mine.restore(mine.inStep('ideas', 's')[0]!)
  await vi.waitFor(() => expect(server.requests).toEqual(['DELETE /ideas/a ', 'POST /ideas/a/restore ']))
})

/** What I wrote and have removed: the server knows it. */
async function removed() {
  tell(0, 1, [{ id: 'a', text: 'moje' }])
  server.mine.ideas = ['a']
  const mine = start()
  await mine.refresh()
  mine.remove(mine.inStep('ideas', 's')[0]!)
  await vi.waitFor(() => expect(mine.outbox.entries).toEqual([]))
  live.take({ since: 1, revision: 2, gone: ['a'], progress: { seats: 1, connected: 1 } })
  return mine
}

test('what I brought back and the facilitator then takes away is not mine to undo', async () => {
  const mine = await removed()
  mine.restore(mine.inStep('ideas', 's')[0]!)
  await vi.waitFor(() => expect(mine.outbox.entries).toEqual([]))
  expect(texts(mine)).toEqual(['moje saved'])
  tell(2, 3, [{ id: 'a', text: 'moje' }])
  await vi.waitFor(() => expect(texts(mine)).toEqual(['moje saved']))
  live.take({ since: 3, revision: 4, gone: ['a'], progress: { seats: 1, connected: 1 } })
  expect(texts(mine)).toEqual([])
})

test('what I brought back and the facilitator takes away before the answer comes is not mine to undo either', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const mine = await removed()
  let answer = () => {}
  server.ready = new Promise((resolve) => (answer = resolve))
  mine.restore(mine.inStep('ideas', 's')[0]!)
  tell(2, 3, [{ id: 'a', text: 'moje' }])
  live.take({ since: 3, revision: 4, gone: ['a'], progress: { seats: 1, connected: 1 } })
  answer()
  await vi.waitFor(() => expect(mine.outbox.entries).toEqual([]))
  vi.advanceTimersByTime(10_000)
  expect(texts(mine)).toEqual([])
})

test('two writings in a row go to the server once each', async () => {
  const mine = start()
  mine.add('ideas', 's', 't', 'první')
  mine.add('ideas', 's', '', 'druhá')
  await vi.waitFor(() => expect(mine.outbox.entries).toEqual([]))
  expect(server.requests.map((request) => JSON.parse(request.split(' ')[2]!))).toEqual([
    { id: expect.any(String), text: 'první', topic: 't' },
    { id: expect.any(String), text: 'druhá' },
  ])
})

test('a round of some parts is for who sits in one of them', async () => {
  server.mine.parts = ['jury']
  const mine = start()
  const round = (parts?: string[]) => ({ ...({} as Round), id: 'r', step: 's', ...(parts ? { parts } : {}) })
  expect(mine.votesIn(round(['jury']))).toBe(false) // not said yet
  await mine.refresh()
  expect([round(), round([]), round(['jury', 'other']), round(['other'])].map((one) => mine.votesIn(one))).toEqual(
    [true, true, true, false],
  )
})

test('what the server was asked before I sat down, and answers after, does not make me stand up', async () => {
  const mine = start()
  let answer = () => {}
  server.held = new Promise((resolve) => (answer = resolve))
  const asked = mine.refresh()
  server.taken = { parts: ['table'] }
  await mine.choose('division', 'table')
  server.mine.parts = ['table']
  answer()
  await asked
  expect(mine.parts).toEqual(['table'])
})
