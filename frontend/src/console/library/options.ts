import { language } from '../../text/language.svelte'

/** Names to choose from, in the order of the reader's alphabet. */
export const alphabetical = (names: string[]) =>
  [...names]
    .sort(new Intl.Collator(language.code, { numeric: true }).compare)
    .map((value) => ({ value, label: value }))
