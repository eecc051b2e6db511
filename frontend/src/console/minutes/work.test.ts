import { expect, test } from 'vitest'
import { arranged } from './work.svelte'

const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
const order = (edits: Parameters<typeof arranged>[1]) => arranged(rows, edits).map((row) => row.id)

test('rows stand where the draft puts them, the others where they are', () => {
  expect(order({})).toEqual(['a', 'b', 'c'])
  expect(order({ a: { text: 'x' } })).toEqual(['a', 'b', 'c'])
  expect(order({ a: { place: 3 }, b: { place: 2 }, c: { place: 1 } })).toEqual(['c', 'b', 'a'])
  expect(order({ a: { place: 2 }, b: { place: 1 } })).toEqual(['b', 'a', 'c'])
})
