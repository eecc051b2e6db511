import type { Rule } from '../../../api/types'
import { rules } from '../../../text/rules'
import type { RuleName } from '../../../voting/rule'
import { proposedDots } from '../proposal'

/** Three for ten, as long as nobody knows how many entries there will be. */
const usualDots = 3
const usualSteps = 5
const usualCriteria = ['benefit', 'feasibility', 'quality'] as const

/** What is proposed where a rule is chosen: it can be opened as it is, but for what only people know.
 * @param entries the ids of what is voted on; none: not known yet */
const proposals: Partial<Record<RuleName, (entries: string[]) => Rule>> = {
  dots: ({ length }) => ({ rule: 'dots', dots: length > 0 ? proposedDots(length) : usualDots, per_entry: 1 }),
  choice: () => ({ rule: 'choice', majority: 'simple', of: 'cast' }),
  approval: () => ({ rule: 'approval' }),
  weights: ({ length }) => ({ rule: 'weights', weights: downFrom(few(length)) }),
  'plus-minus': ({ length }) => {
    const dots = Math.max(2, proposedDots(length || 10))
    return { rule: 'plus-minus', dots, minus: 1, per_entry: 1 }
  },
  ranking: ({ length }) => ({ rule: 'ranking', places: few(length) }),
  scale: () => ({ rule: 'scale', steps: usualSteps }),
  judging: () => ({
    rule: 'judging',
    criteria: usualCriteria.map((which) => rules().judging.proposed[which]).map((name) => ({ name, weight: 1 })),
    steps: usualSteps,
  }),
  // What things cost only people know.
  budget: (entries) => ({
    rule: 'budget',
    budget: 100_000,
    unit: 'Kč',
    costs: Object.fromEntries(entries.map((entry) => [entry, 0])),
  }),
}

/** Three, or fewer where there are no more than three to choose from. */
const few = (entries: number): number => Math.max(1, Math.min(3, entries > 0 ? entries - 1 : 3))

/** 3, 2, 1. */
export const downFrom = (first: number): number[] => Array.from({ length: first }, (_, i) => first - i)

export const proposal = (rule: RuleName, entries: string[]): Rule => proposals[rule]?.(entries) ?? { rule }
