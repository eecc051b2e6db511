import type { Place, Rule } from '../api/types'
import type { Outcome, Result } from '../live/sections'
import { language } from '../text/language.svelte'
import { said } from '../text/result'
import { rules as w } from '../text/rules'
import { criteriaOf } from '../voting/judging'
import { isSeveral, ruleOf, type RuleName, type Said } from '../voting/rule'
import { budgetOf, costOf } from '../voting/budget'
import { answerOf, majorityOf } from './ballot/spoken'

/** What is known of how a round was voted, as a sentence; nothing where nothing is. */
export function saidOf(outcome: Outcome): string {
  const { isCounted, voters, given } = outcome
  const { partial } = outcome.round
  const parts = [
    ...(isCounted ? [] : [said().unknown]),
    ...(voters === undefined ? [] : [said().voters(voters)]),
    ...(given === undefined ? [] : [said().given(given)]),
  ]
  const sentence = parts.join(', ')
  return [
    sentence && `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`,
    partial ? said().partial(partial) : '',
    countedBy(outcome),
  ]
    .filter(Boolean)
    .join(' ')
}

/** By which rule it was decided what is carried or paid, where that is not plain. */
function countedBy({ round, isCounted }: Outcome): string {
  const rule = ruleOf(round)
  if (!isCounted) return ''
  if (rule.rule === 'choice') return majorityOf(rule)
  return rule.rule === 'budget' ? w().budget.rule(w().budget.cost(budgetOf(rule), rule.unit ?? '')) : ''
}

/** The number that stands beside an entry. */
export function figureOf({ points, figure }: Result): string {
  return figure ?? (points === null ? said().notCounted : points.toLocaleString(language.code))
}

/** Its place in words; where a round only says yes or no to each there are no places. */
export function placeOf({ round }: Outcome, { points, from, to, lot }: Result): string {
  if (!points || points < 0 || ruleOf(round).rule === 'choice') return ''
  return lot === undefined ? said().place(from, to) : said().byLot(from, to, lot)
}

/** The mean of the marks for each criterion. */
function criteriaMeans(rule: Rule, { sums, said: judges = 0 }: Place): string {
  if (!sums || judges === 0) return ''
  const mean = (sum: number) => (sum / judges).toLocaleString(language.code, { maximumFractionDigits: 2 })
  const means = criteriaOf(rule).map(({ name }, i) => `${name} ${mean(sums[i] ?? 0)}`)
  return [...means, w().judging.judges(judges)].join(', ')
}

const details: Partial<Record<RuleName, (rule: Rule, place: Place) => string>> = {
  choice: (_rule, place) => {
    if (place.for === undefined) return ''
    const counts = w().choice.counts(place.for, place.against ?? 0, place.abstain ?? 0)
    if (place.passed === undefined) return counts
    return place.passed ? w().choice.passed(counts) : w().choice.failed(counts)
  },
  weights: (_rule, { said: people }) => (people ? said().voters(people) : ''),
  'plus-minus': (_rule, { said: people }) => (people ? said().voters(people) : ''),
  ranking: (_rule, { counts = [] }) =>
    counts.flatMap((n, i) => (n > 0 ? [w().ranking.counts(i + 1, n)] : [])).join(', '),
  scale: (_rule, { median, spread = 0, said = 0 }) =>
    median === undefined ? '' : w().scale.middle(median, spread, said),
  budget: (rule, { idea, fits }) => {
    if (fits === undefined) return ''
    const cost = w().budget.cost(costOf(rule, idea), rule.unit ?? '')
    return fits ? w().budget.fits(cost) : w().budget.tooDear(cost)
  },
  judging: criteriaMeans,
}

/** What else a round says of an entry, in a line; empty where its number says all. */
export function detailOf({ round }: Outcome, { place, beside }: Result): string {
  const rule = ruleOf(round)
  return beside ?? details[rule.rule]?.(rule, place) ?? ''
}

/** What I said of an entry, in words, as it stands beside its result. */
export function mineOf({ round }: Outcome, given: Said): string {
  const rule = ruleOf(round)
  const value = isSeveral(given) ? 0 : given
  if (rule.rule === 'choice') return said().mineSaid(answerOf(value).toLowerCase())
  if (rule.rule === 'ranking') return said().mineSaid(w().ranking.place(value))
  if (rule.rule === 'approval' || rule.rule === 'budget') return said().mineChosen
  return isSeveral(given) ? said().mineSaid(given.map((mark) => mark || '–').join(', ')) : said().mine(given)
}

/** The same where it stands in a list of what I gave. */
export function gaveOf({ round }: Outcome, given: Said): string {
  const rule = ruleOf(round)
  if (isSeveral(given)) return given.map((mark) => mark || '–').join(', ')
  switch (rule.rule) {
    case 'choice':
      return answerOf(given).toLowerCase()
    case 'ranking':
      return w().ranking.place(given)
    case 'approval':
    case 'budget':
      return w().approval.chosen.toLowerCase()
    case 'weights':
      return w().weights.give(given)
    case 'dots':
      return w().dots.count(given)
    default:
      return given.toLocaleString(language.code, {
        signDisplay: rule.rule === 'plus-minus' ? 'exceptZero' : 'auto',
      })
  }
}
