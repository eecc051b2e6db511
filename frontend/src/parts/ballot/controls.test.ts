// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/svelte'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Rule } from '../../api/types'
import { language } from '../../text/language.svelte'
import { played, type Votes } from '../../voting/rule'
import { controls } from './controls'
import { asksOf, standsOf } from './spoken'

type Language = 'cs' | 'en'

/** What is pressed on the first of three entries, and what the ballot then says and is said to say. */
interface Press {
  rule: Rule
  votes?: Votes
  press: Record<Language, string>
  gives: Votes
  stands: Record<Language, string>
}

const presses: Press[] = [
  {
    rule: { rule: 'dots', dots: 3 },
    press: { cs: 'Přidat hlas: 1. Lavička', en: 'Add a dot: 1. Lavička' },
    gives: { a: 1 },
    stands: { cs: 'Zbývají 2 hlasy ze 3', en: '2 dots left of 3' },
  },
  {
    rule: { rule: 'dots', dots: 3, per_entry: 1 },
    press: { cs: 'Přidat hlas: 1. Lavička', en: 'Add a dot: 1. Lavička' },
    gives: { a: 1 },
    stands: { cs: 'Zbývají 2 hlasy ze 3', en: '2 dots left of 3' },
  },
  {
    rule: { rule: 'dots', dots: 3, per_entry: 1 },
    votes: { a: 1, b: 1, c: 1 },
    press: { cs: 'Ubrat hlas: 1. Lavička', en: 'Take a dot back: 1. Lavička' },
    gives: { b: 1, c: 1 },
    stands: { cs: 'Zbývá 1 hlas ze 3', en: '1 dot left of 3' },
  },
  {
    rule: { rule: 'choice' },
    press: { cs: 'Proti: 1. Lavička', en: 'Against: 1. Lavička' },
    gives: { a: -1 },
    stands: { cs: 'Vyjádřili jste se k 1 ze 3.', en: 'You have answered 1 of 3.' },
  },
  {
    rule: { rule: 'approval', most: 2 },
    press: { cs: 'Vybrat: 1. Lavička', en: 'Choose: 1. Lavička' },
    gives: { a: 1 },
    stands: { cs: 'Vybráno 1 ze 2', en: '1 of 2 chosen' },
  },
  {
    rule: { rule: 'weights', weights: [3, 2, 1] },
    press: { cs: '3 body: 1. Lavička', en: '3 points: 1. Lavička' },
    gives: { a: 3 },
    stands: { cs: 'Zbývá rozdat: 2, 1', en: 'Still to give: 2, 1' },
  },
  {
    rule: { rule: 'weights', most: 5 },
    press: { cs: 'Přidat hlas: 1. Lavička', en: 'Add a dot: 1. Lavička' },
    gives: { a: 1 },
    stands: { cs: 'Ohodnotili jste 1 ze 3.', en: 'You have rated 1 of 3.' },
  },
  {
    rule: { rule: 'plus-minus', dots: 2, minus: 1 },
    press: { cs: 'O hlas méně: 1. Lavička', en: 'One dot fewer: 1. Lavička' },
    gives: { a: -1 },
    stands: { cs: 'Zbývá plus: 2, minus: 0', en: 'Left: 2 plus, 0 minus' },
  },
  {
    rule: { rule: 'ranking', places: 3 },
    votes: { b: 1 },
    press: { cs: 'Zařadit na 2. místo: 1. Lavička', en: 'Rank on place 2: 1. Lavička' },
    gives: { b: 1, a: 2 },
    stands: { cs: 'Obsazeno míst: 2 ze 3', en: '2 of 3 places filled' },
  },
  {
    rule: { rule: 'scale', steps: 5 },
    press: { cs: '4', en: '4' },
    gives: { a: 4 },
    stands: { cs: 'Ohodnotili jste 1 ze 3.', en: 'You have rated 1 of 3.' },
  },
  {
    rule: { rule: 'budget', budget: 100, unit: 'Kč', costs: { a: 60, b: 60, c: 10 } },
    press: { cs: 'Zaplatit: 1. Lavička, 60 Kč', en: 'Pay for it: 1. Lavička, 60 Kč' },
    gives: { a: 1 },
    stands: { cs: 'Zbývá 40 Kč ze 100 Kč', en: '40 Kč of 100 Kč left' },
  },
  {
    rule: {
      rule: 'judging',
      steps: 5,
      criteria: [
        { name: 'Přínos', weight: 2 },
        { name: 'Cena', weight: 1 },
      ],
    },
    votes: { a: [0, 3], b: [2, 0] },
    press: { cs: '4', en: '4' },
    gives: { a: [4, 3], b: [2, 0] },
    stands: { cs: 'Ohodnoceno 1 ze 3', en: 'Judged 1 of 3' },
  },
]

const plain = (text: string) => text.replace(/\u00a0/g, ' ')

test('every rule that is played is pressed here', () => {
  expect(new Set(presses.map(({ rule }) => rule.rule))).toEqual(new Set(played))
})

describe.each<Language>(['cs', 'en'])('a ballot in %s', (code) => {
  beforeEach(() => {
    cleanup()
    language.choose(code)
  })

  test.each(presses)('by $rule.rule says what was pressed, and how far it is', (one) => {
    const filled: Votes[] = []
    const { rule, votes = {} } = one
    render(controls[rule.rule]!, {
      rule,
      votes,
      entry: 'a',
      topics: {},
      on: '1. Lavička',
      fill: (next: Votes) => void filled.push(next),
    })
    const offered = [...screen.queryAllByRole('button'), ...screen.queryAllByRole('radio')]
    const named = offered.find((each) => plain(each.getAttribute('aria-label') ?? '') === one.press[code])
    expect(named, offered.map((each) => each.getAttribute('aria-label')).join(' | ')).toBeDefined()
    named!.click()
    expect(filled).toEqual([one.gives])
    expect(plain(standsOf(rule, one.gives, 3))).toBe(one.stands[code])
    expect(asksOf(rule)).not.toBe('')
  })
})
