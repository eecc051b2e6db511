import { amount, outOf } from './plural'

/** How many have voted, of those who can. */
export const votedOf = {
  cs: (n: number, of: number) => (of === 0 ? 'zatím tu nikdo není' : `hlasovalo ${amount('cs', n)} ${outOf(of)}`),
  en: (n: number, of: number) =>
    of === 0 ? 'nobody is here yet' : `${amount('en', n)} of ${amount('en', of)} have voted`,
}
