import { language } from '../../text/language.svelte'

/** A mean as people read it: 4,3. */
export const oneDecimal = (mean: number): string =>
  mean.toLocaleString(language.code, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
