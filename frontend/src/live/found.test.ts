import { expect, test } from 'vitest'
import { findOwn } from './found'

const list = [
  { receipt: '111111111111', votes: [{ entry: 'a', value: 2 }] },
  {
    receipt: '222222222222',
    votes: [
      { entry: 'a', value: 1 },
      { entry: 'b', value: 1 },
    ],
  },
]
const receipt = '222222222222'

test.each([
  ['what I said', { receipt, given: { a: 1, b: 1 } }, 'counted'],
  ['what was refused after its answer was lost', { receipt, given: { a: 1 }, perhaps: { a: 1, b: 1 } }, 'counted'],
  ['something else', { receipt, given: { a: 1 } }, 'other'],
  ['a vote less than I gave', { receipt, given: { a: 1, b: 1, c: 1 } }, 'other'],
  ['no ballot of mine', { receipt: '333333333333', given: { a: 1 } }, 'missing'],
  ['no ballot of a phone without a receipt', { given: { a: 1 } }, 'missing'],
])('INV-26: the list has %s', (_, own, is) => {
  expect(findOwn(list, own).is).toBe(is)
})

test("INV-26: a receipt that stands twice in the list is nobody's", () => {
  expect(findOwn([...list, list[1]!], { receipt, given: { a: 1, b: 1 } }).is).toBe('missing')
})

test('in a list without receipts nobody looks for hers', () => {
  expect(findOwn([{ votes: [] }], { receipt, given: { a: 1 } }).is).toBe('unlisted')
})
