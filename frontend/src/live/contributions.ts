import type { Command, Entry, EntryState, Part } from './outbox.svelte'

/** What an idea and a cause have in common. */
export interface Written {
  id: string
  step: string
  text: string
  topic?: string
  parent?: string
  reworded?: boolean
}

/** Something I wrote, as it stands for me. */
export interface Contribution {
  part: Part
  id: string
  step: string
  /** The topic of an idea, the parent of a cause; '' where there is none. */
  under: string
  text: string
  state: EntryState | 'saved'
  /** Why it was refused. */
  why: string
  /** What somebody else has made of it meanwhile. */
  stands?: string | undefined
  /** What was refused may go well later, or once it is sent anew. */
  passing?: boolean
  /** Others have written under it: it stays. */
  shared?: boolean
  /** The server has, or may have, a row of it. */
  stored: boolean
  /** I took it away and may bring it back. */
  removed: boolean
  /** The facilitator has changed its wording. */
  reworded?: boolean | undefined
}

/** Refusals of the moment: the step opens again, the vote ends, one's own wording is chosen. */
const passes = /^(step-not-open|workshop-not-open|round-open|step-blind|changed-since)$/

/** A confirmed command that the feed has not told yet; row is what the feed told when it was confirmed. */
export interface Echo {
  command: Command
  row: Written | undefined
}

interface Sources {
  /** My rows as the feed tells them. */
  rows: readonly Written[]
  echoes: readonly Echo[]
  removed: readonly Contribution[]
  entries: readonly (Entry & { state: EntryState })[]
}

/**
 * My contributions to a step: what the feed tells, then what was confirmed but
 * not told yet, then what still waits, each laid over the one before.
 */
export function mineOf(part: Part, step: string, { rows, echoes, removed, entries }: Sources): Contribution[] {
  const mine = new Map<string, Contribution>()
  for (const row of rows) {
    const under = (part === 'ideas' ? row.topic : row.parent) ?? ''
    const { id, text, reworded } = row
    mine.set(id, { part, id, step, under, text, state: 'saved', why: '', stored: true, removed: false, reworded })
  }
  for (const gone of removed) {
    if (gone.part !== part || gone.step !== step || mine.has(gone.id)) continue
    mine.set(gone.id, { ...gone, state: 'saved', why: '', removed: true })
  }
  for (const { command } of echoes) lay(mine, part, step, command, 'saved', '', true)
  for (const { command, state, refused, tried } of entries) {
    lay(mine, part, step, command, state, refused?.sentence ?? '', tried)
    const mineNow = refused && mine.get(command.id)
    if (mineNow) mine.set(command.id, { ...mineNow, stands: refused.stands, passing: passes.test(refused.code) })
  }
  return [...mine.values()]
}

function lay(
  mine: Map<string, Contribution>,
  part: Part,
  step: string,
  command: Command,
  state: Contribution['state'],
  why: string,
  tried: boolean,
): void {
  if (command.part !== part) return
  const { id } = command
  if (command.does === 'add') {
    const { under, text } = command
    if (command.step !== step) return
    mine.set(id, { part, id, step, under, text, state, why, stored: tried && state !== 'refused', removed: false })
    return
  }
  const known = mine.get(id)
  if (!known) return
  if (command.does === 'change') {
    mine.set(id, { ...known, state, why, text: command.text, reworded: false })
    return
  }
  // A refused removal or return leaves things as they were, and says why.
  const removed = state === 'refused' ? known.removed : command.does === 'remove'
  mine.set(id, { ...known, state, why, removed })
}
