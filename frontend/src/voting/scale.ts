import type { Rule } from '../api/types'
import { outside, valuesIn, type Refusal, type Votes } from './rule'

export const stepsOf = (rule: Rule): number => rule.steps ?? 0

/** What a step of the scale is called; empty where it has its number alone. */
export function labelOf(rule: Rule, step: number): string {
  const labels = rule.labels ?? []
  if (labels.length === stepsOf(rule)) return labels[step - 1] ?? ''
  if (labels.length !== 2) return ''
  return step === 1 ? labels[0]! : step === stepsOf(rule) ? labels[1]! : ''
}

/** The rule of models/voting/scale.go. */
export function scale(rule: Rule, votes: Votes): Refusal | undefined {
  const steps = stepsOf(rule)
  return valuesIn(votes).some((value) => value < 1 || value > steps) ? outside(1, steps) : undefined
}
