import type { Component } from 'svelte'
import type { Control } from '../parts/ballot/control'
import type { RuleName } from '../voting/rule'
import { Screen } from './later'

/** What a ballot offers on each entry, by its rule. */
export const controls: Partial<Record<RuleName, Screen<Component<Control>>>> = {
  dots: new Screen(() => import('../parts/ballot/Dots.svelte')),
  choice: new Screen(() => import('../parts/ballot/Choice.svelte')),
  approval: new Screen(() => import('../parts/ballot/Approval.svelte')),
  weights: new Screen(() => import('../parts/ballot/Weights.svelte')),
  'plus-minus': new Screen(() => import('../parts/ballot/PlusMinus.svelte')),
  ranking: new Screen(() => import('../parts/ballot/Ranking.svelte')),
  scale: new Screen(() => import('../parts/ballot/Scale.svelte')),
  budget: new Screen(() => import('../parts/ballot/Budget.svelte')),
  judging: new Screen(() => import('../parts/ballot/Judging.svelte')),
}

// The ballot itself is fetched in advance, and with it comes what any rule needs:
// a phone that loses the network later already has it.
void Promise.allSettled(Object.values(controls).map((screen) => screen.fetch()))
