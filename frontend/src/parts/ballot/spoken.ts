/** What a ballot says in words: what it asks for, and how far it is. */
import type { Rule } from '../../api/types'
import { rules as w } from '../../text/rules'
import { mostChosen } from '../../voting/approval'
import { budgetOf, spentIn } from '../../voting/budget'
import { dotsOf, leftIn, mostOf } from '../../voting/dots'
import { criteriaOf, judgedIn } from '../../voting/judging'
import { minusesIn, minusesOf, plusesIn, plusesOf } from '../../voting/plusMinus'
import { placesOf } from '../../voting/ranking'
import { saidIn, valuesIn, type RuleName, type Votes } from '../../voting/rule'
import { labelOf, stepsOf } from '../../voting/scale'
import { freeMost, weightsLeft, weightsOf } from '../../voting/weights'

interface Spoken {
  /** What people are asked to do. */
  asks: (rule: Rule) => string
  /** How far a ballot on so many entries is. */
  stands: (rule: Rule, votes: Votes, entries: number) => string
}

const joined = (...sentences: (string | false | 0 | undefined)[]) => sentences.filter(Boolean).join(' ')

/** For, against or abstaining, in words. */
export const answerOf = (value: number): string => {
  const { answers } = w().choice
  return value === 1 ? answers.for : value === -1 ? answers.against : answers.abstain
}

const spoken: Partial<Record<RuleName, Spoken>> = {
  dots: {
    asks: (rule) =>
      joined(
        w().dots.asks(dotsOf(rule), mostOf(rule)),
        rule.per_topic && w().dots.perTopic(rule.per_topic),
        rule.use_all && w().dots.useAll,
      ),
    stands: (rule, votes) => {
      const left = leftIn(rule, votes)
      return left > 0 ? w().dots.left(left, dotsOf(rule)) : w().dots.spent(dotsOf(rule))
    },
  },
  choice: {
    asks: (rule) => joined(w().choice.asks, majorityOf(rule)),
    stands: (_rule, votes, entries) => {
      const said = saidIn(votes)
      if (said === 0) return w().choice.nothing
      return entries === 1
        ? w().choice.saidOne(answerOf(valuesIn(votes)[0]!).toLowerCase())
        : w().choice.said(said, entries)
    },
  },
  approval: {
    asks: (rule) => w().approval.asks(mostChosen(rule)),
    stands: (rule, votes) => w().approval.said(saidIn(votes), mostChosen(rule)),
  },
  weights: {
    asks: (rule) =>
      weightsOf(rule).length > 0
        ? w().weights.asks(weightsOf(rule).join(', '))
        : w().weights.asksFreely(freeMost(rule)),
    stands: (rule, votes, entries) => {
      if (weightsOf(rule).length === 0) return w().weights.said(saidIn(votes), entries)
      const left = weightsLeft(rule, votes)
      return left.length > 0 ? w().weights.left(left.join(', ')) : w().weights.spent
    },
  },
  'plus-minus': {
    asks: (rule) =>
      joined(
        w().plusMinus.asks(plusesOf(rule), minusesOf(rule)),
        rule.per_entry && w().plusMinus.perEntry(rule.per_entry),
        rule.after && w().plusMinus.after(rule.after),
      ),
    stands: (rule, votes) => {
      const [plus, minus] = [plusesOf(rule) - plusesIn(votes), minusesOf(rule) - minusesIn(votes)]
      return plus + minus > 0 ? w().plusMinus.left(plus, minus) : w().plusMinus.spent
    },
  },
  ranking: {
    asks: (rule) => joined(w().ranking.asks(placesOf(rule)), rule.exactly && w().ranking.exactly),
    stands: (rule, votes) => w().ranking.said(saidIn(votes), placesOf(rule)),
  },
  scale: {
    asks: (rule) =>
      joined(
        rule.name && `${rule.name}:`,
        w().scale.asks(stepsOf(rule), labelOf(rule, 1), labelOf(rule, stepsOf(rule))),
      ),
    stands: (_rule, votes, entries) => w().scale.said(saidIn(votes), entries),
  },
  budget: {
    asks: (rule) => w().budget.asks(budgetOf(rule), rule.unit ?? ''),
    stands: (rule, votes) =>
      w().budget.left(budgetOf(rule) - spentIn(rule, votes), budgetOf(rule), rule.unit ?? ''),
  },
  judging: {
    asks: (rule) => {
      const criteria = criteriaOf(rule).map(({ name }) => name)
      return joined(w().judging.asks(stepsOf(rule), criteria.join(', ')), criteria.length > 1 && w().judging.whole)
    },
    stands: (rule, votes, entries) => w().judging.said(judgedIn(rule, votes), entries),
  },
}

/** When a proposal is carried. */
export function majorityOf({ majority, of, present }: Rule): string {
  const said = w().choice.rule
  const count = of === 'present' ? (present ?? 0) : 0
  return majority === 'absolute' || majority === 'two-thirds' ? said[majority](count) : said[majority || 'simple']
}

export const asksOf = (rule: Rule): string => spoken[rule.rule]?.asks(rule) ?? ''

export const standsOf = (rule: Rule, votes: Votes, entries: number): string =>
  spoken[rule.rule]?.stands(rule, votes, entries) ?? ''
