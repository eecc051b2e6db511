import type { Round, Rule } from '../api/types'
import { dots } from './dots'

/** What a ballot says of entries, by their ids. */
export type Votes = Readonly<Record<string, number>>

/** Why a rule does not allow a ballot: the code the server would refuse it with. */
export interface Refusal {
  code: string
  values: number[]
}

/** What the client knows of each rule: the mirror of models/voting, held against the same table of cases. */
const rules: Partial<Record<Rule['rule'], (rule: Rule, votes: Votes) => Refusal | undefined>> = { dots }

/** The rule of a round; of one that nobody has said, dots of an unknown number. */
export const ruleOf = (round: Round): Rule => round.rule ?? { rule: 'dots' }

/** Whether phones know the rule. Any other can be held on paper only. */
export const isPlayed = (round: Round): boolean => ruleOf(round).rule in rules

/** Why one person may not cast these votes; nothing where she may. */
export const refusal = (rule: Rule, votes: Votes): Refusal | undefined => rules[rule.rule]?.(rule, votes)
