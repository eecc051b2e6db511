import { expect, test } from 'vitest'
import { outOf, plural } from './plural'

const dots = { one: '# puntík', few: '# puntíky', many: '# puntíku', other: '# puntíků' }

test('Czech counts one, two to four, and more, each its own way', () => {
  const said = [0, 1, 2, 4, 5, 22, 1.5].map((n) => plural('cs', n, dots))
  expect(said).toEqual([
    '0 puntíků',
    '1 puntík',
    '2 puntíky',
    '4 puntíky',
    '5 puntíků',
    '22 puntíků',
    '1,5 puntíku',
  ])
})

test('English has one dot and many dots', () => {
  expect([1, 2].map((n) => plural('en', n, { one: '# dot', other: '# dots' }))).toEqual(['1 dot', '2 dots'])
})

test('large numbers are grouped as the language does it', () => {
  expect(plural('cs', 1494, dots)).toBe('1\u00a0494 puntíků')
})

test('Czech says ze where the number is hard to say after z', () => {
  const z = [0, 1, 5, 8, 10, 11, 15, 18, 19, 50, 87, 500, 999, 1_000, 5_000, 1_000_000, 5_000_000].map((n) =>
    outOf(n),
  )
  const ze = [
    2, 3, 4, 6, 7, 12, 13, 14, 16, 17, 20, 34, 65, 71, 100, 114, 180, 200, 300, 2_000, 120_000, 2_000_000,
  ].map((n) => outOf(n))
  expect(z.filter((said) => !said.startsWith('z '))).toEqual([])
  expect(ze.filter((said) => !said.startsWith('ze '))).toEqual([])
  expect(outOf(100_000, '100\u00a0000\u00a0Kč')).toBe('ze 100\u00a0000\u00a0Kč')
})
