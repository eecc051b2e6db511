import type { Rule } from '../api/types'
import type { Refusal, Votes } from './rule'

/** How many dots a person has; 0: nobody has said. */
export const dotsOf = (rule: Rule): number => rule.dots ?? 0

/** Most dots of one person on one entry. */
export function mostOf(rule: Rule): number {
  const all = dotsOf(rule)
  return rule.per_entry ? Math.min(rule.per_entry, all) : all
}

export const usedIn = (votes: Votes): number => Object.values(votes).reduce((sum, value) => sum + value, 0)

export const leftIn = (rule: Rule, votes: Votes): number => dotsOf(rule) - usedIn(votes)

/** Whether one dot more may lie on the entry. */
export const mayAdd = (rule: Rule, votes: Votes, entry: string): boolean =>
  dots(rule, { ...votes, [entry]: (votes[entry] ?? 0) + 1 }) === undefined

/** The rule of models/voting/dots.go. */
export function dots(rule: Rule, votes: Votes): Refusal | undefined {
  const most = mostOf(rule)
  for (const value of Object.values(votes)) {
    if (value < 1) return { code: 'invalid', values: [1, most] }
    if (value > most) return { code: 'dots-per-idea', values: [most] }
  }
  const used = usedIn(votes)
  return used > dotsOf(rule) ? { code: 'ballot-over-budget', values: [used, dotsOf(rule)] } : undefined
}
