import type { Head } from '../../api/types'

/** How many people the head of the minutes counts; undefined: it does not say. Printed text goes before the number, as in the minutes. */
export function presentIn(head: Head | undefined): number | undefined {
  const { printed = '', participants } = head?.attendance ?? {}
  const said = /^\s*(\d+)/.exec(printed)
  return said ? Number(said[1]) : participants
}
