// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import type { HistoryEntry } from '../../api/types'
import type { Commands } from './commands'
import { History } from './history.svelte'
import { Saving } from './saving.svelte'
import { told } from './told'

let entries: HistoryEntry[]
let undone: number[]

const entry = (revision: number, done: HistoryEntry['done']): HistoryEntry => ({
  revision,
  at: 0,
  by: 'Petra',
  mine: true,
  kind: 'done',
  done,
  part: 'ideas',
  subject: `podnět ${revision}`,
  count: 1,
  offered: true,
})
const commands = {
  history: async () => ({ entries, more: false }),
  undo: async (revision: number) => void undone.push(revision),
} as unknown as Commands

/** A desk where a removal is offered to be taken back. */
async function removed(): Promise<History> {
  const history = new History(
    () => commands,
    new Saving(),
    () => 0,
  )
  await history.look()
  history.began(Promise.resolve())
  await settled()
  entries = [entry(1, 'removed')]
  history.acted()
  await settled()
  expect(history.fresh?.revision).toEqual(1)
  return history
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => {
  entries = []
  undone = []
})

// Each act owns the strip or clears it: what it leaves there, by what was done.
for (const [act, does, strip] of [
  ['another removal', () => (entries = [entry(2, 'removed'), ...entries]), 2],
  ['a rewording', () => (entries = [entry(2, 'reworded'), ...entries]), 2],
  ['a move', () => (entries = [entry(2, 'moved'), ...entries]), 2],
  ['opening a step', () => (entries = [entry(2, 'opened'), ...entries]), 2],
  ['an idea added', () => (entries = [entry(2, 'added'), ...entries]), undefined],
  ['a vote started or ended, which is no entry', () => {}, undefined],
  ['a message, a timer, a locked door', () => {}, undefined],
] as const) {
  test(`after ${act} the strip does not undo an older act`, async () => {
    const history = await removed()
    does()
    history.acted()
    expect(history.fresh).toBeUndefined()
    await settled()
    expect(history.fresh?.revision).toEqual(strip)
  })
}

test('an act whose entry is read late does not take the strip from a newer one', async () => {
  const history = await removed()
  entries = [entry(2, 'removed'), ...entries]
  history.acted()
  history.acted() // a vote is started before the history of the removal is read
  await settled()
  expect(history.fresh).toBeUndefined()
})

test('of two acts whose entries are read together, the newer one is offered to be taken back', async () => {
  const history = await removed()
  entries = [entry(3, 'removed'), entry(2, 'removed'), ...entries]
  history.acted()
  history.acted() // the look after the first act has read the entries of both
  await settled()
  expect(history.fresh?.revision).toEqual(3)
})

// On a slow line the history that was asked for at the beginning comes when something was done already.
for (const [what, came] of [
  ['without the first act', () => []],
  ['with the first act, before that is answered', () => [entry(5, 'removed')]],
] as const) {
  test(`the first act is offered to be taken back, though the history of before comes late, ${what}`, async () => {
    const answers: ((entries: HistoryEntry[]) => void)[] = []
    const slow = {
      history: async () => ({
        entries: await new Promise<HistoryEntry[]>((resolve) => answers.push(resolve)),
        more: false,
      }),
    } as unknown as Commands
    const history = new History(
      () => slow,
      new Saving(),
      () => 4,
    )
    void history.look()
    let answer = () => {}
    history.began(new Promise<void>((resolve) => (answer = resolve)))
    if (came().length > 0) answers[0]!(came())
    await settled()
    answer()
    await settled()
    history.acted()
    answers[1]!([entry(5, 'removed'), entry(3, 'removed')])
    answers[0]!(came())
    await settled()
    expect(history.fresh?.revision).toEqual(5)
  })
}

test('lines pasted in one act are offered to be taken back, and told by their number', async () => {
  const history = await removed()
  entries = [{ ...entry(2, 'added'), count: 12 }, ...entries]
  history.acted()
  await settled()
  expect(history.fresh?.revision).toEqual(2)
  expect(told(history.fresh!)).toContain('12')
  await history.undo(history.fresh!)
  expect(undone).toEqual([2])
  expect(history.fresh).toBeUndefined()
})
