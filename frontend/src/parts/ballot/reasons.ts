import type { Rule } from '../../api/types'
import { rules } from '../../text/rules'
import { dots, dotsOf } from '../../voting/dots'
import { plusMinus } from '../../voting/plusMinus'
import { valueOf, withVote, type Topics, type Votes } from '../../voting/rule'

/** Why one dot more may not lie on an entry, for whoever pressed the grey button; empty where it may. */
export function whyNoDot(rule: Rule, votes: Votes, entry: string, topics: Topics = {}): string {
  const no = dots(rule, withVote(votes, entry, valueOf(votes, entry) + 1), topics)
  switch (no?.code) {
    case 'dots-per-idea':
      return rules().plusMinus.perEntry(no.values[0]!)
    case 'dots-per-topic':
      return rules().dots.perTopic(no.values[1]!)
  }
  return no ? rules().dots.spent(dotsOf(rule)) : ''
}

/** Why an entry may not have one more, or one less; empty where it may. */
export function whyNoStep(rule: Rule, votes: Votes, entry: string, by: 1 | -1): string {
  const no = plusMinus(rule, withVote(votes, entry, valueOf(votes, entry) + by || undefined))
  switch (no?.code) {
    case 'ballot-over-budget':
    case 'minus-over-budget':
      return rules().plusMinus.spentOf[by]
    case 'minus-too-early':
      return rules().plusMinus.after(rule.after ?? 0)
  }
  return no && rule.per_entry
    ? rules().plusMinus.perEntry(rule.per_entry)
    : no
      ? rules().plusMinus.spentOf[by]
      : ''
}
