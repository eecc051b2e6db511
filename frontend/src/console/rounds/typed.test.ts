import { describe, expect, it } from 'vitest'
import type { Place, Round, Rule } from '../../api/types'
import {
  decimalIn,
  isMean,
  isNumber,
  lineOf,
  maySink,
  numberIn,
  totalOf,
  type Total,
  type TypedLine,
} from './typed'

const round: Round = {
  id: 'r',
  step: 's',
  position: 0,
  state: 'prepared',
  label: '',
  entry: 'typed',
  dots: 0,
  per_idea: 0,
}

describe('a total typed from paper', () => {
  it.each([
    ['', true, null],
    [' 12 ', true, 12],
    ['-3', true, -3],
    ['−3', true, -3],
    ['–3', true, -3],
    ['-', false, null],
    ['3,5', false, null],
    ['12345678', false, null],
    ['dva', false, null],
  ])('%j is a number: %s, namely %s', (text, is, number) => {
    expect([isNumber(text), numberIn(text)]).toEqual([is, number])
  })

  it.each<[string, Rule | undefined, string, boolean]>([
    ['nobody knows the rule', undefined, '', true],
    ['everybody had plain dots', undefined, '3', false],
    ['everybody had minus dots, too', { rule: 'plus-minus', minus: 1 }, '3', true],
    ['the points are all above zero', { rule: 'weights', weights: [3, 2, 1] }, '', false],
    ['a point is below zero', { rule: 'weights', weights: [3, -1] }, '', true],
    ['people choose', { rule: 'approval' }, '', false],
    ['people rank', { rule: 'ranking', places: 3 }, '', false],
  ])('where %s', (_name, rule, dots, may) => {
    expect(maySink(rule ? { ...round, rule } : round, dots)).toBe(may)
  })

  const choice: Rule = { rule: 'choice' }
  const scale: Rule = { rule: 'scale', steps: 5 }
  it.each<[string, Rule, TypedLine, Total]>([
    ['points of dots', { rule: 'dots' }, { points: ' 7 ' }, { idea: 'a', points: 7 }],
    ['points below zero', { rule: 'plus-minus', minus: 1 }, { points: '−2' }, { idea: 'a', points: -2 }],
    ['nothing, which is not zero', { rule: 'dots' }, { points: '' }, { idea: 'a', points: null }],
    [
      'for, against and abstaining of a choice',
      choice,
      { for: '9', against: '2', abstain: '1' },
      { idea: 'a', points: null, details: { for: 9, against: 2, abstain: 1 } },
    ],
    [
      'zero where only the others of a choice are typed',
      choice,
      { for: '', against: '2' },
      { idea: 'a', points: null, details: { for: 0, against: 2, abstain: 0 } },
    ],
    ['nothing of a choice', choice, { for: ' ' }, { idea: 'a', points: null }],
    ['the mean of a scale', scale, { mean: '3,45' }, { idea: 'a', points: null, details: { mean: 3.45 } }],
    ['nothing of a scale', scale, {}, { idea: 'a', points: null }],
  ])('says %s', (_name, rule, line, total) => {
    expect(totalOf(rule, 'a', line)).toEqual(total)
  })

  it.each<[Rule, Partial<Place>, TypedLine]>([
    [{ rule: 'dots' }, { points: 1200 }, { points: '1200' }],
    [{ rule: 'dots' }, { points: null }, { points: '' }],
    [
      choice,
      { points: 9, for: 9, against: 0, abstain: 1, passed: true },
      { for: '9', against: '0', abstain: '1' },
    ],
    [scale, { points: null, mean: 3.46 }, { mean: '3,46' }],
  ])('of %o stands as it was typed', (rule, place, line) => {
    expect(lineOf(rule, { idea: 'a', points: null, rank: 1, ...place }, 'cs')).toEqual(line)
  })

  it.each([
    ['', true, null],
    ['3', true, 3],
    ['3,4', true, 3.4],
    [' 3.45 ', true, 3.45],
    ['0,9', false, 0.9],
    ['5,01', false, 5.01],
    ['3,', false, null],
    ['-3', false, null],
    ['tři', false, null],
  ])('%j is a mean of marks from 1 to 5: %s, namely %s', (text, is, number) => {
    expect([isMean(scale, text), decimalIn(text)]).toEqual([is, number])
  })
})
