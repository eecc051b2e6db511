import { expect, test } from 'vitest'
import { outOf, plural } from './plural'
import { cs as agreedCs } from './agreed.cs'
import { en as agreedEn } from './agreed.en'
import { cs as byPartCs } from './byPart.cs'
import { en as byPartEn } from './byPart.en'
import { cs as consoleCs } from './console.cs'
import { en as consoleEn } from './console.en'
import { cs as rulesCs } from './rules.cs'
import { en as rulesEn } from './rules.en'
import { cs as tablesCs } from './tables.cs'
import { en as tablesEn } from './tables.en'
import { voting as votingCs } from './voting.cs'
import { voting as votingEn } from './voting.en'
import { cs as wallCs } from './wall.cs'
import { en as wallEn } from './wall.en'

const dots = { one: '# puntík', few: '# puntíky', many: '# puntíku', other: '# puntíků' }

test('Czech counts one, two to four, and more, each its own way', () => {
  const said = [0, 1, 2, 4, 5, 22, 1.5].map((n) => plural('cs', n, dots))
  expect(said).toEqual([
    '0 puntíků',
    '1 puntík',
    '2 puntíky',
    '4 puntíky',
    '5 puntíků',
    '22 puntíků',
    '1,5 puntíku',
  ])
})

test('English has one dot and many dots', () => {
  expect([1, 2].map((n) => plural('en', n, { one: '# dot', other: '# dots' }))).toEqual(['1 dot', '2 dots'])
})

test('large numbers are grouped as the language does it', () => {
  expect(plural('cs', 1494, dots)).toBe('1\u00a0494 puntíků')
})

// What of a vote × language: the minutes say the same (exports/formats, amountLines).
test.each([
  ['what a decision had', agreedCs.for(12_345), agreedEn.for(12_345)],
  ['for and against', rulesCs.choice.counts(12_345, 0, 0), rulesEn.choice.counts(12_345, 0, 0)],
  ['how many were present', rulesCs.choice.rule.absolute(12_345), rulesEn.choice.rule.absolute(12_345)],
  ['a budget', rulesCs.budget.cost(12_345, 'Kč'), rulesEn.budget.cost(12_345, 'Kč')],
  ['ballots of a part', byPartCs.part('Sál', 12_345), byPartEn.part('Sál', 12_345)],
  ['who has voted', wallCs.votedOf(12_345, 20_000), wallEn.votedOf(12_345, 20_000)],
])('%s is grouped as the language does it', (_what, czech, english) => {
  expect(czech).toContain('12\u00a0345')
  expect(english).toContain('12,345')
})

// Door × language: a table without anybody has no votes to count.
test.each([
  ['the wall', wallCs.votedOf, wallEn.votedOf],
  ['the bar of the console', consoleCs.run.votedOf, consoleEn.run.votedOf],
  ['an open round', votingCs.rounds.ballots, votingEn.rounds.ballots],
  ['tables side by side', tablesCs.voted, tablesEn.voted],
])('of nobody %s does not say that 0 of 0 voted', (_door, czech, english) => {
  expect([czech(0, 0), english(0, 0)]).toEqual(['zatím tu nikdo není', 'nobody is here yet'])
  expect([czech(0, 7), english(0, 7)]).toEqual(['hlasovalo 0 ze 7', '0 of 7 have voted'])
})

test('Czech says ze where the number is hard to say after z', () => {
  const z = [0, 1, 5, 8, 10, 11, 15, 18, 19, 50, 87, 500, 999, 1_000, 5_000, 1_000_000, 5_000_000].map((n) =>
    outOf(n),
  )
  const ze = [
    2, 3, 4, 6, 7, 12, 13, 14, 16, 17, 20, 34, 65, 71, 100, 114, 180, 200, 300, 2_000, 120_000, 2_000_000,
  ].map((n) => outOf(n))
  expect(z.filter((said) => !said.startsWith('z '))).toEqual([])
  expect(ze.filter((said) => !said.startsWith('ze '))).toEqual([])
  expect(outOf(100_000, '100\u00a0000\u00a0Kč')).toBe('ze 100\u00a0000\u00a0Kč')
})
