import type { Division, Step } from '../../api/types'

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
