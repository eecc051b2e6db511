import { catalogue } from './language.svelte'
import { plural } from './plural'

/** The words for several lines put into a field for one. */
export const pasted = catalogue({
  cs: {
    each: (n: number) =>
      plural('cs', n, {
        one: 'Odeslat # řádek zvlášť',
        few: 'Odeslat # řádky, každý zvlášť',
        many: 'Odeslat # řádku, každý zvlášť',
        other: 'Odeslat # řádků, každý zvlášť',
      }),
  },
  en: { each: (n: number) => plural('en', n, { one: 'Send # line', other: 'Send # lines, each for itself' }) },
})
