import type { HistoryEntry } from '../../api/types'
import { words } from '../words'

/** An entry of the history in one sentence. */
export function told(entry: HistoryEntry): string {
  const w = words().history
  const sentence = w.sentence(w.done[entry.done], w.parts[entry.part], entry.subject)
  if (entry.kind === 'undone') return w.undone(sentence)
  return entry.kind === 'redone' ? w.redone(sentence) : sentence
}
