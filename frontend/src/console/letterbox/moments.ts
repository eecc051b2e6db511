/** A moment as a field of type datetime-local wants it, in the time of this computer. */
export function fieldOf(at: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const d = new Date(at)
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`
}

/** The moment such a field says; NaN where it is empty or none. */
export const momentIn = (field: string): number => new Date(field).getTime()

/** The last minute of the day so many days from now. */
export function evening(days: number, now = new Date()): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 23, 59).getTime()
}
