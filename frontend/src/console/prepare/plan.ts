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
