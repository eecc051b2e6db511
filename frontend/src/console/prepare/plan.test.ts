import { expect, test } from 'vitest'
import { behind, minutesOf, off, planOf, shortened, timeOf } from './plan'

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

test('how the day keeps to its plan is told only where it helps', () => {
  const plan = planOf(steps, '13:00')
  const at = (time: string) => off(plan, steps[1]!, minutesOf(time)!)
  expect(at('14:05')).toBe(5)
  expect(at('13:00')).toBe(-10)
  expect(at('02:31'), 'opened the evening before').toBeUndefined()
  expect(at('18:00'), 'nobody goes on by this plan').toBeUndefined()
  expect(off(plan, steps[2]!, minutesOf('14:05')!), 'a step without a plan').toBeUndefined()
})

test('what is left of the day is shortened by one share, in whole minutes', () => {
  const coming = [
    { id: 'a', origin: '', planned_minutes: 30 },
    { id: 'b', origin: '' },
    { id: 'c', origin: '', planned_minutes: 45 },
    { id: 'd', origin: '', planned_minutes: 5 },
  ]
  const minutes = (left: number) => shortened(coming, left).map((one) => one.planned_minutes)
  expect(shortened(coming, 60).map(({ step }) => step)).toEqual(['a', 'c', 'd'])
  for (const left of [79, 60, 41, 17, 3]) {
    expect(
      minutes(left).reduce((sum, one) => sum + one, 0),
      `into ${left}`,
    ).toBe(left)
    expect(Math.min(...minutes(left))).toBeGreaterThan(0)
  }
  expect(minutes(40)).toEqual([15, 23, 2])
  expect(minutes(80), 'it fits as it is').toEqual([])
  expect(minutes(2), 'there is not a minute for each').toEqual([])
})
