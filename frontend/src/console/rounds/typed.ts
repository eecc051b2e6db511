import type { Round } from '../../api/types'
import { ruleOf } from '../../voting/rule'

/** Totals as people type them from paper: whole numbers, also below zero. */

/** Whether the text is a whole number, or nothing at all. */
export const isNumber = (text: string) => /^([-−–]?\d{1,7})?$/.test(text.trim())

/** The number typed; null where there is none. */
export function numberIn(text: string): number | null {
  const typed = text.trim().replace(/^[−–]/, '-')
  return typed !== '' && isNumber(typed) ? Number(typed) : null
}

/**
 * Whether a total may be below zero: where the rule has minus dots or points,
 * and where nobody knows the rule.
 *
 * @param dots how many dots a person had, as typed
 */
export function maySink(round: Round | undefined, dots: string): boolean {
  if (!round) return false
  const { minus, weights } = ruleOf(round)
  if (minus || weights?.some((points) => points < 0)) return true
  return dots.trim() === '' && !weights?.length
}
