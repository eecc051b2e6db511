import type { Round, Rule } from '../api/types'

/** What a ballot says of one entry: a number, or several where the rule asks several things. */
export type Said = number | number[]

/** What a ballot says of entries, by their ids; what a number means the rule says. */
export type Votes = Readonly<Record<string, Said>>

export const isSeveral = (said: Said | undefined): said is number[] => typeof said === 'object'

/** The number that a ballot says of an entry; nothing is 0. */
export function valueOf(votes: Votes, entry: string): number {
  const said = votes[entry] ?? 0
  return isSeveral(said) ? 0 : said
}

/** In which topic each entry stands, by its id; those in none are together. */
export type Topics = Readonly<Record<string, string>>

export type RuleName = Rule['rule']

/** The topics of entries as a rule asks for them. */
export const topicsOf = (entries: readonly { id: string; topic?: string }[]): Topics =>
  Object.fromEntries(entries.flatMap(({ id, topic }) => (topic ? [[id, topic]] : [])))

/** Why a rule does not allow a ballot: the code the server would refuse it with. */
export interface Refusal {
  code: string
  values: number[]
}

/** The rules that are played on phones, in the order they are offered. */
export const played: readonly RuleName[] = [
  'dots',
  'choice',
  'approval',
  'weights',
  'plus-minus',
  'ranking',
  'scale',
  'budget',
  'judging',
]

/** The rule of a round; of one that nobody has said, dots of an unknown number. */
export const ruleOf = (round: Round): Rule => round.rule ?? { rule: 'dots' }

/** Whether phones know the rule. Any other can be held on paper only. */
export const isPlayed = (round: Round): boolean => played.includes(ruleOf(round).rule)

/** The numbers of a ballot that is whole: what it says of each entry. */
export const valuesIn = (votes: Votes): number[] => Object.values(votes).flat()

/** How many entries the ballot says something of. */
export const saidIn = (votes: Votes): number => Object.keys(votes).length

/** The ballot with this said of an entry; undefined: nothing. */
export function withVote(votes: Votes, entry: string, value: Said | undefined): Votes {
  const { [entry]: _, ...others } = votes
  return value === undefined ? others : { ...others, [entry]: value }
}

/** The refusal of a number that the rule does not know. */
export const outside = (least: number, most: number): Refusal => ({ code: 'invalid', values: [least, most] })
