import type { HistoryEntry } from '../../api/types'
import { words } from '../words'

/** What one act did: several things added together are told by their number. */
export function toldAll(entries: HistoryEntry[]): string {
  const [only] = entries
  return only && entries.length === 1 ? told(only) : words().history.addedTogether(entries.length)
}

/** An entry of the history in one sentence. */
export function told({ kind, done, part, subject }: HistoryEntry): string {
  const sentence = words().history.sentence(words().history.done[done], words().history.parts[part], subject)
  if (kind === 'undone') return words().history.undone(sentence)
  return kind === 'redone' ? words().history.redone(sentence) : sentence
}
