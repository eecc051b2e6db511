import type { Rule } from '../../api/types'
import { isComplete } from '../../voting/check'
import { inMeeting, planOf, type PlannedStep } from './plan'

/** What must be ready before a workshop, as far as the program can see it
 * itself. Pure: the workshop in, checks out. */

export interface Ready {
  head: { date?: string; place?: string; start?: string; end?: string; state: string }
  steps: (PlannedStep & { method: string; prompt: string })[]
  rounds: { step: string; entry: string; rule?: Rule }[]
  /** How people get in; undefined while it is not known. */
  door: { local?: boolean; walls?: boolean } | undefined
  /** How many have a seat. */
  seats: number
}

export type CheckName =
  'date' | 'place' | 'steps' | 'prompts' | 'rules' | 'time' | 'address' | 'doors' | 'wall' | 'phone'

export interface Check {
  name: CheckName
  done: boolean
  /** Where it is put right: a tab, or a place in the preparation. */
  where: 'minutes' | 'doors' | 'new' | { step: string }
}

export function checksOf({ head, steps, rounds, door, seats }: Ready): Check[] {
  const asked = inMeeting(steps).filter(({ method }) => method === 'collect' || method === 'fishbone')
  const unasked = asked.find(({ prompt }) => prompt.trim() === '')
  const unruled = rounds.find(({ entry, rule }) => entry !== 'typed' && !(rule && isComplete(rule)))
  const untimed = inMeeting(steps).find((step) => !step.planned_minutes)
  const plan = planOf(steps, head.start, head.end)
  return [
    { name: 'date', done: Boolean(head.date && head.start), where: 'minutes' },
    { name: 'place', done: Boolean(head.place), where: 'minutes' },
    { name: 'steps', done: steps.length > 0, where: 'new' },
    { name: 'prompts', done: !unasked, where: unasked ? { step: unasked.id } : 'new' },
    { name: 'rules', done: !unruled, where: unruled ? { step: unruled.step } : 'new' },
    {
      name: 'time',
      done: plan.total > 0 && plan.over === 0 && !untimed,
      where: untimed ? { step: untimed.id } : 'minutes',
    },
    { name: 'address', done: door !== undefined && !door.local, where: 'doors' },
    { name: 'doors', done: head.state !== 'prepared', where: 'doors' },
    { name: 'wall', done: door?.walls === true, where: 'doors' },
    { name: 'phone', done: seats > 0, where: 'doors' },
  ]
}
