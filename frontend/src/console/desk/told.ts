import type { HistoryEntry } from '../../api/types'
import { words } from '../words'

/** An entry of the history in one sentence; what was added together by its number. */
export function told({ kind, done, part, subject, count }: HistoryEntry): string {
  const w = words().history
  const several = done === 'added' && count > 1
  const sentence = several ? w.addedTogether(count, subject) : w.sentence(w.done[done], w.parts[part], subject)
  if (kind === 'undone') return w.undone(sentence)
  return kind === 'redone' ? w.redone(sentence) : sentence
}
