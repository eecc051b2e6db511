/** The causes of a step in reading order. Pure: rows of the feed in, lines out. */

export interface CauseRow {
  id: string
  parent?: string
  text: string
  position: number
}

export interface Line<C extends CauseRow = CauseRow> {
  cause: C
  /** 0 for a main bone. */
  depth: number
  /** Place among its siblings from 0. */
  index: number
}

/** Causes in reading order, each with its depth. Rows whose parent is gone are
 * left out: their branch was removed as a whole. */
export function outline<C extends CauseRow>(causes: readonly C[]): Line<C>[] {
  const under = new Map<string, C[]>()
  for (const cause of causes) {
    const parent = cause.parent ?? ''
    under.set(parent, [...(under.get(parent) ?? []), cause])
  }
  const lines: Line<C>[] = []
  const visit = (parent: string, depth: number) => {
    const siblings = [...(under.get(parent) ?? [])].sort(bySpot)
    siblings.forEach((cause, index) => {
      lines.push({ cause, depth, index })
      visit(cause.id, depth + 1)
    })
  }
  visit('', 0)
  return lines
}

function bySpot(a: CauseRow, b: CauseRow): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1)
}
