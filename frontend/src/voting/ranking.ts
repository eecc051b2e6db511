import type { Rule } from '../api/types'
import { outside, saidIn, valueOf, valuesIn, type Refusal, type Votes } from './rule'

export const placesOf = (rule: Rule): number => rule.places ?? 0

/** The points of each place, from the first. */
export function scoresOf(rule: Rule): number[] {
  const places = placesOf(rule)
  return rule.scores?.length ? rule.scores : Array.from({ length: places }, (_, i) => places - i)
}

/** The entries in the order they are ranked. */
export const ranked = (votes: Votes): string[] =>
  Object.keys(votes).sort((a, b) => valueOf(votes, a) - valueOf(votes, b))

const placed = (entries: string[]): Votes => Object.fromEntries(entries.map((entry, i) => [entry, i + 1]))

/** The ballot with the entry on the next place, or without it, the others moved up. */
export function tap(rule: Rule, votes: Votes, entry: string): Votes {
  const order = ranked(votes)
  if (votes[entry] !== undefined) return placed(order.filter((one) => one !== entry))
  return order.length < placesOf(rule) ? placed([...order, entry]) : votes
}

/** The ballot with the entry one place up (-1) or down (1). */
export function moved(votes: Votes, entry: string, by: 1 | -1): Votes {
  const order = ranked(votes)
  const at = order.indexOf(entry)
  const other = order[at + by]
  if (at < 0 || other === undefined) return votes
  order[at] = other
  order[at + by] = entry
  return placed(order)
}

/** The rule of models/voting/places.go. */
export function ranking(rule: Rule, votes: Votes): Refusal | undefined {
  const places = placesOf(rule)
  if (valuesIn(votes).some((value) => value < 1 || value > places)) return outside(1, places)
  const taken = new Set(valuesIn(votes))
  if (taken.size < saidIn(votes)) {
    const twice = valuesIn(votes).find((value, i, all) => all.indexOf(value) < i)!
    return { code: 'value-twice', values: [twice] }
  }
  const gap = valuesIn(votes).findIndex((_, i) => !taken.has(i + 1))
  return gap >= 0 ? { code: 'place-missing', values: [gap + 1] } : undefined
}
