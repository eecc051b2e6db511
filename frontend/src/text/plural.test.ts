import { expect, test } from 'vitest'
import { plural } from './plural'

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
