import type { Place, Round, Rule } from '../../api/types'
import { ruleOf } from '../../voting/rule'
import { stepsOf } from '../../voting/scale'

/** Totals as people type them from paper: whole numbers, also below zero, and means of a scale. */

/** What may be typed of one entry. */
export type Typed = 'points' | 'for' | 'against' | 'abstain' | 'mean'

/** What is typed of one entry, as it stands in the fields. */
export type TypedLine = Partial<Record<Typed, string>>

/** A total as it is sent. */
export interface Total {
  idea: string
  points: number | null
  details?: { for?: number; against?: number; abstain?: number; mean?: number }
}

/** What a round on paper counts of each entry, by its rule. */
export function countedBy({ rule }: Rule): Typed[] {
  if (rule === 'choice') return ['for', 'against', 'abstain']
  return rule === 'scale' || rule === 'judging' ? ['mean'] : ['points']
}

/** What was typed of an entry before; decimals as the language writes them. */
export function lineOf(rule: Rule, place: Place, language: string): TypedLine {
  const fields = countedBy(rule).map((field) => {
    const number = place[field]
    return [
      field,
      number === undefined || number === null ? '' : number.toLocaleString(language, { useGrouping: false }),
    ]
  })
  return Object.fromEntries(fields)
}

/** What is sent of a line. Where something is typed of a choice, its other counts are zero. */
export function totalOf(rule: Rule, idea: string, line: TypedLine): Total {
  const typed = countedBy(rule).filter((field) => (line[field] ?? '').trim() !== '')
  const number = (field: Typed) => numberIn(line[field] ?? '') ?? 0
  if (typed.length === 0) return { idea, points: null }
  if (rule.rule === 'scale' || rule.rule === 'judging')
    return { idea, points: null, details: { mean: decimalIn(line.mean ?? '') ?? 0 } }
  if (rule.rule !== 'choice') return { idea, points: number('points') }
  return {
    idea,
    points: null,
    details: { for: number('for'), against: number('against'), abstain: number('abstain') },
  }
}

/** Whether the text is a whole number, or nothing at all. */
export const isNumber = (text: string) => /^([-−–]?\d{1,7})?$/.test(text.trim())

/** The number typed; null where there is none. */
export function numberIn(text: string): number | null {
  const typed = text.trim().replace(/^[−–]/, '-')
  return typed !== '' && isNumber(typed) ? Number(typed) : null
}

/** The number typed, with decimals after a comma or a point; null where there is none. */
export function decimalIn(text: string): number | null {
  const typed = text.trim().replace(',', '.')
  return /^\d{1,2}(\.\d{1,6})?$/.test(typed) ? Number(typed) : null
}

/** Whether the text is a mean that marks of the scale may have, or nothing at all. */
export function isMean(rule: Rule, text: string): boolean {
  const mean = decimalIn(text)
  return text.trim() === '' || (mean !== null && mean >= 1 && mean <= stepsOf(rule))
}

/**
 * Whether a total may be below zero: where the rule has minus dots or points,
 * and where nobody knows the rule.
 *
 * @param dots how many dots a person had, as typed
 */
export function maySink(round: Round | undefined, dots: string): boolean {
  if (!round) return false
  const { rule, minus, weights } = ruleOf(round)
  if (minus || weights?.some((points) => points < 0)) return true
  return rule === 'dots' && dots.trim() === ''
}
