import { describe, expect, it } from 'vitest'
import type { Round } from '../api/types'
import { gridOf } from './grid'

const scale = (id: string, means: Record<string, number>, more: Partial<Round> = {}): Round => ({
  id,
  step: 's',
  position: 0,
  state: 'closed',
  label: '',
  entry: '',
  dots: 0,
  per_idea: 0,
  rule: { rule: 'scale', steps: 5 },
  standing: Object.entries(means).map(([idea, mean], i) => ({ idea, points: 1, mean, rank: i + 1 })),
  ...more,
})

describe('the grid of two scales', () => {
  it('has each entry where both rounds know it, between the first step and the last', () => {
    const grid = gridOf([scale('effort', { a: 1, b: 3, c: 4 }), scale('impact', { a: 5, b: 2 })])
    expect(grid?.points).toEqual([
      { entry: 'a', across: 0, up: 1, means: [1, 5] },
      { entry: 'b', across: 0.5, up: 0.25, means: [3, 2] },
    ])
  })

  it.each<[string, Round[]]>([
    ['one round alone', [scale('effort', { a: 1 })]],
    ['a round that is not closed', [scale('effort', { a: 1 }), scale('impact', { a: 1 }, { state: 'open' })]],
    ['rounds on other entries', [scale('effort', { a: 1 }, { ideas: ['a', 'b'] }), scale('impact', { a: 1 })]],
    ['another rule', [scale('effort', { a: 1 }), scale('dots', { a: 1 }, { rule: { rule: 'dots', dots: 3 } })]],
    ['nobody rated', [scale('effort', {}), scale('impact', {})]],
  ])('is not drawn of %s', (_name, rounds) => {
    expect(gridOf(rounds)).toBeUndefined()
  })
})
