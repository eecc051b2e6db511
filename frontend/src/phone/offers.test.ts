import { expect, test } from 'vitest'
import { actsOn, offers, type Offer, type Own, type Standing } from './offers'

const step = (state: string, method = 'collect') => ({ state, method })
const all: Offer[] = ['write', 'add-cause', 'vote', 'change-own', 'done', 'hand']

// Act by state: what a phone offers where the workshop and the step it shows stand.
const table: [state: string, standing: Standing, offered: Offer[]][] = [
  ['not yet connected', { workshop: undefined }, []],
  ['before the doors open', { workshop: 'prepared' }, []],
  ['doors shut again, in a step that was open', { workshop: 'prepared', step: step('open') }, []],
  ['running, before the first step', { workshop: 'open' }, ['hand']],
  ['running, the step waits', { workshop: 'open', step: step('waiting') }, ['hand']],
  ['running, in the open step', { workshop: 'open', step: step('open') }, ['write', 'change-own', 'done', 'hand']],
  [
    'running, a round prepared on it: the phone knows none',
    { workshop: 'open', step: step('open'), vote: false },
    ['write', 'change-own', 'done', 'hand'],
  ],
  ['running, people vote', { workshop: 'open', step: step('open'), vote: true }, ['vote', 'done', 'hand']],
  [
    'running, the vote has ended, and its result is still to be shown',
    { workshop: 'open', step: step('open'), awaits: true },
    ['change-own', 'done', 'hand'],
  ],
  [
    'running, the result is shown',
    { workshop: 'open', step: step('open'), counted: true },
    ['change-own', 'done', 'hand'],
  ],
  ['running, a look back at a closed step', { workshop: 'open', step: step('closed'), counted: true }, ['hand']],
  [
    'running, in a fishbone',
    { workshop: 'open', step: step('open', 'fishbone') },
    ['add-cause', 'change-own', 'done', 'hand'],
  ],
  ['running, a closed fishbone', { workshop: 'open', step: step('closed', 'fishbone') }, ['hand']],
  ['running, a text', { workshop: 'open', step: step('open', 'text') }, ['hand']],
  ['running, tasks', { workshop: 'open', step: step('open', 'tasks') }, ['hand']],
  ['ended', { workshop: 'ended' }, []],
  ['ended, a look back at a step that stayed open', { workshop: 'ended', step: step('open') }, []],
  ['ended, a look back at a vote that stayed open', { workshop: 'ended', step: step('open'), vote: true }, []],
]

for (const [state, standing, offered] of table) {
  test(`${state}: a phone offers ${offered.join(', ') || 'nothing'}`, () => {
    expect(all.filter((offer) => offers(offer, standing))).toEqual(offered)
  })
}

const saved: Own = { state: 'saved', removed: false }
const refused: Own = { state: 'refused', removed: false }
const own: [state: string, own: Own, standing: 'free' | 'worded' | 'kept', open: boolean, acts: string[]][] = [
  ['saved', saved, 'free', true, ['edit', 'remove']],
  ['waiting for the connection', { ...saved, state: 'waiting' }, 'free', true, ['edit', 'remove']],
  ['marked by the group', saved, 'worded', true, ['remove']],
  ['voted on', saved, 'kept', true, []],
  ['with ideas of others under it', { ...saved, shared: true }, 'free', true, ['edit']],
  ['removed', { ...saved, removed: true }, 'free', true, ['restore']],
  ['refused for good', refused, 'free', true, ['discard', 'edit', 'remove']],
  ['refused for now', { ...refused, passing: true }, 'free', true, ['again', 'discard', 'edit', 'remove']],
  ['refused for now, the step closed', { ...refused, passing: true }, 'free', false, ['discard']],
  ['saved, the step closed or the workshop over', saved, 'free', false, []],
  ['removed, the step closed or the workshop over', { ...saved, removed: true }, 'free', false, []],
]

for (const [state, mine, standing, open, acts] of own) {
  test(`what I wrote, ${state}: ${acts.join(', ') || 'nothing'} is offered`, () => {
    expect([...actsOn(mine, standing, open)].sort()).toEqual(acts)
  })
}
