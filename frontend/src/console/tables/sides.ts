import type { Division, Round, Step } from '../../api/types'
import { proposedDots } from '../rounds/proposal'

/** One step of one part. */
export interface Side {
  part: Division['parts'][number]
  step: Step
}

/** The same step for several parts. */
export interface Sides {
  heading: string
  sides: Side[]
}

/** What stands between the heading of such a step and the name of the part. */
export const dash = ' – '

/** The heading without the name of the part it ends with. */
function headingOf({ part, step }: Side): string {
  const end = dash + part.heading
  return step.heading.endsWith(end) ? step.heading.slice(0, -end.length) : step.heading
}

/** The steps of a division's parts, those that are the same step for each together, the newest last. Pure. */
export function sidesOf(division: Division, steps: Step[]): Sides[] {
  const all = steps.flatMap((step) => {
    const part = division.parts.find(({ id }) => id === step.part)
    return part ? [{ part, step }] : []
  })
  const groups = new Map<string, Side[]>()
  for (const side of all) groups.set(headingOf(side), [...(groups.get(headingOf(side)) ?? []), side])
  return [...groups].map(([heading, sides]) => ({ heading, sides }))
}

/** What a typed list names, one a line; guests come last. */
export function partNames(lines: string, guests: string): { heading: string; guests?: boolean }[] {
  const names = lines.split('\n').map((line) => line.trim())
  const parts = [...new Set(names.filter(Boolean))].map((heading) => ({ heading }))
  return guests.trim() ? [...parts, { heading: guests.trim(), guests: true }] : parts
}

/** What opening or closing a round does at one table. */
export type RoundPress = { step: string; round: string; from: Round['state'] } | { step: string; dots: number }

/** What one press for all tables opens: at each open table that has ideas the round that is ready there (prepared, or
 * nobody voted in it), else one of dots. Where people vote already, or have voted, nothing. Pure. */
export function roundsToOpen(
  steps: Step[],
  roundsOf: (step: string) => Round[],
  ideasIn: (step: string) => number,
): RoundPress[] {
  return steps.flatMap((step): RoundPress[] => {
    const rounds = roundsOf(step.id)
    const ready = rounds.find(
      ({ state, entry, voters }) => entry !== 'typed' && (state === 'prepared' || voters === 0),
    )
    const ideas = ideasIn(step.id)
    if (step.state !== 'open' || ideas === 0 || rounds.some(({ state }) => state === 'open')) return []
    if (ready) return [{ step: step.id, round: ready.id, from: ready.state }]
    return rounds.length > 0 ? [] : [{ step: step.id, dots: proposedDots(ideas) }]
  })
}
