import { expect, it } from 'vitest'
import type { Task } from '../api/types'
import { cs } from '../text/agreed.cs'
import { agreedRow, allAgreed, linesOf, newestOf } from './agreed'

it('a row is taken apart again into its number, its words and what is said of it', () => {
  const row = agreedRow('a', 'Usnesení 3/1', 'Schvaluje zápis.\nBere na vědomí.', 'pro 17', 0, undefined)
  expect(linesOf(row.text)).toEqual({
    number: 'Usnesení\u00a03/1',
    words: 'Schvaluje zápis.\nBere na vědomí.',
    said: 'pro 17',
  })
  expect(linesOf(agreedRow('t', '', 'Svolat schůzku', '', 0, undefined).text)).toEqual({
    number: '',
    words: 'Svolat schůzku',
    said: '',
  })
})

it('what came last or was corrected last is shown; what stood there from the start is not', () => {
  const before = new Map([
    ['a', 'A'],
    ['b', 'B'],
  ])
  expect(newestOf(new Map(), before)).toBeUndefined()
  expect(newestOf(before, new Map([...before, ['c', 'C']]))).toBe('c')
  expect(newestOf(before, new Map([...before, ['a', 'A corrected']]))).toBe('a')
  expect(newestOf(before, before)).toBeUndefined()
})

it('the end tells what was agreed in the order of the steps: decisions numbered, tasks with who and when', () => {
  const row = (id: string, step: string, text: string, more = {}): Task => ({
    id,
    step,
    position: 0,
    text,
    ...more,
  })
  const decisions = [row('d', 's', 'Schvaluje zápis', { how: 'consensus' })]
  const tasks = [
    row('u', 't', 'Rozeslat', { owners: ['Jana'], due_date: '2027-01-15' }),
    row('v', 't', 'Vytisknout', { parent: 'u' }),
  ]
  const of = (rows: Task[]) => (step: string) => rows.filter((one) => one.step === step)
  const steps = [{ id: 's' }, { id: 't' }, { id: 'empty' }] as never
  const live = { head: { number: 3 } as never, steps, decisionsOf: of(decisions), tasksOf: of(tasks) }
  const told = allAgreed(live, cs, 'cs')
  expect(told.decisions.map(({ row }) => linesOf(row.text))).toEqual([
    { number: 'Usnesení\u00a03/1', words: 'Schvaluje zápis', said: 'shodou, nikdo nebyl proti' },
  ])
  expect(told.tasks.map(({ row, depth }) => [depth, linesOf(row.text).said])).toEqual([
    [0, 'zodpovídá: Jana · termín: 15.\u00a01.\u00a02027'],
    [1, 'zodpovídá: zatím neurčeno'],
  ])
})
