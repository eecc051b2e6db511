import type { Idea, Topic } from '../api/types'

interface Placed {
  id: string
  position: number
}

/** Siblings in their order: by position, then by id as the server compares ids. */
export function inOrder<R extends Placed>(rows: Iterable<R>): R[] {
  return [...rows].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** Rows by the row they stand under; those under nothing at ''. Each list is in order. */
export function bySibling<R extends Placed>(
  rows: Iterable<R>,
  under: (row: R) => string | undefined,
): Map<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const row of inOrder(rows)) {
    const key = under(row) ?? ''
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/**
 * The ideas of one step as people read and number them: the topics as they
 * stand, in each its own ideas before the topics under it, then the ideas of no
 * topic; every idea before the ideas under it (the order of the minutes).
 */
export function inReadingOrder(topics: Iterable<Topic>, ideas: Iterable<Idea>): Idea[] {
  const topicsUnder = bySibling(topics, (topic) => topic.parent)
  const all = [...ideas]
  const heads = bySibling(
    all.filter((idea) => !idea.parent),
    (idea) => idea.topic,
  )
  const ideasUnder = bySibling(
    all.filter((idea) => idea.parent),
    (idea) => idea.parent,
  )
  const read: Idea[] = []
  const readIdea = (idea: Idea) => {
    read.push(idea)
    ideasUnder.get(idea.id)?.forEach(readIdea)
  }
  const readTopic = (topic: Topic) => {
    heads.get(topic.id)?.forEach(readIdea)
    topicsUnder.get(topic.id)?.forEach(readTopic)
  }
  topicsUnder.get('')?.forEach(readTopic)
  heads.get('')?.forEach(readIdea)
  return read
}
