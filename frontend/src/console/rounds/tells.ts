import type { Rule } from '../../api/types'
import { asksOf } from '../../parts/ballot/spoken'
import { dotsOf, mostOf } from '../../voting/dots'
import { words } from '../words'

/** How people vote, told to who facilitates. */
export function tellsOf(rule: Rule): string {
  if (rule.rule !== 'dots') return asksOf(rule)
  const w = words().rounds
  return [
    w.rule(dotsOf(rule), mostOf(rule)),
    rule.per_topic ? w.perTopicRule(rule.per_topic) : '',
    rule.use_all ? w.useAllRule : '',
  ]
    .filter(Boolean)
    .join(' ')
}
