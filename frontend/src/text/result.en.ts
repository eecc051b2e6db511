import { plural } from './plural'
import type { ResultWords } from './result.cs'

export const en = {
  notCounted: 'not counted',
  legend: 'Not counted means that the idea was not voted on, or that nobody counted its votes. That is not zero.',
  unknown: 'a vote was held, its totals are not known',
  voters: (n: number) => plural('en', n, { one: '# person voted', other: '# people voted' }),
  given: (n: number) => plural('en', n, { one: '# dot placed', other: '# dots placed' }),
  partial: (n: number) =>
    plural('en', n, {
      one: '# ballot was not complete and was not counted.',
      other: '# ballots were not complete and were not counted.',
    }),
  place: (from: number, to: number) => (from === to ? `place ${from}` : `${from}–${to} tie`),
  byLot: (from: number, to: number, lot: number) => `${from}–${to} tie, by lot ${lot}`,
  mine: (n: number) => `yours ${n}`,
  mineSaid: (what: string) => `you: ${what}`,
  mineChosen: 'your choice',
  marked: 'marked',
  someVote: (who: string) => `Only some people vote: ${who}.`,
  someVoted: (who: string) => `Only some people voted: ${who}.`,
} satisfies ResultWords
