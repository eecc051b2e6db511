import type { Head } from '../../api/types'
import type { Commands } from '../desk/commands'

export type Attendance = NonNullable<Head['attendance']>

export const linesOf = (names: string[] | null | undefined) => (names ?? []).join('\n')

/** Changes a part of what the head says of who came; `from` are the texts that the
 * change was made from. A change of one text carries the others along. */
export function attend(commands: Commands, head: Head, part: Attendance, from: Record<string, string>) {
  return commands.changeHead({
    attendance: { ...head.attendance, ...part },
    made_from: { ...textsOf(head.attendance), ...from },
  })
}

const textsOf = (now: Attendance | undefined) => ({
  'attendance.printed': now?.printed ?? '',
  'attendance.present': linesOf(now?.present),
  'attendance.excused': linesOf(now?.excused),
  'attendance.guests': linesOf(now?.guests),
})
