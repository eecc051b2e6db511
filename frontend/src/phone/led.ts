/** Where a spokesperson may put what stands in her step. Pure. */

import type { Entry } from '../api/types'
import type { Line } from '../parts/tree'

/** Where an entry comes to stand among its siblings when it goes so far; undefined where it cannot. */
export function placeOf(entry: Entry, entries: Entry[], by: -1 | 1): number | undefined {
  const siblings = entries.filter(
    ({ topic, parent }) => (topic ?? '') === (entry.topic ?? '') && (parent ?? '') === (entry.parent ?? ''),
  )
  const to = siblings.findIndex(({ id }) => id === entry.id) + by
  return to >= 0 && to < siblings.length ? to : undefined
}

/** What a cause may stand under: everything but itself and what is under it. */
export function newParents(lines: Line<Entry>[], id: string): Line<Entry>[] {
  const at = lines.findIndex(({ entry }) => entry.id === id)
  const next = lines.findIndex(({ depth }, i) => i > at && depth <= (lines[at]?.depth ?? 0))
  return lines.filter((_, i) => i < at || (next >= 0 && i >= next))
}
