import { expect, test } from 'vitest'
import type { Division, Round } from '../api/types'
import { divisionOf, partsOfRounds, partsTold, resultsIn } from './byPart'

const divisions = [
  {
    id: 'tables',
    heading: 'Kde sedíte?',
    position: 1,
    revision: 1,
    parts: [
      { id: 'window', heading: 'Stůl u okna' },
      { id: 'door', heading: 'Stůl u dveří' },
      { id: 'small', heading: 'Malý stůl' },
    ],
  },
] as unknown as Division[]
const round = {
  id: 'r',
  state: 'closed',
  by_part: 'tables',
  partial: 1,
  draws: [{ place: 1, order: ['a', 'b'] }],
  part_results: [
    { part: 'door', voters: 7, standing: [{ idea: 'a', points: 4, rank: 1 }] },
    { part: 'window', voters: 6, standing: [{ idea: 'a', points: 2, rank: 1 }] },
  ],
} as unknown as Round

test('parts are told in the order of the division, those without a result not at all', () => {
  expect(partsTold(divisions, round).map(({ name, ballots }) => [name, ballots])).toEqual([
    ['Stůl u okna', 6],
    ['Stůl u dveří', 7],
  ])
})

test('the round of a part has its standing, and neither the lot nor the incomplete ballots of the room', () => {
  const part = partsTold(divisions, round)[0]!.round
  expect(part.standing).toEqual([{ idea: 'a', points: 2, rank: 1 }])
  expect(part.voters).toBe(6)
  expect(part.draws).toBeUndefined()
  expect(part.partial).toBeUndefined()
})

test('a round that is told of everybody only has no parts', () => {
  const { by_part: _by, ...plain } = round
  expect(divisionOf(divisions, plain as Round)).toBeUndefined()
  expect(partsTold(divisions, undefined)).toEqual([])
})

test('the parts of several rounds have what each gave in each of them', () => {
  const other = { ...round, id: 's', part_results: [round.part_results![0]!] } as Round
  expect(
    partsOfRounds(divisions, [round, other]).map(({ name, told }) => [name, told.map((one) => one.round.id)]),
  ).toEqual([
    ['Stůl u okna', ['r']],
    ['Stůl u dveří', ['r', 's']],
  ])
  expect(partsOfRounds(divisions, [])).toEqual([])
})

test('a step of decisions shows the newest vote on each of them that everybody may see', () => {
  const vote = (id: string, idea: string, revealed = true) =>
    ({ id, state: 'closed', revealed, standing: [{ idea, points: 1, rank: 1 }] }) as unknown as Round
  const rounds = [vote('1', 'a'), vote('2', 'b'), vote('3', 'a'), vote('4', 'b', false)]
  const live = {
    roundsOf: () => rounds,
    resultOf: () => rounds[2],
    decisionsOf: () => [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  } as unknown as Parameters<typeof resultsIn>[0]
  const inStep = (method: string) => resultsIn(live, { id: 's', method: method as never }).map(({ id }) => id)
  expect(inStep('decisions')).toEqual(['3', '2'])
  expect(inStep('collect')).toEqual(['3'])
})
