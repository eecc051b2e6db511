import type { Rule } from '../api/types'
import { valueOf, valuesIn, type Refusal, type Topics, type Votes } from './rule'

/** How many dots a person has; 0: nobody has said. */
export const dotsOf = (rule: Rule): number => rule.dots ?? 0

/** Most dots of one person on one entry. */
export const mostOf = (rule: Rule): number =>
  Math.min(dotsOf(rule), rule.per_entry || Infinity, rule.per_topic || Infinity)

export const usedIn = (votes: Votes): number => valuesIn(votes).reduce((sum, value) => sum + value, 0)

export const leftIn = (rule: Rule, votes: Votes): number => dotsOf(rule) - usedIn(votes)

/** Whether one dot more may lie on the entry. */
export const mayAdd = (rule: Rule, votes: Votes, entry: string, topics: Topics = {}): boolean =>
  dots(rule, { ...votes, [entry]: valueOf(votes, entry) + 1 }, topics) === undefined

/** The rule of models/voting/dots.go. */
export function dots(rule: Rule, votes: Votes, topics: Topics = {}): Refusal | undefined {
  const most = mostOf(rule)
  for (const value of valuesIn(votes)) {
    if (value < 1) return { code: 'invalid', values: [1, most] }
    if (value > most) return { code: 'dots-per-idea', values: [most] }
  }
  const used = usedIn(votes)
  if (used > dotsOf(rule)) return { code: 'ballot-over-budget', values: [used, dotsOf(rule)] }
  return rule.per_topic ? overTopic(rule.per_topic, votes, topics) : undefined
}

function overTopic(most: number, votes: Votes, topics: Topics): Refusal | undefined {
  const used = new Map<string, number>()
  for (const entry of Object.keys(votes)) {
    const topic = topics[entry] ?? ''
    const sum = (used.get(topic) ?? 0) + valueOf(votes, entry)
    if (sum > most) return { code: 'dots-per-topic', values: [sum, most] }
    used.set(topic, sum)
  }
  return undefined
}
