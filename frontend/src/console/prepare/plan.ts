/** When each step should start, and how the day keeps to it. Pure; times are
 * minutes of the day. */

export interface PlannedStep {
  id: string
  origin: string
  planned_minutes?: number
}

export interface Plan {
  /** When each step should start, by its id; empty while the start of the workshop is not known. */
  starts: Map<string, number>
  /** How long all steps take together; 0: nothing is planned. */
  total: number
  /** When the last step should end. */
  end: number | undefined
  /** How much of it comes after the planned end of the workshop. */
  over: number
  /** Steps that would last beyond the planned end. */
  late: Set<string>
}

/** "13:05" as minutes of the day; undefined where nothing was said. */
export function minutesOf(time: string | undefined): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time ?? '') ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

/** Minutes of the day as people write them: "9:05". */
export function timeOf(minutes: number): string {
  const hours = Math.floor(minutes / 60) % 24
  return `${hours}:${String(minutes % 60).padStart(2, '0')}`
}

/** What is sent in after the meeting takes no time of it. */
export const inMeeting = <S extends { origin: string }>(steps: S[]) =>
  steps.filter((step) => step.origin !== 'late')

export function planOf(steps: PlannedStep[], start?: string, end?: string): Plan {
  const begin = minutesOf(start)
  const last = minutesOf(end)
  const plan: Plan = { starts: new Map(), total: 0, end: undefined, over: 0, late: new Set() }
  for (const step of inMeeting(steps)) {
    if (begin !== undefined) plan.starts.set(step.id, begin + plan.total)
    plan.total += step.planned_minutes ?? 0
    if (begin !== undefined && last !== undefined && step.planned_minutes && begin + plan.total > last)
      plan.late.add(step.id)
  }
  if (plan.total === 0) plan.starts.clear()
  else if (begin !== undefined) plan.end = begin + plan.total
  if (plan.end !== undefined && last !== undefined) plan.over = Math.max(0, plan.end - last)
  return plan
}

/** How many minutes the workshop is behind its plan (ahead of it: below 0) with people at a step now. */
export function behind(plan: Plan, step: PlannedStep, now: number): number {
  const start = plan.starts.get(step.id)
  if (start === undefined || !step.planned_minutes) return 0
  if (now < start) return now - start
  return Math.max(0, now - start - step.planned_minutes)
}

/** Nobody is further ahead of the plan than this, in minutes: the workshop was opened at another time than its day. */
const early = 30
/** Further behind, in minutes, the plan is of no help any more. */
const hopeless = 180

/** How many minutes the day is off its plan; undefined where telling it would help nobody. */
export function off(plan: Plan, step: PlannedStep, now: number): number | undefined {
  if (!plan.starts.has(step.id) || !step.planned_minutes) return undefined
  const by = behind(plan, step, now)
  return by < -early || by > hopeless ? undefined : by
}

/** Shorter times for the steps to come, so that they end by then: each by the same share, in whole minutes. None
 * where nothing is to be shortened, or where there is not a minute left for each. */
export function shortened(coming: PlannedStep[], minutes: number): { step: string; planned_minutes: number }[] {
  const planned = coming.filter((step) => step.planned_minutes)
  const total = planned.reduce((sum, step) => sum + step.planned_minutes!, 0)
  if (minutes >= total || minutes < planned.length) return []
  let given = 0
  let counted = 0
  return planned.map(({ id, planned_minutes }, index) => {
    counted += planned_minutes!
    const rest = planned.length - index - 1
    const upTo = Math.min(minutes - rest, Math.round((counted * minutes) / total))
    const one = Math.max(1, upTo - given)
    given += one
    return { step: id, planned_minutes: one }
  })
}
