import type { Round } from '../api/types'
import { ruleOf } from '../voting/rule'

/** An entry between two scales: its means, as parts of the way from the first step to the last. */
export interface GridPoint {
  entry: string
  across: number
  up: number
  /** The means themselves. */
  means: [across: number, up: number]
}

/** Two rounds of a scale on the same entries, drawn as one field: effort across, impact up. */
export interface Grid {
  across: Round
  up: Round
  points: GridPoint[]
}

/** The grid that the last two closed rounds of a step draw; nothing where they draw none. */
export function gridOf(rounds: Round[]): Grid | undefined {
  const [across, up] = rounds.filter(({ state }) => state === 'closed').slice(-2)
  if (!across || !up || !isScale(across) || !isScale(up) || !isSame(across, up)) return undefined
  const [right, high] = [meansOf(across), meansOf(up)]
  const points = [...right].flatMap(([entry, mean]): GridPoint[] => {
    const other = high.get(entry)
    if (other === undefined) return []
    return [{ entry, across: share(across, mean), up: share(up, other), means: [mean, other] }]
  })
  return points.length > 0 ? { across, up, points } : undefined
}

const isScale = (round: Round) => ruleOf(round).rule === 'scale'

const isSame = (a: Round, b: Round) => sorted(a.ideas) === sorted(b.ideas)
const sorted = (ids: string[] = []) => [...ids].sort().join()

const meansOf = (round: Round) =>
  new Map((round.standing ?? []).flatMap(({ idea, mean }) => (mean === undefined ? [] : [[idea, mean] as const])))

const share = (round: Round, mean: number) => (mean - 1) / Math.max(1, (ruleOf(round).steps ?? 2) - 1)
