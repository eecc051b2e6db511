import { language } from '../text/language.svelte'

/** A moment as people of the language write it: 10. května 2026 v 18:00. */
export const momentOf = (at: number): string =>
  new Intl.DateTimeFormat(language.dates, { dateStyle: 'long', timeStyle: 'short' }).format(at)

/** A day: 10. května 2026. */
export const dayOf = (day: string): string =>
  new Intl.DateTimeFormat(language.dates, { dateStyle: 'long' }).format(new Date(`${day}T12:00`))
