import type { ListedBallot, Round } from '../api/types'
import type { Votes } from '../voting/rule'

/** What I know of my own ballot of a round that is over. */
export interface Own {
  receipt?: string
  given?: Votes
  /** What was refused last; where the answer before was lost, it may have counted all the same. */
  perhaps?: Votes
}

/** What the list says of my ballot. */
export type Found = { is: 'counted' | 'other'; votes: Votes } | { is: 'missing' | 'unlisted' }

/** Whether there is a list to look for my ballot in: ballots are listed once all of the result is shown; a few are
 * not, they would tell whose they are. */
export const mayFind = ({ revealed, voters = 0 }: Round, { receipt, given }: Own): boolean =>
  revealed === true && voters >= 5 && receipt !== undefined && given !== undefined

/** Looks for my ballot in the list of all. Unlisted: an older program closed the round, and no ballot has a receipt. */
export function findOwn(list: readonly ListedBallot[], { receipt, given = {}, perhaps }: Own): Found {
  if (!list.some((one) => one.receipt)) return { is: 'unlisted' }
  const mine = list.filter((one) => one.receipt === receipt)
  if (mine.length !== 1) return { is: 'missing' }
  const votes: Votes = Object.fromEntries(
    (mine[0]!.votes ?? []).map(({ entry, value, values }) => [entry, values ?? value]),
  )
  const said = [given, perhaps].some((one) => one && isSame(one, votes))
  return { is: said ? 'counted' : 'other', votes }
}

function isSame(a: Votes, b: Votes): boolean {
  const all = Object.keys({ ...a, ...b })
  return all.every((entry) => String(a[entry]) === String(b[entry]))
}
