import { describe, expect, it } from 'vitest'
import { next, type Now } from './next'

const step = (id: string, origin = '') => ({ id, heading: id, state: 'waiting', origin })
const round = (id: string, state: string, entry = 'phones') => ({ id, step: 'problems', label: '', state, entry })
const now = (change: Partial<Now>): Now => ({
  workshop: { state: 'open', current_step: 'problems' },
  steps: [step('associations'), step('problems'), step('visions'), step('sent in', 'late')],
  rounds: [],
  ideas: 10,
  ...change,
})

describe('the one clear main action', () => {
  it('is opening the doors before anything else', () => {
    expect(next(now({ workshop: { state: 'prepared', current_step: '' } })).does).toBe('open-doors')
  })

  it('is the first step once people can come in', () => {
    const opened = next(now({ workshop: { state: 'open', current_step: '' } }))
    expect(opened).toEqual({ does: 'open-step', step: 'associations', heading: 'associations', first: true })
  })

  it('is opening the prepared round when there are ideas, and going on when it has closed', () => {
    expect(next(now({ rounds: [round('r', 'prepared')] }))).toMatchObject({ does: 'open-round', round: 'r' })
    expect(next(now({ rounds: [{ ...round('r', 'closed'), revealed: true }] }))).toMatchObject({
      does: 'open-step',
      step: 'visions',
    })
  })

  it('is showing what everybody wrote on their own, before it is voted on', () => {
    const steps = [{ ...step('problems'), blind: true }]
    expect(next(now({ steps, rounds: [round('r', 'prepared')] }))).toEqual({ does: 'reveal', step: 'problems' })
    expect(next(now({ steps, ideas: 0 })).does).toBe('end')
  })

  it('is not a vote on nothing', () => {
    expect(next(now({ rounds: [round('r', 'prepared')], ideas: 0 })).does).toBe('open-step')
  })

  it('is closing while a round runs, even when another one is prepared', () => {
    const rounds = [round('second', 'prepared'), round('first', 'open')]
    expect(next(now({ rounds }))).toMatchObject({ does: 'close-round', round: 'first' })
  })

  it('is showing the result of a vote that is over, where there is one', () => {
    const over = (voters: number, revealed = false) => ({ ...round('r', 'closed'), voters, revealed })
    expect(next(now({ rounds: [over(3), round('next', 'prepared')] }))).toMatchObject({
      does: 'show-result',
      round: 'r',
    })
    expect(next(now({ rounds: [over(0)] })).does).not.toBe('show-result')
    expect(next(now({ rounds: [over(3, true)] })).does).not.toBe('show-result')
  })

  it('is typing totals for a round counted on paper', () => {
    expect(next(now({ rounds: [round('r', 'prepared', 'typed')] })).does).toBe('type-totals')
  })

  it('is choosing topics for a step that asks about each of them and has none', () => {
    const needs = { ...step('needs'), marks_per_topic: 3, topics: 0 }
    const steps = [step('problems'), needs]
    const choose = { does: 'choose-topics', step: 'needs', heading: 'needs' }
    expect(next(now({ steps, written: true }))).toEqual(choose)
    expect(next(now({ steps, written: false })).does).toBe('open-step') // nothing to choose from
    expect(next(now({ steps: [step('problems'), { ...needs, topics: 2 }], written: true })).does).toBe('open-step')
    expect(next(now({ steps: [step('problems'), { ...needs, state: 'closed' }], written: true })).does).toBe(
      'open-step',
    )
  })

  it('is the end after the last step; what is sent in later is no step to go to', () => {
    expect(next(now({ workshop: { state: 'open', current_step: 'visions' } })).does).toBe('end')
  })

  it('is the minutes after the end', () => {
    expect(next(now({ workshop: { state: 'ended', current_step: 'visions' } })).does).toBe('take-minutes')
  })

  it('is a first step where the agenda is empty', () => {
    expect(next(now({ steps: [], workshop: { state: 'open', current_step: '' } })).does).toBe('add-step')
  })
})
