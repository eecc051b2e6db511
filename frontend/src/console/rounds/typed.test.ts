import { describe, expect, it } from 'vitest'
import type { Round, Rule } from '../../api/types'
import { isNumber, maySink, numberIn } from './typed'

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
  ])('where %s', (_name, rule, dots, may) => {
    expect(maySink(rule ? { ...round, rule } : round, dots)).toBe(may)
  })
})
