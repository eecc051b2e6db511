import type { Rule } from '../../../api/types'
import { mostChosen } from '../../../voting/approval'
import { budgetOf, costOf } from '../../../voting/budget'
import { isComplete } from '../../../voting/check'
import { criteriaOf } from '../../../voting/judging'
import { minusesOf, plusesOf } from '../../../voting/plusMinus'
import { placesOf } from '../../../voting/ranking'
import type { RuleName } from '../../../voting/rule'
import { weightsOf } from '../../../voting/weights'
import type { RuleWords } from '../../../text/rules.cs'

/** What is odd about a rule, or missing from it: a key of the words. Pure. */
export type RuleDoubt = keyof RuleWords['form']['doubts']

/** Nobody goes through more than so many on a phone, one by one. */
const mostOneByOne = 20
const mostProposals = 10
/** Nobody on a jury gives more marks than so many with care. */
const mostMarks = 150

const doubtful: Partial<Record<RuleName, (rule: Rule, entries: string[]) => (RuleDoubt | false)[]>> = {
  choice: (rule, entries) => [!isComplete(rule) && 'noPresent', entries.length > mostProposals && 'choiceOfMany'],
  approval: (rule, entries) => [entries.length > 0 && mostChosen(rule) >= entries.length && 'chooseAll'],
  weights: (rule, entries) => [
    entries.length > 0 && weightsOf(rule).length > entries.length && 'weightsOfAll',
    weightsOf(rule).length === 0 && entries.length > mostOneByOne && 'tooMany',
  ],
  'plus-minus': (rule) => [
    minusesOf(rule) > plusesOf(rule) && 'minusFree',
    (rule.after ?? 0) > plusesOf(rule) && 'afterTooMany',
  ],
  ranking: (rule, entries) => [entries.length > 0 && placesOf(rule) > entries.length && 'placesOfAll'],
  scale: (_rule, entries) => [entries.length > mostOneByOne && 'tooMany'],
  judging: (rule, entries) => [
    criteriaOf(rule).length === 1 && 'oneCriterion',
    criteriaOf(rule).length * entries.length > mostMarks && 'manyMarks',
  ],
  budget: (rule, entries) => {
    const costs = entries.map((entry) => costOf(rule, entry))
    const total = costs.reduce((sum, cost) => sum + cost, 0)
    return [
      budgetOf(rule) === 0 && 'noBudget',
      costs.includes(0) && 'noCosts',
      total > 0 && total <= budgetOf(rule) && 'allFits',
      costs.some((cost) => cost > budgetOf(rule)) && 'nothingFits',
    ]
  },
}

/** @param entries the ids of what is voted on; none: not known yet */
export const ruleDoubts = (rule: Rule, entries: string[]): RuleDoubt[] =>
  (doubtful[rule.rule]?.(rule, entries) ?? []).filter((doubt) => doubt !== false)
