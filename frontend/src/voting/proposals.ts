import type { RuleName } from './rule'
import type { Rule } from '../api/types'

/** Rules under which an entry gains by all it is given, so that one that comes late cannot win by it (docs/adr/0045). */
const taking: readonly RuleName[] = ['dots', 'approval', 'weights', 'ranking']

/** Whether ideas may come while people vote by the rule. */
export const takesProposals = ({ rule }: Rule): boolean => taking.includes(rule)
