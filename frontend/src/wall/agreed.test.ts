import { expect, it } from 'vitest'
import { agreedRow, linesOf, newestOf } from './agreed'

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
