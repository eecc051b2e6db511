import type { Combination, Round } from '../api/types'
import { ruleOf, type RuleName } from '../voting/rule'
import { awaitsReveal, isHeld, type Outcome, type Result } from './sections'

/** What of a round is combined: its part of all points, a place on a scale, who was for it. */
export type Basis = 'points' | 'marks' | 'for'

const bases: Partial<Record<RuleName, Basis>> = { scale: 'marks', judging: 'marks', choice: 'for' }

export const basisOf = (round: Round): Basis => bases[ruleOf(round).rule] ?? 'points'

/** The rounds that may be combined: those with a result that everybody knows. */
export const combinable = (rounds: Round[]): Round[] =>
  rounds.filter((round) => isHeld(round) && !awaitsReveal(round))

/** The combination that stands for a result: the last one that its round is of. */
export const standsFor = (combinations: Combination[], result: Round | undefined): Combination | undefined =>
  combinations.filter(({ rounds }) => rounds.some(({ round }) => round === result?.id)).at(-1)

/** How much a round counts, as a part of 1. */
export const weightOf = ({ rounds }: Pick<Combination, 'rounds'>, nth: number): number =>
  (rounds[nth]?.weight ?? 0) / rounds.reduce((sum, { weight }) => sum + weight, 0)

/**
 * A combination as results are shown: shares in place of points.
 * @param percent how a share is written
 * @param besideOf what each share was, by the round of that index
 */
export function combinedOutcome(
  combination: Combination,
  percent: (share: number) => string,
  besideOf: (nth: number, share: string) => string,
): Outcome {
  const standing = combination.standing
  const tied = (rank: number) => standing.filter((place) => place.rank === rank).length
  const results = standing.map(({ idea, share, shares, rank }): [string, Result] => [
    idea,
    {
      points: share,
      place: { idea, points: null, rank },
      from: rank,
      to: rank === 0 ? 0 : rank + tied(rank) - 1,
      ...(share !== null && { figure: percent(share) }),
      beside: shares.flatMap((one, i) => (one === null ? [] : [besideOf(i, percent(one))])).join(' · '),
    },
  ])
  const shown = results.flatMap(([, { points }]) => (points === null ? [] : [points]))
  return {
    round: roundFor(combination),
    results: new Map(results),
    most: Math.max(0.001, ...shown),
    given: undefined,
    voters: undefined,
    isCounted: shown.length > 0,
    lacksSome: shown.length < results.length,
  }
}

/** What stands in place of one round. */
const roundFor = ({ id, step, label }: Combination): Round => ({
  id,
  step,
  label,
  position: 0,
  state: 'closed',
  entry: 'phones',
  revealed: true,
  dots: 0,
  per_idea: 0,
})
