import type { Component } from 'svelte'
import type { RuleName } from '../../voting/rule'
import Approval from './Approval.svelte'
import Budget from './Budget.svelte'
import Choice from './Choice.svelte'
import type { Control } from './control'
import Dots from './Dots.svelte'
import Judging from './Judging.svelte'
import PlusMinus from './PlusMinus.svelte'
import Ranking from './Ranking.svelte'
import Scale from './Scale.svelte'
import Weights from './Weights.svelte'

/** What a ballot offers on each entry, by its rule, all at once: phones fetch theirs apart. */
export const controls: Partial<Record<RuleName, Component<Control>>> = {
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
