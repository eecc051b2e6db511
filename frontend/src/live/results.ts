import type { Idea, Topic } from '../api/types'
import { ruleOf } from '../voting/rule'
import { byPlace, isShownUpwards, sections, type Outcome, type Result, type ShownIdea } from './sections'

/** Ideas that stand together in a result, in the order they are read. */
export interface ResultGroup {
  /** Undefined for the ideas of no topic, and where topics do not divide the result. */
  topic: Topic | undefined
  ideas: ShownIdea[]
}

/** How a result is read, on the wall and on phones: from the first place down, in
 * the fields of its step where that has fields; what a jury judged stands by its
 * category, the topic. As the ideas were collected it
 * stands under the topics it has. */
export function resultGroups(
  layout: string,
  topics: Topic[],
  ideas: Idea[],
  outcome: Outcome,
  collected = false,
): ResultGroup[] {
  const isTold = ({ idea }: ShownIdea) => !isShownUpwards(outcome.round) || outcome.results.has(idea.id)
  const parts = sections(topics, ideas).map((part) => ({ ...part, ideas: part.ideas.filter(isTold) }))
  const isJudged = ruleOf(outcome.round).rule === 'judging' && topics.length > 1
  const isDivided = isInFields(layout, topics) || isJudged || (collected && topics.length > 0)
  if (isDivided)
    return parts.map(({ topic, ideas }) => ({ topic, ideas: collected ? ideas : byPlace(ideas, outcome) }))
  const all = parts.flatMap((part) => part.ideas)
  return [{ topic: undefined, ideas: collected ? all : byPlace(all, outcome) }]
}

/** Whether topics stand beside each other, each in a field of its own. */
export function isInFields(layout: string, topics: Topic[]): boolean {
  return layout !== '' && topics.length > 1
}

/** Whether an idea won: it has the first place, and somebody wanted it. */
export function isFirst(result: Omit<Result, 'place'> | undefined): boolean {
  return result?.from === 1 && (result.points ?? 0) > 0
}
