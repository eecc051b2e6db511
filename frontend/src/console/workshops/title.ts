import type { Head } from '../../api/types'
import { words } from '../words'

/** How a workshop is called: its own title, or its number and group. */
export function titleOf(head: Pick<Head, 'title' | 'number' | 'group'>): string {
  if (head.title) return head.title
  const nth = head.number ? words().workshops.nth(head.number) : ''
  return [nth, head.group ?? ''].filter((part) => part !== '').join(' · ') || words().workshops.unnamed
}
