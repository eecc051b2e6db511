import type { Idea } from '../../api/types'
import type { Drop } from '../desk/drag.svelte'

/** Where an idea goes: into which topic ('' is none), under which idea ('' is
 * none), and at which place among its siblings; at the end where it is not said. */
export interface Place {
  topic: string
  parent: string
  index?: number
}

/** What a topic's heading is called where something is dropped on it. */
export const topicRow = (topic: string) => `topic:${topic}`

/** An idea and all that stands under it. */
function branch(ideas: Idea[], id: string): Set<string> {
  const ids = new Set([id])
  // Reading order: an idea comes before those under it.
  for (const idea of ideas) if (idea.parent && ids.has(idea.parent)) ids.add(idea.id)
  return ids
}

/** What an idea may be put under: everything but itself, its own branch, and what it stands under. */
export function newParents(ideas: Idea[], id: string): Idea[] {
  const own = branch(ideas, id)
  const now = ideas.find((idea) => idea.id === id)?.parent
  return ideas.filter((idea) => !own.has(idea.id) && idea.id !== now)
}

/** What can become part of an idea: everything but itself and what it stands under. */
export function mergeable(ideas: Idea[], id: string): Idea[] {
  return ideas.filter((idea) => idea.id !== id && !branch(ideas, idea.id).has(id))
}

/** The place a dragged idea gets; nothing on itself or its own branch. Behind an
 * idea that has others under it means before the first of them, as it looks.
 * Where the list is sorted by votes there is no before and behind. */
export function dropPlace(
  ideas: Idea[],
  id: string,
  over: string,
  drop: Drop,
  byVotes: boolean,
): Place | undefined {
  const dragged = ideas.find((idea) => idea.id === id)
  if (over.startsWith(topicRow(''))) {
    const topic = over.slice(topicRow('').length)
    const isThere = (dragged?.topic ?? '') === topic && !dragged?.parent
    return isThere ? undefined : { topic, parent: '' }
  }
  const target = ideas.find((idea) => idea.id === over)
  if (!target || branch(ideas, id).has(over)) return undefined
  const topic = target.topic ?? ''
  const hasOthers = ideas.some((idea) => idea.parent === over && idea.id !== id)
  if (drop === 'under') return dragged?.parent === over ? undefined : { topic, parent: over }
  if (byVotes) return undefined
  if (drop === 'behind' && hasOthers) return { topic, parent: over, index: 0 }
  const siblings = ideas.filter(
    (idea) => idea.id !== id && (idea.topic ?? '') === topic && (idea.parent ?? '') === (target.parent ?? ''),
  )
  const index = siblings.indexOf(target) + (drop === 'behind' ? 1 : 0)
  return { topic, parent: target.parent ?? '', index }
}
