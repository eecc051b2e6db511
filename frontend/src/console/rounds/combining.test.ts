import { expect, test } from 'vitest'
import type { Place, Round, Rule } from '../../api/types'
import { doubtsOf, weightIn } from './combining'

const round = (rule: Partial<Rule>, ...ideas: string[]) =>
  ({
    state: 'closed',
    rule: { rule: 'dots', ...rule },
    standing: ideas.map((idea): Place => ({ idea, points: 1, rank: 1, mean: 1 })),
  }) as Round

test('rounds by one rule on the same ideas raise no doubt', () => {
  expect(doubtsOf([round({}, 'a', 'b'), round({ dots: 5 }, 'b', 'a')])).toEqual([])
})

test('other ideas, other rules, and two scales of a grid do', () => {
  expect(doubtsOf([round({}, 'a', 'b'), round({}, 'a')])).toEqual(['entries'])
  expect(doubtsOf([round({}, 'a'), round({ rule: 'scale' }, 'a')])).toEqual(['rules'])
  const scales = ['úsilí', 'dopad'].map((name) => round({ rule: 'scale', name }, 'a'))
  expect(doubtsOf(scales)).toEqual(['grid'])
})

test('a weight is a whole number from 1 to 100', () => {
  expect(['50', ' 1 ', '100', '0', '101', '1.5', '', 'půl'].map(weightIn)).toEqual([
    50,
    1,
    100,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
