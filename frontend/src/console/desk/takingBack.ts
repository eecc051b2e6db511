import type { HistoryEntry } from '../../api/types'

/** What Ctrl+Z takes back: the newest thing this person did, or did again, that
 * can be. Entries come newest first. */
export function toUndo(entries: HistoryEntry[]): HistoryEntry | undefined {
  return entries.find((entry) => entry.mine && entry.offered && entry.kind !== 'undone')
}

/** What Ctrl+Shift+Z does again: the newest undoing of this person, unless she
 * has done something else since. */
export function toRedo(entries: HistoryEntry[]): HistoryEntry | undefined {
  const newest = entries.find((entry) => entry.mine && entry.offered && entry.kind !== 'redone')
  return newest?.kind === 'undone' ? newest : undefined
}
