import { expect, test } from 'vitest'
import type { DraftChange, Edit, MinutesOptions } from '../../api/types'
import type { Desk } from '../desk/desk.svelte'
import { arranged, Work } from './work.svelte'

const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
const order = (edits: Parameters<typeof arranged>[1]) => arranged(rows, edits).map((row) => row.id)

test('rows stand where the draft puts them, the others where they are', () => {
  expect(order({})).toEqual(['a', 'b', 'c'])
  expect(order({ a: { text: 'x' } })).toEqual(['a', 'b', 'c'])
  expect(order({ a: { place: 3 }, b: { place: 2 }, c: { place: 1 } })).toEqual(['c', 'b', 'a'])
  expect(order({ a: { place: 2 }, b: { place: 1 } })).toEqual(['b', 'a', 'c'])
})

test('of two changes in quick succession the second keeps the first, and what is approved has both', async () => {
  const draft = { options: {} as MinutesOptions, edits: {} as Record<string, Edit> }
  const approved: string[] = []
  const commands = {
    minutes: async () => ({ draft: structuredClone(draft), next: 1, sum: JSON.stringify(draft) }),
    changeDraft: async ({ options = draft.options, edits }: DraftChange) => {
      draft.options = options
      Object.assign(draft.edits, edits)
    },
    approveMinutes: async ({ draft: sum }: { draft: string }) => void approved.push(sum),
  }
  const work = new Work({ commands, live: { revision: 0 } } as unknown as Desk)
  await work.refresh()
  const pressed = [
    work.opt({ attach_file: true }),
    work.opt({ standing: true }),
    work.change('a', { text: 'x' }),
    work.change('a', { left_out: 'y' }),
  ]
  await Promise.all([...pressed, work.approve()])
  expect(draft).toEqual({
    options: { attach_file: true, standing: true },
    edits: { a: { text: 'x', left_out: 'y' } },
  })
  expect(approved).toEqual([JSON.stringify(draft)])
})
