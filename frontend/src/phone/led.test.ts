import { expect, test } from 'vitest'
import type { Cause } from '../api/types'
import { outline } from '../parts/tree'
import { newParents, placeOf } from './led'

const cause = (id: string, position: number, parent = '') => ({ id, position, parent, text: id }) as Cause
const lines = outline([
  cause('platy', 1),
  cause('tabulky', 2, 'platy'),
  cause('zákon', 3, 'tabulky'),
  cause('vedení', 4),
])
const entries = lines.map(({ entry }) => entry)

test('a cause goes under everything but itself and what is under it', () => {
  const under = (id: string) => newParents(lines, id).map(({ entry }) => entry.id)
  expect(under('platy')).toEqual(['vedení'])
  expect(under('tabulky')).toEqual(['platy', 'vedení'])
  expect(under('zákon')).toEqual(['platy', 'tabulky', 'vedení'])
  expect(under('vedení')).toEqual(['platy', 'tabulky', 'zákon'])
})

test('a cause moves among its siblings, and no further than they go', () => {
  expect(placeOf(entries[0]!, entries, 1)).toBe(1)
  expect(placeOf(entries[0]!, entries, -1)).toBeUndefined()
  expect(placeOf(entries[1]!, entries, 1)).toBeUndefined()
})
