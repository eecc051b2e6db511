import type { Rule } from '../api/types'
import { outside, valuesIn, type Refusal, type Votes } from './rule'

export const budgetOf = (rule: Rule): number => rule.budget ?? 0

/** What an entry costs; one of which nobody has said costs nothing. */
export const costOf = (rule: Rule, entry: string): number => rule.costs?.[entry] ?? 0

export const spentIn = (rule: Rule, votes: Votes): number =>
  Object.keys(votes).reduce((sum, entry) => sum + costOf(rule, entry), 0)

/** Whether what is left pays for the entry. */
export const mayAfford = (rule: Rule, votes: Votes, entry: string): boolean =>
  spentIn(rule, votes) + costOf(rule, entry) <= budgetOf(rule)

/** The rule of models/voting/budget.go. */
export function budget(rule: Rule, votes: Votes): Refusal | undefined {
  if (valuesIn(votes).some((value) => value !== 1)) return outside(1, 1)
  const spent = spentIn(rule, votes)
  return spent > budgetOf(rule) ? { code: 'cost-over-budget', values: [spent, budgetOf(rule)] } : undefined
}
