import { expect, it } from 'vitest'
import type { GridPoint } from '../live/grid'
import { spotsOf } from './spots'

const point = (entry: string, across: number, up: number): GridPoint => ({ entry, across, up, means: [0, 0] })
const field = { wide: 300, high: 300, circle: 60 }
const entries = (points: GridPoint[]) =>
  spotsOf(points, field).map((spot) => spot.points.map(({ entry }) => entry).join(', '))

it('entries apart from each other stand alone, those that would hide each other share a spot', () => {
  expect(entries([point('1', 0.1, 0.1), point('2', 0.9, 0.9), point('3', 0.15, 0.12)])).toEqual(['1, 3', '2'])
})

it('a spot that has grown takes in what it would hide by now', () => {
  expect(entries([point('1', 0.5, 0.5), point('2', 0.6, 0.5), point('3', 0.75, 0.5)])).toEqual(['1, 2, 3'])
})

it('before anything is measured each stands where it is', () => {
  const all = [point('1', 0.5, 0.5), point('2', 0.5, 0.5)]
  expect(spotsOf(all, { wide: 0, high: 0, circle: 0 })).toHaveLength(2)
})
