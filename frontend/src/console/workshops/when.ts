import type { Code } from '../../text/language.svelte'

/** A day of the minutes ("2025-11-19") as the reader writes it; what is no day stays as it is. */
export function dayOf(date: string, language: Code): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!day) return date
  const [, year, month, number] = day.map(Number)
  const at = new Date(year!, month! - 1, number!)
  return at.toLocaleDateString(language === 'cs' ? 'cs' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}
