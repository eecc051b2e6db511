import { expect, test } from 'vitest'
import type { HistoryEntry } from '../../api/types'
import { toRedo, toUndo } from './takingBack'

const entry = (revision: number, kind: HistoryEntry['kind'], more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  revision,
  kind,
  at: 0,
  by: 'Petra',
  mine: true,
  done: 'moved',
  part: 'ideas',
  subject: 'podnět',
  count: 1,
  offered: true,
  ...more,
})

test('undo goes back one thing after the other, and redo forward again', () => {
  const both = [entry(2, 'done'), entry(1, 'done')]
  expect(toUndo(both)?.revision).toBe(2)
  const oneBack = [entry(3, 'undone'), entry(2, 'done', { offered: false }), entry(1, 'done')]
  expect(toUndo(oneBack)?.revision).toBe(1)
  expect(toRedo(oneBack)?.revision).toBe(3)
  const bothBack = [entry(4, 'undone'), entry(3, 'undone'), ...both.map((one) => ({ ...one, offered: false }))]
  expect(toUndo(bothBack)).toBeUndefined()
  expect(toRedo(bothBack)?.revision).toBe(4)
  const oneAgain = [entry(5, 'redone'), { ...bothBack[0]!, offered: false }, ...bothBack.slice(1)]
  expect(toUndo(oneAgain)?.revision).toBe(5)
  expect(toRedo(oneAgain)?.revision).toBe(3)
})

test('after something new there is nothing to redo', () => {
  expect(toRedo([entry(4, 'done'), entry(3, 'undone'), entry(2, 'done', { offered: false })])).toBeUndefined()
})

test('what somebody else did is not taken back by a key', () => {
  expect(toUndo([entry(2, 'done', { mine: false }), entry(1, 'done')])?.revision).toBe(1)
})
