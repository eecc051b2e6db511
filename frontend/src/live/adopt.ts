import type { MyBallots } from './ballot.svelte'
import type { Shelf } from './shelf'

/** What lay on one idea as long as each idea was sent on its own. */
interface Spot {
  round: string
  idea: string
  counted: { count: number }
  wish?: { count: number }
}

/** Dots that wait on this device since before ballots were whole: nobody's tap is lost by an upgrade. */
export function adoptDots(old: Shelf, ballots: MyBallots): void {
  const spots = old.names().flatMap((name) => old.get<Spot>(name) ?? [])
  for (const round of new Set(spots.filter(({ wish }) => wish).map((spot) => spot.round))) {
    const mine = spots.filter((spot) => spot.round === round)
    const counts = mine.map(({ idea, wish, counted }) => [idea, (wish ?? counted).count] as const)
    ballots.fill(round, Object.fromEntries(counts.filter(([, count]) => count > 0)))
  }
  old.names().forEach((name) => old.drop(name))
}
