import { outside, valuesIn, type Refusal, type Votes } from './rule'
import type { Rule } from '../api/types'

/** What one may say of a proposal, in the order it is asked. */
export const answers = [1, -1, 0] as const

/** The rule of models/voting/choice.go. */
export function choice(_rule: Rule, votes: Votes): Refusal | undefined {
  return valuesIn(votes).some((value) => value < -1 || value > 1) ? outside(-1, 1) : undefined
}
