import type { Step } from '../api/types'

/**
 * The step the wall shows: the newest that is open. Where that is a part's, those of all parts in turn, or the one
 * that was chosen. Pure.
 */
export function wallStep(steps: Step[], current: Step | undefined, part: string, turn: number): Step | undefined {
  const here = current?.state === 'open' ? current : undefined
  const sides = sidesShown(steps, current)
  if (sides.length === 0) return here
  return sides.find((side) => side.part === part) ?? sides[turn % sides.length]
}

/** The open steps of parts, where they are what the wall shows; else none. */
export function sidesShown(steps: Step[], current: Step | undefined): Step[] {
  const sides = steps.filter((step) => step.part && step.state === 'open')
  const newest = Math.max(0, ...sides.map(({ opened }) => opened ?? 0))
  const isNewer = current?.state !== 'open' || newest > (current.opened ?? 0)
  return isNewer ? sides : []
}

/** Milliseconds the wall stays at a page of one part. */
export const turnTime = 20_000
