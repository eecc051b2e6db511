/** What Enter, Tab and Shift+Tab mean in the outline of a fishbone. Pure: lines
 * in, places out. */

import type { CauseRow, Line } from '../../parts/fishbone/tree'
import type { Drop } from '../desk/drag.svelte'

/** Where a cause goes: under which parent ('' is a main bone), and at which
 * place among its siblings. */
export interface Spot {
  parent: string
  index: number
}

function lineOf<C extends CauseRow>(lines: Line<C>[], id: string): Line<C> | undefined {
  return lines.find((line) => line.cause.id === id)
}

/** The place right after a cause, on its level: what Enter opens. */
export function after(lines: Line[], id: string): Spot {
  const line = lineOf(lines, id)
  if (!line) return end(lines, '')
  return { parent: line.cause.parent ?? '', index: line.index + 1 }
}

/** The place after the last cause under a parent. */
export function end(lines: Line[], parent: string): Spot {
  return { parent, index: children(lines, parent).length }
}

/** One level deeper: the last under the sibling before. Nothing where there is
 * no sibling to go under. */
export function deeper(lines: Line[], spot: Spot): Spot | undefined {
  const before = children(lines, spot.parent)[spot.index - 1]
  return before && end(lines, before.cause.id)
}

/** One level shallower: right after its parent. Nothing for main bones. */
export function shallower(lines: Line[], spot: Spot): Spot | undefined {
  return spot.parent === '' ? undefined : after(lines, spot.parent)
}

/** Where an existing cause stands. */
export function spotOf(line: Line): Spot {
  return { parent: line.cause.parent ?? '', index: line.index }
}

/** After which line of the outline a new cause at the spot appears; -1 is
 * before the first. */
export function lineBefore(lines: Line[], spot: Spot): number {
  const sibling = children(lines, spot.parent)[spot.index - 1]
  if (!sibling) return lines.findIndex((line) => line.cause.id === spot.parent)
  let last = lines.findIndex((line) => line.cause.id === sibling.cause.id)
  while ((lines[last + 1]?.depth ?? 0) > sibling.depth) last++
  return last
}

/** Depth of a cause put at the spot. */
export function depthAt(lines: Line[], spot: Spot): number {
  const parent = lineOf(lines, spot.parent)
  return parent ? parent.depth + 1 : 0
}

/** Where a cause may be moved: everywhere but under itself or where it is. */
export function newParents<C extends CauseRow>(lines: Line<C>[], id: string): Line<C>[] {
  const own = branch(lines, id)
  const now = lineOf(lines, id)?.cause.parent
  return lines.filter((line) => !own.has(line.cause.id) && line.cause.id !== now)
}

/** The place a dragged cause gets; nothing on itself or its own branch. Behind a
 * cause that has others under it means before the first of them, as it looks. */
export function dropSpot(lines: Line[], id: string, over: string, drop: Drop): Spot | undefined {
  const target = lineOf(lines, over)
  if (!target || branch(lines, id).has(over)) return undefined
  const siblings = (parent: string) => children(lines, parent).filter((line) => line.cause.id !== id)
  const below = siblings(over)
  if (drop === 'under') return { parent: over, index: below.length }
  if (drop === 'behind' && below.length > 0) return { parent: over, index: 0 }
  const parent = target.cause.parent ?? ''
  const index = siblings(parent).findIndex((line) => line.cause.id === over)
  return { parent, index: drop === 'before' ? index : index + 1 }
}

/** A cause and all under it. */
export function branch(lines: Line[], id: string): Set<string> {
  const own = new Set([id])
  for (const line of lines) {
    if (own.has(line.cause.parent ?? '')) own.add(line.cause.id)
  }
  return own
}

/** The lines right under a parent, in order. */
export function children<C extends CauseRow>(lines: Line<C>[], parent: string): Line<C>[] {
  return lines.filter((line) => (line.cause.parent ?? '') === parent)
}
