// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/svelte'
import type { Component } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connect } from '../../api/client'
import type { Frame, Round } from '../../api/types'
import { language } from '../../text/language.svelte'
import { Desk, provideDesk } from '../desk/desk.svelte'
import Nested from './Nested.svelte'

let asked: unknown[]

const server = async (request: Request) => {
  if (request.method === 'GET') return Response.json({ entries: [], more: false }) // the history
  asked.push(await request.json())
  return Response.json({})
}

/** A desk with a round on three ideas, of which the second stands under the first. */
function deskWith(round: Partial<Round>): Desk {
  const desk = new Desk(connect('facilitator', server as typeof fetch), 'w')
  const idea = (id: string, rest = {}) => ({ id, step: 's', text: id, ...rest })
  desk.live.take({
    revision: 1,
    complete: true,
    workshop: { id: 'w', state: 'open', language: 'cs' },
    steps: [{ id: 's', state: 'open', method: 'collect' }],
    ideas: [idea('a', { position: 1 }), idea('b', { position: 1, parent: 'a' }), idea('c', { position: 2 })],
    rounds: [{ id: 'r', step: 's', state: 'prepared', ...round }],
  } as unknown as Frame)
  return desk
}

afterEach(() => vi.unstubAllGlobals())

const linesOf = (desk: Desk) => desk.live.votedOn(desk.live.round('r')!).map(({ id }) => id)

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', server)
  language.choose('cs')
})

test.each<[string, Partial<Round>, string[]]>([
  ['is prepared', {}, ['a', 'c']],
  ['is prepared for remarks, too', { nested: true }, ['a', 'b', 'c']],
  ['is prepared on what was chosen', { ideas: ['b'] }, ['b']],
  ['has begun, and says what it is about', { state: 'open', ideas: ['a', 'c'] }, ['a', 'c']],
  ['closed before anything stood under anything', { state: 'closed' }, ['a', 'b', 'c']],
])('a remark is no line of a ballot unless wanted: a round that %s', (_, round, lines) => {
  expect(linesOf(deskWith(round))).toEqual(lines)
})

test('whoever prepares a round is asked where ideas stand under others, in one tick', async () => {
  const desk = deskWith({})
  const Within: Component<{ round: Round }> = (anchor, props) => {
    provideDesk(desk)
    return Nested(anchor, props)
  }
  render(Within, { props: { round: desk.live.round('r')! }, context: new Map() })
  await fireEvent.click(screen.getByLabelText('Hlasovat i o podnětech, které stojí pod jinými'))
  await expect.poll(() => asked).toEqual([{ nested: true }])
})
