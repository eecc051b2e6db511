import type {
  Cause,
  Combination,
  Decision,
  Division,
  Frame,
  Idea,
  Photo,
  Round,
  Step,
  Task,
  Topic,
  WorkshopView,
} from '../api/types'

/** The rows of a workshop by the lists the feed tells them in. */
export interface Lists {
  steps: Step
  divisions: Division
  topics: Topic
  ideas: Idea
  causes: Cause
  decisions: Decision
  tasks: Task
  rounds: Round
  combinations: Combination
  photos: Photo
}
type Rows<R> = ReadonlyMap<string, R>
type Tables = { readonly [list in keyof Lists]: Rows<Lists[list]> }

/** What this screen knows of the workshop at one revision. Never changed in place. */
export interface Picture extends Tables {
  readonly revision: number
  readonly workshop: WorkshopView | undefined
}

const lists = [
  'steps',
  'divisions',
  'topics',
  'ideas',
  'causes',
  'decisions',
  'tasks',
  'rounds',
  'combinations',
  'photos',
] as const

/** A table made of each list. */
const each = (make: (list: keyof Lists) => unknown) =>
  Object.fromEntries(lists.map((list) => [list, make(list)])) as unknown as Tables

export const nothing: Picture = { revision: 0, workshop: undefined, ...each(() => new Map()) }

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
    ...each((list) => take(base[list] as Rows<{ id: string }>, frame[list], gone)),
  }
}

function take<R extends { id: string }>(rows: Rows<R>, changed: R[] | undefined, gone: Set<string>): Rows<R> {
  if (!changed?.length && ![...gone].some((id) => rows.has(id))) return rows
  const next = new Map(rows)
  for (const id of gone) next.delete(id)
  for (const row of changed ?? []) next.set(row.id, row)
  return next
}
