import type { Place, Rule } from '../api/types'

/** What entries are ranked by and their bars are drawn by: votes for, the mean of
 * a scale, else points. null: not counted, or nobody said anything of it. */
export function amountOf({ rule }: Rule, { points, mean, for: yes }: Place): number | null {
  if (rule === 'scale') return mean ?? null
  if (rule === 'choice') return yes ?? points
  return points
}

/** How much the longest bar stands for: the most there is, or the end of the scale. */
export const longest = ({ rule, steps }: Rule, amounts: number[]): number =>
  Math.max(1, ...amounts, rule === 'scale' ? (steps ?? 0) : 0)
