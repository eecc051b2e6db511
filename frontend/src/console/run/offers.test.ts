import { expect, test } from 'vitest'
import { offered, type Standing } from './offers'

const now = (change: Partial<Standing>): Standing => ({
  workshop: 'open',
  step: 'open',
  elsewhere: false,
  blind: false,
  empty: false,
  written: true,
  frozen: false,
  voting: false,
  ...change,
})

// Act by state: what is offered where the workshop and the step stand.
const table: [state: string, standing: Standing, offers: string[]][] = [
  ['before the doors open, a step that waits', now({ workshop: 'prepared', step: 'waiting' }), []],
  ['running, in the open step', now({}), ['go-blind', 'close']],
  ['running, in the open step, everybody on their own', now({ blind: true }), ['close']],
  ['running, on their own, nothing written yet', now({ blind: true, empty: true }), ['reveal', 'close']],
  ['running, people vote on it', now({ frozen: true, voting: true }), []],
  ['running, the step closed', now({ step: 'closed' }), ['reopen']],
  ['running, a look at another step', now({ step: 'waiting', elsewhere: true }), ['open']],
  ['running, a look at another step during a vote', now({ step: 'waiting', elsewhere: true, voting: true }), []],
  ['running, in a text nobody writes into', now({ written: false }), ['close']],
  ['ended, in the last step', now({ workshop: 'ended' }), []],
  ['ended, in a closed step', now({ workshop: 'ended', step: 'closed' }), []],
  ['ended, a look at another step', now({ workshop: 'ended', step: 'waiting', elsewhere: true }), []],
]

for (const [state, standing, offers] of table) {
  test(`${state}: ${offers.join(', ') || 'nothing'} is offered`, () => {
    expect([...offered(standing)].sort()).toEqual([...offers].sort())
  })
}
