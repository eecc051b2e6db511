import { expect, it } from 'vitest'
import type { Decision, Task } from '../api/types'
import { cs } from '../text/agreed.cs'
import { en } from '../text/agreed.en'
import { letters, numbersOf, saidOfDecision, saidOfTask } from './agreed'

const decision = (id: string, text: string, position: number, rest: Partial<Decision> = {}): Decision => ({
  id,
  step: 's',
  text,
  position,
  ...rest,
})
const task = (rest: Partial<Task>): Task => ({
  id: 't',
  step: 's',
  text: 'Úkol',
  position: 1,
  state: 'open',
  ...rest,
})

it('decisions are numbered through the workshop as offices do, their parts by letters', () => {
  const steps = [
    [decision('b', 'Druhé', 20), decision('a', 'První', 10), decision('a1', 'část', 1, { parent: 'a' })],
    [decision('own', 'usnesení č. 7: Bere na vědomí.', 1), decision('c', 'Čtvrté', 2)],
  ]
  const live = {
    head: { number: 3 },
    steps: [{ id: '0' }, { id: '1' }],
    decisionsOf: (id: string) => steps[Number(id)]!,
  }
  expect(Object.fromEntries(numbersOf(live, cs))).toEqual({
    a: 'Usnesení 3/1',
    a1: 'a)',
    b: 'Usnesení 3/2',
    c: 'Usnesení 3/4',
  })
  expect(numbersOf({ ...live, head: { number: 0 } }, en).get('b')).toBe('Decision 2')
})

it('parts beyond z go on with two letters', () => {
  expect([0, 25, 26, 27, 52].map(letters)).toEqual(['a', 'z', 'aa', 'ab', 'ba'])
})

it('a decision says who moved it, how, and the result; what is not known it does not say', () => {
  const votes = { how: 'votes', for: 17, against: 0, abstain: 2 } as const
  expect(saidOfDecision(decision('a', 'A', 1, { mover: 'Jana', ...votes, result: 'přijato' }), cs)).toBe(
    'návrh: Jana · pro 17, proti 0, zdrželi se 2 · přijato',
  )
  expect(saidOfDecision(decision('a', 'A', 1, { how: 'votes', for: 5 }), cs)).toBe('pro 5')
  expect(saidOfDecision(decision('a', 'A', 1, { how: 'votes' }), cs)).toBe('hlasováním')
  expect(saidOfDecision(decision('a', 'A', 1, { how: 'votes', for: 5, voted: ['B'] }), cs)).toBe(
    'pro 5 · hlasovalo se o znění: B',
  )
  expect(saidOfDecision(decision('a', 'A', 1, { voted: [''] }), cs), 'as the wall is told').toBe(
    'hlasovalo se o jiném znění',
  )
  expect(saidOfDecision(decision('a', 'A', 1, { how: 'consensus' }), cs)).toBe('shodou, nikdo nebyl proti')
  expect(saidOfDecision(decision('a', 'A', 1), cs)).toBe('')
})

it('a task says its owners, its day as the language writes it, and what became of it', () => {
  const some = { owners: ['Jana', 'Petr'], due_date: '2027-01-15' }
  expect(saidOfTask(task(some), cs, 'cs')).toBe('zodpovídá: Jana, Petr · termín: 15.\u00a01.\u00a02027')
  expect(saidOfTask(task({ everyone: true, due: 'průběžně' }), cs, 'cs')).toBe(
    'zodpovídá: všichni · termín: průběžně',
  )
  expect(saidOfTask(task({ due_date: '2027-01-15', due: 'na schůzi rady' }), en, 'en')).toBe(
    'owner: not known yet · due: 15\u00a0January\u00a02027 (na schůzi rady)',
  )
  expect(saidOfTask(task({ state: 'dropped', reason: 'není třeba' }), cs, 'cs')).toBe(
    'zodpovídá: zatím neurčeno · zrušeno (není třeba)',
  )
})

it('a promise always says how it stands, and what its due date was where it is another by now', () => {
  const from = { workshop: 'w', entry: 'e', due_date: '2027-01-15' }
  const promise = { owners: ['Jana'], passed: 2, from }
  expect(saidOfTask(task({ ...promise, due_date: '2027-01-15' }), cs, 'cs')).toBe(
    'zodpovídá: Jana · termín: 15.\u00a01.\u00a02027 · trvá',
  )
  expect(saidOfTask(task({ ...promise, due: 'do léta' }), cs, 'cs')).toBe(
    'zodpovídá: Jana · termín: do léta (minule 15.\u00a01.\u00a02027) · trvá',
  )
  expect(saidOfTask(task({ ...promise, state: 'done' }), cs, 'cs')).toBe('zodpovídá: Jana · splněno')
  const undated = { ...promise, from: { workshop: 'w', entry: 'e' } }
  expect(saidOfTask(task({ ...undated, due: 'do léta' }), cs, 'cs')).toBe(
    'zodpovídá: Jana · termín: do léta (minule bez termínu) · trvá',
  )
  expect(saidOfTask(task({ from: { entry: 'e' }, due: 'do léta' }), cs, 'cs')).toBe(
    'zodpovídá: zatím neurčeno · termín: do léta',
  )
})
