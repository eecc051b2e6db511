import type { Idea, Place, Round, Topic } from '../api/types'
import { bySibling } from './order'
import { ruleOf } from '../voting/rule'
import { amountOf, longest } from './amount'

/** An idea as screens show it. */
export interface ShownIdea {
  idea: Idea
  /** Its number in the step, the same on every screen. */
  number: number
  /** 0, or how many ideas it stands under. */
  depth: number
  /** Its place from 0 among those that share its topic and the idea above it. */
  index: number
  /** How many they are. */
  siblings: number
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
 * topic last. With closed rounds to order by, each part is sorted by the points
 * of the first of them, what is even by the next; numbers stay those of the
 * order collected.
 *
 * @param ideas all of the step's, in reading order (LiveWorkshop.ideasOf)
 */
export function sections(topics: Topic[], ideas: Idea[], orderBy: Round[] = []): Section[] {
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
  const groups = new Map<string, ShownIdea[]>()
  const shown = ideas.map((idea, at) => {
    const above = idea.parent === undefined ? undefined : depths.get(idea.parent)
    const depth = above === undefined ? 0 : above + 1
    depths.set(idea.id, depth)
    const key = `${idea.topic ?? ''}/${idea.parent ?? ''}`
    const group = groups.get(key) ?? []
    groups.set(key, group)
    const one = { idea, number: at + 1, depth, index: group.length, siblings: 0 }
    group.push(one)
    return one
  })
  for (const group of groups.values()) for (const one of group) one.siblings = group.length
  return shown
}

function ranked(shown: ShownIdea[], rounds: Round[]): ShownIdea[] {
  if (rounds.length === 0 || shown.some((one) => one.depth > 0)) return shown
  const amounts = rounds.map(
    (round) => new Map(round.standing?.map((place) => [place.idea, amountOf(ruleOf(round), place)])),
  )
  const notCounted = -1e9 // below any points: minus infinity from itself is no number
  const of = (one: ShownIdea) => amounts.map((totals) => totals.get(one.idea.id) ?? notCounted)
  return [...shown].sort((a, b) => {
    const mine = of(a)
    return (
      of(b)
        .map((theirs, i) => theirs - mine[i]!)
        .find((more) => more !== 0) ?? a.number - b.number
    )
  })
}

/** The rounds a step is sorted by where it prints by votes, as the minutes are:
 * the last of those that counted the most ideas, then those after it, which were
 * held among the tied. */
export function decidingRounds(order: string, rounds: Round[]): Round[] {
  const closed = rounds.filter(isHeld)
  const counted = closed.map((round) => round.standing?.filter((place) => place.points !== null).length ?? 0)
  return order === 'votes' ? closed.slice(counted.lastIndexOf(Math.max(...counted))) : []
}

/** Whether a round has a result: it has closed, and somebody voted or totals were typed. */
export function isHeld(round: Round): boolean {
  return round.state === 'closed' && (round.entry === 'typed' || round.voters !== 0)
}

/** Whether a round has a result that only facilitators know, or its last places only. */
export const awaitsReveal = (round: Round): boolean => isHeld(round) && !round.revealed

/** Whether a result is being shown from the last place up, and the first is still to come. */
export const isShownUpwards = ({ revealed, shown_from = 0 }: Round): boolean => !revealed && shown_from > 0

/** What a closed round says of one idea. */
export interface Result {
  /** What it is ranked by (amountOf); null: not counted, which is not 0. */
  points: number | null
  /** All that the round says of it. */
  place: Place
  /** The places it shares: 2 to 4 where three are even; 0 where it was not counted. */
  from: number
  to: number
  /** The place a lot gave it among those it shares. */
  lot?: number | undefined
  /** Its number as it is written, where that is not its points; and what stands beside it. */
  figure?: string
  beside?: string
}

/** A closed round, ready to be shown beside its ideas. */
export interface Outcome {
  round: Round
  results: ReadonlyMap<string, Result>
  /** The length of the longest bar, at least 1: the most points of any idea, or the end of the scale. */
  most: number
  /** How many dots were placed; undefined where the points do not tell: dots of
   * some weight, or ones that took others away. */
  given: number | undefined
  /** How many voted; undefined where it is not known, or cannot be true beside the points. */
  voters: number | undefined
  /** Its totals are known. */
  isCounted: boolean
  /** Of some of its ideas the total is not known. */
  lacksSome: boolean
}

/** Ideas that share a place, in the order of their places. */
export interface Tie {
  ideas: string[]
  points: number
  from: number
  to: number
}

/** The ties that matter where so many ideas go on: those that begin at or above
 * that place and have a dot. */
export function ties(round: Round, goOn: number): Tie[] {
  const { results } = outcomeOf(round)
  const tied = new Map<number, Tie>()
  for (const [idea, { points, from, to }] of results) {
    if (!points || points < 0 || from === to || from > goOn) continue
    const tie = tied.get(from) ?? { ideas: [], points, from, to }
    tied.set(from, tie)
    tie.ideas.push(idea)
  }
  return [...tied.values()].sort((a, b) => a.from - b.from)
}

/** Where an idea stands: by lot where one was drawn; last where it was not counted. */
export const placedAt = (result: Result | undefined): number => result?.lot ?? (result?.from || Infinity)

/** Ideas from the first place down, those not counted last; what is even, and no
 * lot was drawn of, stays in the order collected. */
export function byPlace<T extends Pick<ShownIdea, 'number'> & { idea: { id: string } }>(
  shown: readonly T[],
  { results }: Outcome,
): T[] {
  const place = ({ idea }: T) => placedAt(results.get(idea.id))
  return [...shown].sort((a, b) => (place(a) === place(b) ? a.number - b.number : place(a) - place(b)))
}

export function outcomeOf(round: Round): Outcome {
  const standing = round.standing ?? []
  const rule = ruleOf(round)
  const amounts = standing.map((place) => amountOf(rule, place))
  const points = amounts.filter((amount) => amount !== null)
  const isCounted = points.length > 0
  const tells = isCounted && rule.rule === 'dots' && points.every((one) => one >= 0)
  const tied = new Map<number, number>()
  for (const { rank } of standing) tied.set(rank, (tied.get(rank) ?? 0) + 1)
  const lots = new Map(
    round.draws?.flatMap(({ place, order }) => order.map((idea, i) => [idea, place + i] as const)),
  )
  const resultOf = (place: Place): Result => ({
    points: amountOf(rule, place),
    place,
    from: place.rank,
    to: place.rank === 0 ? 0 : place.rank + tied.get(place.rank)! - 1,
    lot: lots.get(place.idea),
  })
  return {
    round,
    results: new Map(standing.map((place) => [place.idea, resultOf(place)])),
    most: longest(rule, points),
    given: tells ? points.reduce((sum, one) => sum + one, 0) : undefined,
    voters: round.voters === 0 && points.some((one) => one !== 0) ? undefined : round.voters,
    isCounted,
    lacksSome: isCounted && points.length < standing.length,
  }
}
