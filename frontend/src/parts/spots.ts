/** Where the entries of a grid stand, so that no number lies on another. Pure; lengths in pixels. */
import type { GridPoint } from '../live/grid'

/** Entries that share a place, as parts of the way across and up. */
export interface Spot {
  across: number
  up: number
  points: GridPoint[]
}

export interface Field {
  wide: number
  high: number
  /** The width of a circle with one number; 0: not known yet. */
  circle: number
}

/** The share of a circle from where two of them hide nothing of each other's numbers. */
const apart = 0.8
/** What another number adds to a spot, in circles. */
const oneMore = 0.7

/** Entries that would hide each other's numbers share a spot in their middle. */
export function spotsOf(points: GridPoint[], field: Field): Spot[] {
  const spots = points.map((point): Spot => ({ across: point.across, up: point.up, points: [point] }))
  for (let pair = hiding(spots, field); pair; pair = hiding(spots, field)) {
    const [kept, gone] = pair
    spots.splice(spots.indexOf(gone), 1)
    kept.points.push(...gone.points)
    kept.across = mean(kept.points.map(({ across }) => across))
    kept.up = mean(kept.points.map(({ up }) => up))
  }
  return spots
}

function hiding(spots: Spot[], field: Field): [Spot, Spot] | undefined {
  for (const [i, one] of spots.entries()) {
    const other = spots.slice(i + 1).find((other) => hides(one, other, field))
    if (other) return [one, other]
  }
  return undefined
}

function hides(one: Spot, other: Spot, { wide, high, circle }: Field): boolean {
  const width = (spot: Spot) => circle * (1 + oneMore * (spot.points.length - 1))
  return (
    Math.abs(one.across - other.across) * wide < (apart * (width(one) + width(other))) / 2 &&
    Math.abs(one.up - other.up) * high < apart * circle
  )
}

const mean = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length
