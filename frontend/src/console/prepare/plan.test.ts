import { expect, test } from 'vitest'
import { behind, minutesOf, planOf, timeOf } from './plan'

const steps = [
  { id: 'a', origin: '', planned_minutes: 10 },
  { id: 'b', origin: 'meeting', planned_minutes: 50 },
  { id: 'c', origin: 'harvest' },
  { id: 'd', origin: '', planned_minutes: 30 },
  { id: 'late', origin: 'late', planned_minutes: 15 },
]

test('each step starts when those before it should have ended', () => {
  const plan = planOf(steps, '13:00', '16:00')
  expect([...plan.starts].map(([id, at]) => `${id} ${timeOf(at)}`)).toEqual([
    'a 13:00',
    'b 13:10',
    'c 14:00',
    'd 14:00',
  ])
  expect(plan).toMatchObject({ total: 90, over: 0 })
  expect(timeOf(plan.end!)).toBe('14:30')
})

test('what lasts beyond the planned end is told', () => {
  const plan = planOf(steps, '13:00', '14:10')
  expect(plan.over).toBe(20)
  expect([...plan.late]).toEqual(['d'])
  expect(planOf(steps, '13:00', '14:30').over).toBe(0)
})

test('without a start there is only the sum, without minutes there is no plan', () => {
  expect(planOf(steps)).toMatchObject({ total: 90, end: undefined, over: 0 })
  expect(planOf(steps).starts.size).toBe(0)
  expect(planOf([{ id: 'a', origin: '' }], '13:00').starts.size).toBe(0)
})

test('a workshop is late once the time of its step is up, and ahead while that of an earlier one runs', () => {
  const plan = planOf(steps, '13:00')
  const at = (step: string, time: string) =>
    behind(
      plan,
      steps.find(({ id }) => id === step)!,
      minutesOf(time)!,
    )
  expect(at('b', '13:10')).toBe(0)
  expect(at('b', '14:00')).toBe(0)
  expect(at('b', '14:05')).toBe(5)
  expect(at('d', '13:52')).toBe(-8)
  expect(at('c', '18:00'), 'a step without a plan cannot be late').toBe(0)
})
