/** What fills the wall. Pure. */
export type Scene = 'no-link' | 'connecting' | 'ended' | 'shut' | 'locked' | 'entrance' | 'step'

export interface Standing {
  /** There is no right link. */
  trouble: boolean
  workshop: string | undefined
  locked: boolean
  /** People come in with tickets: the door's code lets nobody in. */
  tickets: boolean
  /** A step is open. */
  step: boolean
  /** Somebody wants to see the large code. */
  asked: boolean
}

export function sceneOf({ trouble, workshop, locked, step, asked }: Standing): Scene {
  if (trouble) return 'no-link'
  if (workshop === undefined) return 'connecting'
  if (workshop === 'ended') return 'ended'
  if (workshop !== 'open') return 'shut'
  if (step && !asked) return 'step'
  return locked ? 'locked' : 'entrance'
}

/** Whether the code stands small at the foot: where it lets people in and is not shown large. */
export const hasSmallCode = (now: Standing): boolean => sceneOf(now) === 'step' && !now.locked && !now.tickets
