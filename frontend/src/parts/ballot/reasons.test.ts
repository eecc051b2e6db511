// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import type { Rule } from '../../api/types'
import { language } from '../../text/language.svelte'
import { whyNoDot, whyNoStep } from './reasons'

beforeEach(() => language.choose('cs'))

test('a grey plus of dots says which limit it has met', () => {
  const rule: Rule = { rule: 'dots', dots: 3, per_entry: 2, per_topic: 2 }
  const of = (votes: Record<string, number>) => whyNoDot(rule, votes, 'a', { a: 't', b: 't', c: 'u', d: 'u' })
  expect(of({ a: 1 })).toBe('')
  expect(of({ a: 2 })).toBe('Jednomu podnětu můžete dát nejvýše 2.')
  expect(of({ a: 1, b: 1 })).toBe('V jednom okruhu nejvýše 2.')
  expect(of({ c: 1, d: 1, b: 1 })).toBe('Máte rozdáno.')
})

test('a grey plus or minus says which limit it has met', () => {
  const rule: Rule = { rule: 'plus-minus', dots: 2, minus: 1, after: 2, per_entry: 1 }
  expect(whyNoStep(rule, {}, 'a', 1)).toBe('')
  expect(whyNoStep(rule, {}, 'a', -1)).toBe('Záporný hlas můžete dát, až rozdáte 2 kladné.')
  expect(whyNoStep(rule, { a: 1 }, 'a', 1)).toBe('Jednomu podnětu můžete dát nejvýše 1.')
  expect(whyNoStep(rule, { b: 1, c: 1 }, 'a', 1)).toBe('Kladné hlasy jste už rozdali.')
  expect(whyNoStep(rule, { b: 1, c: 1, d: -1 }, 'a', -1)).toBe('Záporné hlasy jste už rozdali.')
})
