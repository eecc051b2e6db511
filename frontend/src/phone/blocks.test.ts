import { expect, test } from 'vitest'
import { blocksOf } from './blocks'

test('paragraphs stay paragraphs, lines with a bullet become a list', () => {
  const text = 'Když se lidé necítí bezpečně:\n\n- nevyužívají prostor,\n– stěhují se\n\nA to je vše.'
  expect(blocksOf(text)).toEqual([
    'Když se lidé necítí bezpečně:',
    ['nevyužívají prostor,', 'stěhují se'],
    'A to je vše.',
  ])
})

test('a hyphen within a sentence is no bullet', () => {
  expect(blocksOf('zdravotně - sociální\n-nalepeno')).toEqual(['zdravotně - sociální', '-nalepeno'])
})
