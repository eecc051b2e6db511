import type { Component } from 'svelte'
import type { RuleName } from '../../../voting/rule'
import Approval from './Approval.svelte'
import Budget from './Budget.svelte'
import Choice from './Choice.svelte'
import Dots from './Dots.svelte'
import type { RuleForm } from './form'
import Judging from './Judging.svelte'
import PlusMinus from './PlusMinus.svelte'
import Ranking from './Ranking.svelte'
import Scale from './Scale.svelte'
import Weights from './Weights.svelte'

/** The form of each rule. */
export const forms: Partial<Record<RuleName, Component<RuleForm>>> = {
  dots: Dots,
  choice: Choice,
  approval: Approval,
  weights: Weights,
  'plus-minus': PlusMinus,
  ranking: Ranking,
  scale: Scale,
  budget: Budget,
  judging: Judging,
}
