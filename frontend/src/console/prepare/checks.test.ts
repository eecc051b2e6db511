import { expect, test } from 'vitest'
import { checksOf, type Ready } from './checks'

const ready: Ready = {
  head: { date: '2025-11-19', place: 'Liberec', start: '13:00', end: '16:00', state: 'open' },
  steps: [
    { id: 'a', method: 'collect', origin: '', prompt: 'Co se vám vybaví?', planned_minutes: 20 },
    { id: 'b', method: 'text', origin: '', prompt: '', planned_minutes: 10 },
    { id: 'c', method: 'collect', origin: 'late', prompt: '' },
  ],
  rounds: [{ step: 'a', entry: 'phones', rule: { rule: 'dots', dots: 3 } }],
  door: { local: false, walls: true },
  seats: 1,
}

const missing = (change: Partial<Ready>) =>
  checksOf({ ...ready, ...change })
    .filter(({ done }) => !done)
    .map(({ name, where }) => [name, where])

test('a workshop with everything in place has nothing left to do', () => {
  expect(missing({})).toEqual([])
})

test('what is missing is named, with the place where it is put right', () => {
  expect(missing({ head: { state: 'prepared' } })).toEqual([
    ['date', 'minutes'],
    ['place', 'minutes'],
    ['doors', 'doors'],
  ])
  const unasked = { ...ready.steps[0]!, id: 'd', prompt: ' ' }
  expect(missing({ steps: [...ready.steps, unasked] })).toEqual([['prompts', { step: 'd' }]])
  expect(missing({ rounds: [{ step: 'a', entry: '', rule: { rule: 'budget', budget: 100 } }] })).toEqual([
    ['rules', { step: 'a' }],
  ])
  expect(missing({ rounds: [{ step: 'a', entry: 'typed' }] })).toEqual([])
  expect(missing({ door: { local: true }, seats: 0 })).toEqual([
    ['address', 'doors'],
    ['wall', 'doors'],
    ['phone', 'doors'],
  ])
})

test('time counts as planned when every step has some and all of them fit', () => {
  const long = { ...ready.steps[0]!, id: 'd', planned_minutes: 180 }
  expect(missing({ steps: [...ready.steps, long] })).toEqual([['time', 'minutes']])
  const untimed = { ...ready.steps[0]!, id: 'd', planned_minutes: 0 }
  expect(missing({ steps: [...ready.steps, untimed] })).toEqual([['time', { step: 'd' }]])
  expect(missing({ steps: [] })).toEqual([
    ['steps', 'new'],
    ['time', 'minutes'],
  ])
})
