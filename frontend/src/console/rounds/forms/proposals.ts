import type { Rule } from '../../../api/types'
import type { RuleName } from '../../../voting/rule'
import { proposedDots } from '../proposal'

/** Three for ten, as long as nobody knows how many entries there will be. */
const usualDots = 3
const usualSteps = 5

/** What is proposed where a rule is chosen: it can be opened as it is, but for what only people know.
 * @param entries how many are voted on; 0: not known yet */
const proposals: Partial<Record<RuleName, (entries: number) => Rule>> = {
  dots: (entries) => ({ rule: 'dots', dots: entries > 0 ? proposedDots(entries) : usualDots, per_entry: 1 }),
  choice: () => ({ rule: 'choice', majority: 'simple', of: 'cast' }),
  approval: () => ({ rule: 'approval' }),
  weights: (entries) => ({ rule: 'weights', weights: downFrom(few(entries)) }),
  'plus-minus': (entries) => {
    const dots = Math.max(2, proposedDots(entries || 10))
    return { rule: 'plus-minus', dots, minus: 1, per_entry: 1 }
  },
  ranking: (entries) => ({ rule: 'ranking', places: few(entries) }),
  scale: () => ({ rule: 'scale', steps: usualSteps }),
  budget: () => ({ rule: 'budget', budget: 100_000, unit: 'Kč', costs: {} }),
}

/** Three, or fewer where there are no more than three to choose from. */
const few = (entries: number): number => Math.max(1, Math.min(3, entries > 0 ? entries - 1 : 3))

/** 3, 2, 1. */
export const downFrom = (first: number): number[] => Array.from({ length: first }, (_, i) => first - i)

export const proposal = (rule: RuleName, entries: number): Rule => proposals[rule]?.(entries) ?? { rule }
