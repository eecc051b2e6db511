import type { Rule } from '../api/types'
import { outside, valuesIn, withVote, type Refusal, type Votes } from './rule'

/** The weights a person has, each to be given once; none: she gives freely, up to `most` on each. */
export const weightsOf = (rule: Rule): number[] => rule.weights ?? []

/** The most that lies on one entry where points are given freely. */
export const freeMost = (rule: Rule): number => rule.most ?? 0

/** The weights that are not given yet. */
export function weightsLeft(rule: Rule, votes: Votes): number[] {
  const given = valuesIn(votes)
  return weightsOf(rule).filter((weight) => {
    const at = given.indexOf(weight)
    if (at >= 0) given.splice(at, 1)
    return at < 0
  })
}

/** The ballot with the weight on this entry: taken from where it lies, if nothing of it is left. */
export function giveWeight(rule: Rule, votes: Votes, entry: string, weight: number): Votes {
  const others = withVote(votes, entry, undefined)
  if (votes[entry] === weight) return others
  if (weightsLeft(rule, others).includes(weight)) return withVote(others, entry, weight)
  const from = Object.keys(others).find((one) => others[one] === weight)
  return withVote(from === undefined ? others : withVote(others, from, undefined), entry, weight)
}

/** The rule of models/voting/weights.go. */
export function weights(rule: Rule, votes: Votes): Refusal | undefined {
  const all = weightsOf(rule)
  const given = valuesIn(votes)
  if (all.length === 0) {
    const most = freeMost(rule)
    return given.some((value) => value < 0 || value > most) ? outside(0, most) : undefined
  }
  if (given.some((value) => !all.includes(value))) return outside(Math.min(...all), Math.max(...all))
  const twice = all.find((weight) => {
    const has = all.filter((one) => one === weight).length
    return given.filter((value) => value === weight).length > has
  })
  return twice === undefined ? undefined : { code: 'value-twice', values: [twice] }
}
