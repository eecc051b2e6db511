import type { Combination } from '../api/types'
import { basisOf, combinedOutcome, weightOf } from '../live/combined'
import type { Outcome } from '../live/sections'
import type { LiveWorkshop } from '../live/workshop.svelte'
import { combined } from '../text/combined'
import { language } from '../text/language.svelte'

/** A part of 1 as people read it; shares stand under each other, with one decimal each. */
export const percent = (share: number, decimals = 0): string =>
  share.toLocaleString(language.code, {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })

const shareSaid = (share: number) => percent(share, 1)

/** What a round is called among those of its step. */
export function roundCalled(live: LiveWorkshop, step: string, id: string | undefined): string {
  const rounds = live.roundsOf(step)
  const at = rounds.findIndex((round) => round.id === id)
  return rounds[at]?.label || combined().round(at + 1)
}

export const titleOf = ({ label }: Combination): string => (label ? combined().titled(label) : combined().title)

export const outcomeOfCombined = (live: LiveWorkshop, combination: Combination): Outcome =>
  combinedOutcome(combination, shareSaid, (nth, share) =>
    combined().beside(roundCalled(live, combination.step, combination.rounds[nth]?.round), share),
  )

/** From which rounds it is, and how much each counts. */
export const fromRounds = (live: LiveWorkshop, combination: Combination): string =>
  combined().rounds(
    combination.rounds
      .map(({ round }, i) =>
        combined().weighed(roundCalled(live, combination.step, round), percent(weightOf(combination, i))),
      )
      .join(', '),
  )

/** How it was worked out, as a sentence. */
export function howCombined(live: LiveWorkshop, combination: Combination): string {
  const w = combined()
  const rounds = combination.rounds.flatMap(({ round }) => live.round(round) ?? [])
  const bases = [...new Set(rounds.map(basisOf))].map((basis) => w.bases[basis])
  const lacks = combination.standing.some(({ rank }) => rank === 0)
  return [fromRounds(live, combination), w.how(bases.join('; ')), lacks ? w.missing : ''].filter(Boolean).join(' ')
}
