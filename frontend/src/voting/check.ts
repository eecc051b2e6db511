import type { Rule } from '../api/types'
import { approval } from './approval'
import { budget, budgetOf } from './budget'
import { choice } from './choice'
import { dots, dotsOf, leftIn } from './dots'
import { criteriaOf, judging } from './judging'
import { minusesOf, plusesOf, plusMinus } from './plusMinus'
import { placesOf, ranking } from './ranking'
import { isSeveral, outside, saidIn, type Refusal, type RuleName, type Topics, type Votes } from './rule'
import { scale, stepsOf } from './scale'
import { freeMost, weights, weightsOf } from './weights'

interface Mirror {
  check: (rule: Rule, votes: Votes, topics: Topics) => Refusal | undefined
  /** Whether all is known that people need to vote by it. */
  isComplete: (rule: Rule) => boolean
  /** Whether a ballot that is allowed is counted at closing, too. */
  counts?: (rule: Rule, votes: Votes) => boolean
}

/** The mirror of models/voting, held against the same table of cases. */
const mirrors: Partial<Record<RuleName, Mirror>> = {
  dots: {
    check: dots,
    isComplete: (rule) => dotsOf(rule) > 0,
    counts: (rule, votes) => !rule.use_all || leftIn(rule, votes) === 0,
  },
  choice: { check: choice, isComplete: ({ of, present }) => of !== 'present' || (present ?? 0) > 0 },
  approval: { check: approval, isComplete: () => true },
  weights: { check: weights, isComplete: (rule) => weightsOf(rule).length > 0 || freeMost(rule) > 0 },
  'plus-minus': { check: plusMinus, isComplete: (rule) => plusesOf(rule) > 0 && minusesOf(rule) > 0 },
  ranking: {
    check: ranking,
    isComplete: (rule) => placesOf(rule) > 0,
    counts: (rule, votes) => !rule.exactly || saidIn(votes) === placesOf(rule),
  },
  scale: { check: scale, isComplete: (rule) => stepsOf(rule) > 1 },
  budget: { check: budget, isComplete: (rule) => budgetOf(rule) > 0 && Object.keys(rule.costs ?? {}).length > 0 },
  judging: { check: judging, isComplete: (rule) => stepsOf(rule) > 1 && criteriaOf(rule).length > 0 },
}

/** Why one person may not cast these votes; nothing where she may. */
export function refusal(rule: Rule, votes: Votes, topics: Topics = {}): Refusal | undefined {
  const asked = rule.rule === 'judging' ? criteriaOf(rule).length : 0
  if (Object.values(votes).some((said) => (isSeveral(said) ? said.length : 0) !== asked))
    return outside(asked, asked)
  return mirrors[rule.rule]?.check(rule, votes, topics)
}

export const isComplete = (rule: Rule): boolean => mirrors[rule.rule]?.isComplete(rule) ?? false

export const isCounted = (rule: Rule, votes: Votes): boolean => mirrors[rule.rule]?.counts?.(rule, votes) ?? true
