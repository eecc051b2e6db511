/** What Enter, Tab and Shift+Tab mean in the outline of a step. Pure: lines
 * in, places out. */

import type { TreeEntry, Line } from '../../parts/tree'
import type { Drop } from '../desk/drag.svelte'

/** Where an entry goes: under which parent ('' for one of its own), and at which
 * place among its siblings. */
export interface Spot {
  parent: string
  index: number
}

function lineOf<C extends TreeEntry>(lines: Line<C>[], id: string): Line<C> | undefined {
  return lines.find((line) => line.entry.id === id)
}

/** The place right after an entry, on its level: what Enter opens. */
export function after(lines: Line[], id: string): Spot {
  const line = lineOf(lines, id)
  if (!line) return end(lines, '')
  return { parent: line.entry.parent ?? '', index: line.index + 1 }
}

/** The place after the last one under a parent. */
export function end(lines: Line[], parent: string): Spot {
  return { parent, index: children(lines, parent).length }
}

/** One level deeper: the last under the sibling before. Nothing where there is
 * no sibling to go under. */
export function deeper(lines: Line[], spot: Spot): Spot | undefined {
  const before = children(lines, spot.parent)[spot.index - 1]
  return before && end(lines, before.entry.id)
}

/** One level shallower: right after its parent. Nothing for entry of its owns. */
export function shallower(lines: Line[], spot: Spot): Spot | undefined {
  return spot.parent === '' ? undefined : after(lines, spot.parent)
}

/** Where an existing entry stands. */
export function spotOf(line: Line): Spot {
  return { parent: line.entry.parent ?? '', index: line.index }
}

/** So many places on among its siblings, of which a new one is not yet; nothing at the ends. */
export function shoved(lines: Line[], { parent, index }: Spot, by: number, isNew = false): Spot | undefined {
  const to = index + by
  const last = children(lines, parent).length - (isNew ? 0 : 1)
  return to < 0 || to > last ? undefined : { parent, index: to }
}

/** Where an entry may be moved: everywhere but under itself or where it is. */
export function newParents<C extends TreeEntry>(lines: Line<C>[], id: string): Line<C>[] {
  const own = branch(lines, id)
  const now = lineOf(lines, id)?.entry.parent
  return lines.filter((line) => !own.has(line.entry.id) && line.entry.id !== now)
}

/** The place a dragged entry gets; nothing on itself or its own branch. Behind an
 * entry that has others under it means before the first of them, as it looks. */
export function dropSpot(lines: Line[], id: string, over: string, drop: Drop): Spot | undefined {
  const target = lineOf(lines, over)
  if (!target || branch(lines, id).has(over)) return undefined
  const siblings = (parent: string) => children(lines, parent).filter((line) => line.entry.id !== id)
  const below = siblings(over)
  if (drop === 'under') return { parent: over, index: below.length }
  if (drop === 'behind' && below.length > 0) return { parent: over, index: 0 }
  const parent = target.entry.parent ?? ''
  const index = siblings(parent).findIndex((line) => line.entry.id === over)
  return { parent, index: drop === 'before' ? index : index + 1 }
}

/** An entry and all under it. */
export function branch(lines: Line[], id: string): Set<string> {
  const own = new Set([id])
  for (const line of lines) {
    if (own.has(line.entry.parent ?? '')) own.add(line.entry.id)
  }
  return own
}

/** The lines right under a parent, in order. */
export function children<C extends TreeEntry>(lines: Line<C>[], parent: string): Line<C>[] {
  return lines.filter((line) => (line.entry.parent ?? '') === parent)
}
