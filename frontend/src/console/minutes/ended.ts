/** The time of a moment (Unix milliseconds) where the browser is, as the head of minutes keeps it: 09:05. */
export function clock(at: number): string {
  const then = new Date(at)
  return [then.getHours(), then.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

/** Whether the moment is of the day the minutes are of; where they name none, of any. Who ends
 * a meeting on the morrow does not say when it ended. */
export function onDay(at: number, date: string | undefined): boolean {
  const then = new Date(at)
  const day = [then.getFullYear(), then.getMonth() + 1, then.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  )
  return !date || date === day.join('-')
}
