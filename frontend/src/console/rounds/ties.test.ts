// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/svelte'
import type { Component } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connect } from '../../api/client'
import type { Frame, Idea, Place, Round, Rule, Step } from '../../api/types'
import { language } from '../../text/language.svelte'
import { Desk, provideDesk } from '../desk/desk.svelte'
import { moment } from '../desk/moves.svelte'
import Ties from './Ties.svelte'

type Props = { round: Round; step: Step }

/** What the server was asked to do. */
let asked: { path: string; body: unknown }[]

const server = async (request: Request) => {
  if (request.method === 'GET') return Response.json({ entries: [], more: false }) // the history
  asked.push({ path: new URL(request.url).pathname.replace('/api/workshops/w', ''), body: await request.json() })
  return Response.json({}, { status: 201 })
}

/** The ties of a closed round whose ideas have these ranks. */
function show(rule: Rule, ranks: number[], draws: NonNullable<Round['draws']> = []) {
  const step = { id: 's', state: 'open', method: 'collect' } as Step
  const ids = ranks.map((_, i) => 'abcdefgh'[i]!)
  const standing = ranks.map(
    (rank, i): Place => ({ idea: ids[i]!, rank, points: 9 - rank, mean: 9 - rank }) as Place,
  )
  const round = { id: 'r', step: 's', state: 'closed', revealed: true, rule, voters: 9, standing, draws } as Round
  const desk = new Desk(connect('facilitator', server as typeof fetch), 'w')
  const ideas = ids.map((id, i) => ({ id, step: 's', text: `podnět ${id}`, order: i }) as unknown as Idea)
  const workshop = { id: 'w', state: 'open', language: 'cs' }
  desk.live.take({
    revision: 1,
    complete: true,
    workshop,
    steps: [step],
    ideas,
    rounds: [round],
  } as unknown as Frame)
  const Within: Component<Props> = (anchor, props) => {
    provideDesk(desk)
    return Ties(anchor, props)
  }
  render(Within, { props: { round, step }, context: new Map() })
}

const card = (places: string) => within(screen.getByText(`${places} místo: shoda`).closest('details')!)

/** Presses a button that moves the room, once it is no longer deaf. */
async function press(name: string) {
  await vi.advanceTimersByTimeAsync(moment)
  await fireEvent.click(screen.getByText(name))
  await vi.advanceTimersByTimeAsync(moment)
  expect(asked).toHaveLength(1)
  return asked[0]!
}

beforeEach(() => {
  asked = []
  vi.useFakeTimers()
  vi.stubGlobal('fetch', server)
  language.choose('cs')
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const dots: Rule = { rule: 'dots', dots: 2, per_entry: 1 }

test('a tie is folded; one that decides who goes on says so in its heading', () => {
  show(dots, [1, 1, 3, 3, 5])
  const all = [...document.querySelectorAll('details')]
  expect(all.map(({ open }) => open)).toEqual([false])
  expect(card('1.–2.').queryByText(/rozhodne/)).toBeNull()
  expect(screen.queryByText('3.–4. místo: shoda'), 'places that do not matter').toBeNull()
})

test('the tie at the cut is told, and a round among the tied has as many votes as it needs', async () => {
  show(dots, [1, 2, 2, 2, 5])
  card('2.–4.').getByText('Které se vejdou do prvních 2 míst, rozhodne další kolo, nebo los.')
  const { path, body } = await press('Spustit další kolo mezi nimi')
  expect(path).toBe('/steps/s/rounds')
  expect(body).toMatchObject({ ideas: ['b', 'c', 'd'], open: true, rule: { rule: 'dots', dots: 1 } })
})

test.each<[string, Rule]>([
  ['approval', { rule: 'approval' }],
  ['a scale', { rule: 'scale', steps: 5 }],
  ['a budget', { rule: 'budget', budget: 100, costs: { a: 50, b: 60, c: 70 } }],
  ['judging', { rule: 'judging', steps: 5, criteria: [{ name: 'přínos', weight: 1 }] }],
])('a second round after %s is by the same rule', async (_, rule) => {
  show(rule, [1, 1, 3])
  const { body } = await press('Jen připravit')
  expect(body).toMatchObject({ ideas: ['a', 'b'], open: false, rule: { rule: rule.rule } })
})

test('the first so many go into another round with those that share the last of these places', async () => {
  show(dots, [1, 2, 2, 4])
  const { body } = await press('Připravit další kolo mezi prvními 3')
  expect(body).toMatchObject({ ideas: ['a', 'b', 'c'], open: false })
})

test('a lot is asked about first, and drawn among all that share the place', async () => {
  show(dots, [1, 2, 2, 4])
  await fireEvent.click(screen.getByText('Rozhodnout losem'))
  expect(asked).toEqual([])
  screen.getByText(/nejde vzít zpět ani opakovat/)
  const { path, body } = await press('Losovat')
  expect([path, body]).toEqual(['/rounds/r/draws', { place: 2, among: ['b', 'c'] }])
})

test('after a lot the places stay shared, and only whom it put in goes on', () => {
  show(dots, [1, 2, 2, 4], [{ place: 2, order: ['c', 'b'], at: 1 }])
  const lines = card('2.–3.').getAllByRole('listitem', { hidden: true })
  expect(lines.map(({ textContent }) => textContent)).toEqual(['2. místo: podnět c', '3. místo: podnět b'])
  expect(screen.queryByText('Rozhodnout losem')).toBeNull()
  screen.getByText('Připravit další kolo mezi prvními 2')
})

test('for and against is no order: nothing ties', () => {
  show({ rule: 'choice' }, [1, 1])
  expect(screen.queryByText(/shoda/)).toBeNull()
})
