import type { ByPartWords } from './byPart.cs'
import { amount, plural } from './plural'

export const en: ByPartWords = {
  ballot: (by) =>
    `The result will be told by part, too (${by}), but only for parts with at least 5 ballots counted.`,
  title: (by) => `By part: ${by}`,
  choose: 'Whose result',
  all: 'Everybody',
  part: (name, ballots) => `${name} (${amount('en', ballots)})`,
  ballots: (n) => plural('en', n, { one: '# ballot', other: '# ballots' }),
  resultOf: (name, ballots) => `${name}: ${en.ballots(ballots)}`,
  how: 'In brackets is how many ballots were counted. Parts with too few to keep them secret are in the result of everybody only.',
  none: 'The result is not shown by part: nowhere were there enough ballots to keep them secret.',
  form: {
    label: 'The result by part, too',
    nobody: 'of everybody only',
    hint: 'People are told on the ballot before they vote. Only parts with at least 5 counted ballots from phones are shown apart. Ballots on paper are in the result of everybody only.',
  },
}
