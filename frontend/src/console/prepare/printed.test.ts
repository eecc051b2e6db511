import { expect, test } from 'vitest'
import { preparing as cs } from '../../text/preparing.cs'
import { preparing as en } from '../../text/preparing.en'

const rules: [dots: number, most: number, cs: string, en: string][] = [
  [
    1,
    1,
    'Máte 1 hlas. Udělejte křížek u podnětu, kterému ho dáváte.',
    'You have 1 dot. Put a cross beside the idea you give it to.',
  ],
  [
    3,
    1,
    'Máte 3 hlasy. Udělejte křížek u podnětů, kterým je dáváte.',
    'You have 3 dots. Put a cross beside each idea you give one to.',
  ],
  [
    3,
    2,
    'Rozdělte 3 hlasy, jednomu podnětu nejvýše 2: za každý udělejte v rámečku křížek.',
    'Share out 3 dots, at most 2 on one idea: put a cross in the box for each.',
  ],
  [
    3,
    0,
    'Rozdělte 3 hlasy: za každý udělejte v rámečku křížek.',
    'Share out 3 dots: put a cross in the box for each.',
  ],
]

test.each(rules)(
  'the printed ballot of %i dots, %i an idea, says it as the slips do',
  (dots, most, czech, english) => {
    expect(cs.print.rule(dots, most)).toBe(czech)
    expect(en.print.rule(dots, most)).toBe(english)
  },
)
