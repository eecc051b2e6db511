import { expect, it } from 'vitest'
import type { Idea, Round, Task } from '../../api/types'
import { bestOf, expected, openTasks } from './luggage'

const row = (id: string, more: Partial<Idea> = {}): Idea => ({ id, step: 's', position: 0, text: id, ...more })
const task = (id: string, state: NonNullable<Task['state']> | '', more = {}): Task => ({ ...row(id, more), state })
const round = (points: number[]): Round => ({
  id: 'r',
  step: 's',
  position: 0,
  state: 'closed',
  label: '',
  entry: '',
  dots: 3,
  per_idea: 1,
  voters: 4,
  standing: points.map((one, i) => ({
    idea: 'abcd'[i]!,
    points: one,
    rank: 1 + points.filter((other) => other > one).length,
  })),
})
const live = (ideas: Idea[], rounds: Round[] = [], tasks: Task[] = []) => ({
  steps: [{ id: 's' }] as never,
  ideasOf: () => ideas,
  roundsOf: () => rounds,
  tasksOf: () => tasks,
})

it('the first n of the newest result come along, whoever shares the last place too, and nobody without a point', () => {
  const ideas = [row('a'), row('b', { hidden: true }), row('c'), row('d')]
  const best = (most: number, points: number[]) => bestOf(live(ideas, [round(points)]), 's', 'votes', most)
  expect(best(1, [2, 9, 3, 3]).map(({ id }) => id)).toEqual(['c', 'd'])
  expect(best(3, [2, 9, 3, 0]).map(({ id }) => id)).toEqual(['c', 'a'])
  expect(bestOf(live(ideas), 's', 'votes', 3)).toEqual([])
  const drawn = { ...round([2, 0, 2]), draws: [{ place: 1, order: ['c', 'a'], at: 1 }] }
  expect(bestOf(live(ideas, [drawn]), 's', 'votes', 1).map(({ id }) => id)).toEqual(['c'])
})

it('chosen ideas come along, hidden ones do not', () => {
  const ideas = [row('a', { chosen: true }), row('b', { chosen: true, hidden: true }), row('c')]
  expect(bestOf(live(ideas), 's', 'chosen', 1).map(({ id }) => id)).toEqual(['a'])
})

it('what is neither done nor dropped is still to be done', () => {
  const tasks = [task('a', ''), task('b', 'done'), task('c', 'moved'), task('d', 'dropped'), task('e', 'open')]
  expect(openTasks(live([], [], tasks)).map(({ id }) => id)).toEqual(['a', 'c', 'e'])
})

it('who was there or excused is expected again', () => {
  expect(expected({ attendance: { present: ['Jana'], excused: ['Petr'], guests: ['Eva'] } })).toHaveLength(3)
  expect(expected(undefined)).toEqual([])
})
