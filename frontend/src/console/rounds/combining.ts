import type { Round } from '../../api/types'
import { basisOf } from '../../live/combined'
import { ruleOf } from '../../voting/rule'

/** What makes a combination of rounds say little. */
export type Doubt = 'entries' | 'rules' | 'grid'

const entriesIn = (round: Round) =>
  (round.standing ?? [])
    .filter(({ points, mean }) => points !== null || mean !== undefined)
    .map(({ idea }) => idea)
    .sort()
    .join()

const hasSeveral = (values: string[]) => new Set(values).size > 1

/** What a facilitator should know before she combines these rounds. */
export function doubtsOf(rounds: Round[]): Doubt[] {
  const isGrid =
    rounds.every((round) => ruleOf(round).rule === 'scale') &&
    hasSeveral(rounds.map((round) => ruleOf(round).name ?? ''))
  return [
    ...(hasSeveral(rounds.map(entriesIn)) ? (['entries'] as const) : []),
    ...(hasSeveral(rounds.map(basisOf)) ? (['rules'] as const) : []),
    ...(isGrid ? (['grid'] as const) : []),
  ]
}

/** The weight that was typed; undefined where it is none. */
export function weightIn(text: string): number | undefined {
  const weight = Number(text.trim())
  return text.trim() !== '' && Number.isInteger(weight) && weight >= 1 && weight <= 100 ? weight : undefined
}
