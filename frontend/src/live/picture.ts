import type { Cause, Frame, Idea, Round, Step, Topic, WorkshopView } from '../api/types'

/** What this screen knows of the workshop at one revision. Never changed in place. */
export interface Picture {
  readonly revision: number
  readonly workshop: WorkshopView | undefined
  readonly steps: Rows<Step>
  readonly topics: Rows<Topic>
  readonly ideas: Rows<Idea>
  readonly causes: Rows<Cause>
  readonly rounds: Rows<Round>
}

type Rows<R> = ReadonlyMap<string, R>

export const nothing: Picture = {
  revision: 0,
  workshop: undefined,
  steps: new Map(),
  topics: new Map(),
  ideas: new Map(),
  causes: new Map(),
  rounds: new Map(),
}

/**
 * The picture after a frame: a whole one (since 0) replaces everything, also
 * with a lower revision (the server was restored from a backup); an older one
 * changes nothing; one that starts above our revision leaves a hole and is
 * refused with undefined.
 */
export function merge(picture: Picture, frame: Frame): Picture | undefined {
  const whole = frame.since === 0
  if (frame.since > picture.revision) return undefined
  if (!whole && frame.revision <= picture.revision) return picture
  const base = whole ? nothing : picture
  const gone = new Set(frame.gone)
  return {
    revision: frame.revision,
    workshop: frame.workshop ?? base.workshop,
    steps: take(base.steps, frame.steps, gone),
    topics: take(base.topics, frame.topics, gone),
    ideas: take(base.ideas, frame.ideas, gone),
    causes: take(base.causes, frame.causes, gone),
    rounds: take(base.rounds, frame.rounds, gone),
  }
}

function take<R extends { id: string }>(rows: Rows<R>, changed: R[] | undefined, gone: Set<string>): Rows<R> {
  if (!changed?.length && ![...gone].some((id) => rows.has(id))) return rows
  const next = new Map(rows)
  for (const id of gone) next.delete(id)
  for (const row of changed ?? []) next.set(row.id, row)
  return next
}
