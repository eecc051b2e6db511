import type { Rule } from '../api/types'
import { outside, valueOf, valuesIn, withVote, type Refusal, type Votes } from './rule'

export const plusesOf = (rule: Rule): number => rule.dots ?? 0
export const minusesOf = (rule: Rule): number => rule.minus ?? 0

/** Most dots of one person on one entry, of either kind. */
const mostOn = (rule: Rule, all: number): number => (rule.per_entry ? Math.min(rule.per_entry, all) : all)

const sum = (values: number[]): number => values.reduce((total, one) => total + one, 0)
export const plusesIn = (votes: Votes): number => sum(valuesIn(votes).filter((value) => value > 0))
export const minusesIn = (votes: Votes): number => -sum(valuesIn(votes).filter((value) => value < 0))

/** Whether the entry may have one more, or one less. */
export function mayStep(rule: Rule, votes: Votes, entry: string, by: 1 | -1): boolean {
  const value = valueOf(votes, entry) + by
  return plusMinus(rule, withVote(votes, entry, value || undefined)) === undefined
}

/** The rule of models/voting/plusminus.go. */
export function plusMinus(rule: Rule, votes: Votes): Refusal | undefined {
  const [plus, minus] = [plusesOf(rule), minusesOf(rule)]
  const [mostPlus, mostMinus] = [mostOn(rule, plus), mostOn(rule, minus)]
  for (const value of valuesIn(votes)) {
    if (value === 0 || -value > mostMinus) return outside(-mostMinus, mostPlus)
    if (value > mostPlus) return { code: 'dots-per-idea', values: [mostPlus] }
  }
  const [pluses, minuses] = [plusesIn(votes), minusesIn(votes)]
  if (pluses > plus) return { code: 'ballot-over-budget', values: [pluses, plus] }
  if (minuses > minus) return { code: 'minus-over-budget', values: [minuses, minus] }
  const after = rule.after ?? 0
  return minuses > 0 && pluses < after ? { code: 'minus-too-early', values: [pluses, after] } : undefined
}
