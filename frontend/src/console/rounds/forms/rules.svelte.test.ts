// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { Rule } from '../../../api/types'
import { isComplete } from '../../../voting/check'
import { played } from '../../../voting/rule'
import { ruleDoubts } from './doubts'
import { proposal } from './proposals'

const ids = (n: number) => Array.from({ length: n }, (_, i) => `${i}`)

describe('what is proposed where a rule is chosen', () => {
  it.each(played)('%s can be voted by as it is, and nothing is odd about it', (name) => {
    for (const n of [2, 3, 5, 10]) {
      const proposed = proposal(name, ids(n))
      // What things cost only people know.
      const rule =
        name === 'budget' ? { ...proposed, costs: Object.fromEntries(ids(n).map((id) => [id, 60_000])) } : proposed
      expect(isComplete(rule)).toBe(true)
      expect(ruleDoubts(rule, ids(n))).toEqual([])
    }
  })
})

describe('what is odd about a rule', () => {
  it.each<[string, Rule, string[]]>([
    ['more places than entries', { rule: 'ranking', places: 3 }, ['placesOfAll']],
    ['more points than entries', { rule: 'weights', weights: [3, 2, 1] }, ['weightsOfAll']],
    ['everybody may choose everything', { rule: 'approval', most: 2 }, ['chooseAll']],
    [
      'a minus that comes never',
      { rule: 'plus-minus', dots: 2, minus: 3, after: 3 },
      ['minusFree', 'afterTooMany'],
    ],
    ['nobody said who is present', { rule: 'choice', of: 'present' }, ['noPresent']],
    ['no costs', { rule: 'budget', budget: 100, costs: {} }, ['noCosts']],
    ['a budget for everything', { rule: 'budget', budget: 100, costs: { 0: 40, 1: 60 } }, ['allFits']],
    ['a cost above all there is', { rule: 'budget', budget: 100, costs: { 0: 40, 1: 101 } }, ['nothingFits']],
  ])('%s', (_name, rule, doubts) => {
    expect(ruleDoubts(rule, ids(2))).toEqual(doubts)
  })

  it('is said of a long list that would be gone through one by one', () => {
    expect(ruleDoubts({ rule: 'scale', steps: 5 }, ids(21))).toEqual(['tooMany'])
    expect(ruleDoubts({ rule: 'choice' }, ids(11))).toEqual(['choiceOfMany'])
  })
})
