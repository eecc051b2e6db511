// @vitest-environment happy-dom
import { render, screen } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Frame, Round } from '../api/types'
import { language } from '../text/language.svelte'
import Wall from './Wall.svelte'

/** A server that tells the wall what the test says. */
class Server {
  #revision = 1
  #stream: ReadableStreamDefaultController<Uint8Array> | undefined

  tell(change: Partial<Frame>): void {
    const since = this.#revision++
    const frame = { since, revision: this.#revision, progress: { seats: 2, connected: 2 }, ...change }
    this.#stream!.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(frame)}\n\n`))
  }

  answer = async (asked: RequestInfo | URL): Promise<Response> => {
    const url = asked instanceof Request ? asked.url : String(asked)
    if (!url.includes('/feed')) return new Response('{}', { status: 404 })
    if (url.includes('wait=')) return new Response(JSON.stringify(whole))
    return new Response(new ReadableStream({ start: (stream) => void (this.#stream = stream) }))
  }

  get isHeard(): boolean {
    return this.#stream !== undefined
  }
}

const step = { id: 's', method: 'collect', state: 'open', position: 1, heading: 'NÁVRHY', prompt: '', layout: '' }
const round = (id: string, position: number, change: Partial<Round> = {}): Round => ({
  id,
  position,
  step: 's',
  state: 'open',
  label: `Kolo ${id}`,
  entry: '',
  dots: 3,
  per_idea: 1,
  ...change,
})
const result = (id: string, position: number, points: number): Round =>
  round(id, position, {
    state: 'closed',
    revealed: true,
    voters: points,
    standing: [{ idea: 'i', points, rank: 1 }],
  })
const whole = {
  since: 0,
  revision: 1,
  progress: { seats: 2, connected: 2 },
  workshop: { id: 'w', state: 'open', code: 'KSZ379', current_step: 's', title: 'Jednání' },
  steps: [step],
  ideas: [{ id: 'i', step: 's', text: 'Lavička', position: 1 }],
  rounds: [round('a', 1), round('b', 2)],
} as unknown as Frame

beforeEach(() => {
  language.choose('cs')
  location.hash = `#${'w'.repeat(26)}`
})
afterEach(() => vi.unstubAllGlobals())

test('a result that is shown after another has pages of its own', async () => {
  const server = new Server()
  vi.stubGlobal('fetch', server.answer)
  const { container } = render(Wall)
  await screen.findByRole('heading', { name: 'NÁVRHY' })
  await vi.waitUntil(() => server.isHeard)
  const shown = () => container.querySelector('header')

  server.tell({ rounds: [result('a', 1, 2)], gone: ['b'] })
  await screen.findByText('Kolo a')
  const first = shown()
  server.tell({ rounds: [result('b', 2, 1)] })
  await screen.findByText('Kolo b')
  expect(shown(), 'what is shown is drawn anew, from its first page').not.toBe(first)
})
