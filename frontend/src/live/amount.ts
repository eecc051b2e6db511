import type { Place, Rule } from '../api/types'

const isByMean = (rule: Rule['rule']) => rule === 'scale' || rule === 'judging'

/** What entries are ranked by and their bars are drawn by: votes for, the mean of
 * a scale or of a jury, else points. null: not counted, or nobody said anything of it. */
export function amountOf({ rule }: Rule, { points, mean, for: yes }: Place): number | null {
  if (isByMean(rule)) return mean ?? null
  if (rule === 'choice') return yes ?? points
  return points
}

/** How much the longest bar stands for: the most there is, or the end of the scale. */
export const longest = ({ rule, steps }: Rule, amounts: number[]): number =>
  Math.max(1, ...amounts, isByMean(rule) ? (steps ?? 0) : 0)
