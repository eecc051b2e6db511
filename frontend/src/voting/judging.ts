import type { Rule } from '../api/types'
import { isSeveral, outside, withVote, type Refusal, type Votes } from './rule'
import { stepsOf } from './scale'

export const criteriaOf = (rule: Rule): NonNullable<Rule['criteria']> => rule.criteria ?? []

/** The marks of an entry, one for each criterion; 0 where it is not judged yet. */
export function marksOf(rule: Rule, votes: Votes, entry: string): number[] {
  const said = votes[entry]
  return criteriaOf(rule).map((_, i) => (isSeveral(said) ? (said[i] ?? 0) : 0))
}

/** The ballot with this mark for a criterion; 0: none. */
export function withMark(rule: Rule, votes: Votes, entry: string, criterion: number, mark: number): Votes {
  const marks = marksOf(rule, votes, entry)
  marks[criterion] = mark
  return withVote(votes, entry, marks.some(Boolean) ? marks : undefined)
}

/** Whether the entry has a mark for every criterion: only then it is counted. */
export const isJudged = (rule: Rule, votes: Votes, entry: string): boolean =>
  marksOf(rule, votes, entry).every(Boolean)

/** How many entries are judged. */
export const judgedIn = (rule: Rule, votes: Votes): number =>
  Object.keys(votes).filter((entry) => isJudged(rule, votes, entry)).length

/** The rule of models/voting/judging.go. */
export function judging(rule: Rule, votes: Votes): Refusal | undefined {
  const steps = stepsOf(rule)
  for (const entry of Object.keys(votes)) {
    const marks = marksOf(rule, votes, entry)
    if (!marks.some(Boolean)) return outside(1, steps)
    if (marks.some((mark) => mark < 0 || mark > steps)) return outside(0, steps)
  }
  return undefined
}
