import { expect, it } from 'vitest'
import { paragraphs } from './paragraphs'

it('reads the text sent in after the model meeting as the minutes print it', () => {
  const text =
    'Z koncepce vypadává prevence.\n\nKdyž se lidé necítí bezpečně:\n\n- nevyužívají prostor,\n- stěhují se.'
  expect(paragraphs(text)).toEqual([
    { paragraph: 'Z koncepce vypadává prevence.' },
    { paragraph: 'Když se lidé necítí bezpečně:' },
    { bullets: ['nevyužívají prostor,', 'stěhují se.'] },
  ])
})

it('keeps single line ends within a paragraph, and bullets right under it apart', () => {
  expect(paragraphs('první\ndruhý\n- bod')).toEqual([{ paragraph: 'první\ndruhý' }, { bullets: ['bod'] }])
})

it('takes no hyphen within a word for a bullet', () => {
  expect(paragraphs('-5 °C\n\n\n')).toEqual([{ paragraph: '-5 °C' }])
  expect(paragraphs('')).toEqual([])
})

it('reads a table typed with bars', () => {
  expect(paragraphs('| Co | Kdo |\n|---|---|\n| síť | kraj |')).toEqual([
    {
      table: [
        ['Co', 'Kdo'],
        ['síť', 'kraj'],
      ],
    },
  ])
})
