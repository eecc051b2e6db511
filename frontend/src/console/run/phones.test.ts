import { expect, test } from 'vitest'
import type { LiveWorkshop } from '../../live/workshop.svelte'
import { onPhones } from './phones'

type Given = { workshop?: string; method?: string; state?: string; blind?: boolean; rounds?: string[] }

function seen(
  { workshop = 'open', method = 'collect', state = 'open', blind = false, rounds = [] }: Given,
  at = true,
) {
  const known = rounds.map((one) => ({ state: one }))
  return onPhones({
    head: { state: workshop },
    current: at ? { id: 's', method, state, blind } : undefined,
    openRound: () => known.find((one) => one.state === 'open'),
    roundsOf: () => known,
  } as unknown as LiveWorkshop)
}

test.each([
  ['the doors are shut', seen({ workshop: 'prepared' }), 'shut'],
  ['nobody was led anywhere yet', seen({}, false), 'waiting'],
  ['ideas are written', seen({}), 'writing'],
  ['everybody writes alone', seen({ blind: true }), 'blind'],
  ['causes are written', seen({ method: 'fishbone' }), 'causes'],
  ['the step is closed', seen({ state: 'closed' }), 'reading'],
  ['a vote is prepared', seen({ rounds: ['prepared'] }), 'writing'],
  ['a second round is open', seen({ rounds: ['closed', 'open'] }), 'ballot'],
  ['the vote has ended', seen({ rounds: ['closed'] }), 'result'],
  ['a text is read', seen({ method: 'text' }), 'text'],
  ['decisions are written', seen({ method: 'decisions' }), 'agreed'],
  ['it is over', seen({ workshop: 'ended' }), 'end'],
])('what phones show is told: %s', (_, told, wanted) => expect(told).toBe(wanted))
