import type { Rule } from '../api/types'
import { outside, saidIn, valuesIn, type Refusal, type Votes } from './rule'

/** How many one may choose; 0: as many as one likes. */
export const mostChosen = (rule: Rule): number => rule.most ?? 0

/** Whether one more may be chosen. */
export const mayChoose = (rule: Rule, votes: Votes): boolean =>
  mostChosen(rule) === 0 || saidIn(votes) < mostChosen(rule)

/** The rule of models/voting/approval.go. */
export function approval(rule: Rule, votes: Votes): Refusal | undefined {
  if (valuesIn(votes).some((value) => value !== 1)) return outside(1, 1)
  const [chosen, most] = [saidIn(votes), mostChosen(rule)]
  return most > 0 && chosen > most ? { code: 'ballot-over-budget', values: [chosen, most] } : undefined
}
