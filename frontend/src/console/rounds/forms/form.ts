import type { Entry, Rule } from '../../../api/types'

/** Where a rule is said in plain words: one form a rule. */
export interface RuleForm {
  rule: Rule
  /** What is voted on, in its order. */
  entries: Entry[]
  /** Which round it is, for those who type in it elsewhere. */
  round: string
  /** For buttons: what goes wrong is told in the bar. */
  change: (rule: Rule) => Promise<unknown>
  /** For fields, which tell themselves what goes wrong. */
  save: (rule: Rule) => Promise<unknown>
}

/** The rule as the server writes it: without what says nothing, in one order. So two of them can be compared. */
export function plain(rule: Rule): Rule {
  const says = (value: unknown) => value && (typeof value !== 'object' || Object.keys(value).length > 0)
  const sorted = (all: object) => Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
  const members = Object.entries(rule).filter(([, value]) => says(value))
  return sorted(
    Object.fromEntries(members.map(([name, value]) => [name, name === 'costs' ? sorted(value as object) : value])),
  ) as Rule
}

/** A whole number of at most twelve digits; undefined where something else is typed. */
export function wholeIn(typed: string): number | undefined {
  const digits = typed.replace(/[\s\u00a0]/g, '')
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined
}
