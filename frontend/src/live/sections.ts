import type { Idea, Place, Round, Topic } from '../api/types'
import { bySibling } from './order'

/** An idea as screens show it. */
export interface ShownIdea {
  idea: Idea
  /** Its number in the step, the same on every screen. */
  number: number
  /** 0, or how many ideas it stands under. */
  depth: number
}

/** A topic with its own ideas; the ideas of no topic have none. */
export interface Section {
  topic: Topic | undefined
  /** 0, or how many topics it stands under. */
  depth: number
  ideas: ShownIdea[]
}

/**
 * The ideas of a step in the parts people see: topic by topic, those of no
 * topic last. With a closed round to order by, each part is sorted by its
 * points; numbers stay those of the order collected.
 *
 * @param ideas all of the step's, in reading order (LiveWorkshop.ideasOf)
 */
export function sections(topics: Topic[], ideas: Idea[], orderBy?: Round): Section[] {
  const shown = numbered(ideas)
  const inTopic = (id: string) =>
    ranked(
      shown.filter((one) => (one.idea.topic ?? '') === id),
      orderBy,
    )
  const under = bySibling(topics, (topic) => topic.parent)
  const all: Section[] = []
  const visit = (parent: string, depth: number) => {
    for (const topic of under.get(parent) ?? []) {
      all.push({ topic, depth, ideas: inTopic(topic.id) })
      visit(topic.id, depth + 1)
    }
  }
  visit('', 0)
  const rest = inTopic('')
  if (rest.length > 0 || all.length === 0) all.push({ topic: undefined, depth: 0, ideas: rest })
  return all
}

function numbered(ideas: Idea[]): ShownIdea[] {
  const depths = new Map<string, number>()
  return ideas.map((idea, index) => {
    const above = idea.parent === undefined ? undefined : depths.get(idea.parent)
    const depth = above === undefined ? 0 : above + 1
    depths.set(idea.id, depth)
    return { idea, number: index + 1, depth }
  })
}

function ranked(shown: ShownIdea[], round: Round | undefined): ShownIdea[] {
  if (!round?.standing || shown.some((one) => one.depth > 0)) return shown
  const points = new Map(round.standing.map((place) => [place.idea, place.points]))
  const of = (one: ShownIdea) => points.get(one.idea.id) ?? -Infinity
  return [...shown].sort((a, b) => of(b) - of(a) || a.number - b.number)
}

/** The round a step is sorted by where it prints by votes: the last closed one. */
export function decidingRound(order: string, rounds: Round[]): Round | undefined {
  return order === 'votes' ? rounds.filter((round) => round.state === 'closed').at(-1) : undefined
}

/** The places an idea shares: 2 to 4 where three are even; undefined where it was not counted. */
export function placesOf(place: Place, standing: Place[]): { from: number; to: number } | undefined {
  if (place.rank === 0) return undefined
  const tied = standing.filter((other) => other.rank === place.rank).length
  return { from: place.rank, to: place.rank + tied - 1 }
}

/** All points of a closed round together. */
export function pointsIn(standing: Place[]): number {
  return standing.reduce((sum, place) => sum + (place.points ?? 0), 0)
}
