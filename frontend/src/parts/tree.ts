/** The entries of a step in reading order. Pure: rows of the feed in, lines out. */

export interface TreeEntry {
  id: string
  parent?: string
  text: string
  position: number
}

export interface Line<E extends TreeEntry = TreeEntry> {
  entry: E
  /** 0 for what stands under nothing: a main bone, a decision, a task. */
  depth: number
  /** Place among its siblings from 0. */
  index: number
}

/** Entries in reading order, each with its depth. Rows whose parent is gone are
 * left out: their branch was removed as a whole. */
export function outline<E extends TreeEntry>(entries: readonly E[]): Line<E>[] {
  const under = new Map<string, E[]>()
  for (const entry of entries) {
    const parent = entry.parent ?? ''
    under.set(parent, [...(under.get(parent) ?? []), entry])
  }
  const lines: Line<E>[] = []
  const visit = (parent: string, depth: number) => {
    const siblings = [...(under.get(parent) ?? [])].sort(bySpot)
    siblings.forEach((entry, index) => {
      lines.push({ entry, depth, index })
      visit(entry.id, depth + 1)
    })
  }
  visit('', 0)
  return lines
}

function bySpot(a: TreeEntry, b: TreeEntry): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1)
}
