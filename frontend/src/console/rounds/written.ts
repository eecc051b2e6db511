import type { Rule } from '../../api/types'
import { answerOf } from '../../parts/ballot/spoken'
import { ranked } from '../../voting/ranking'
import { isSeveral, valueOf, type Said, type Votes } from '../../voting/rule'
import { writeNumbers } from './numbers'

/** What a ballot says in a line, by the numbers of its entries: as it is typed under
 * dots, in the order of places under ranking, else each with its value. */
export function writtenOf(rule: Rule, votes: Votes, entries: string[]): string {
  const numberOf = (entry: string) => entries.indexOf(entry) + 1
  if (rule.rule === 'ranking') return ranked(votes).map(numberOf).join(' › ')
  if (rule.rule === 'dots' || rule.rule === 'approval' || rule.rule === 'budget')
    return writeNumbers(entries.map((entry) => valueOf(votes, entry)))
  const said = (value: Said) =>
    isSeveral(value)
      ? value.map((mark) => mark || '–').join('/')
      : rule.rule === 'choice'
        ? answerOf(value).toLowerCase()
        : `${value}`
  return entries
    .flatMap((entry) => (votes[entry] === undefined ? [] : [`${numberOf(entry)}: ${said(votes[entry])}`]))
    .join(', ')
}
