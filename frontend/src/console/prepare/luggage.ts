/** What is worth bringing to the next meeting. Pure: rows of the feed in. */
import type { Head, Idea, Task } from '../../api/types'
import { isHeld, outcomeOf, placedAt } from '../../live/sections'
import type { LiveWorkshop } from '../../live/workshop.svelte'

type Rows = Pick<LiveWorkshop, 'steps' | 'ideasOf' | 'roundsOf' | 'tasksOf'>
export type BestBy = 'chosen' | 'votes'

/** Tasks with something left to do; one that was put off is open. */
export function openTasks(live: Rows): Task[] {
  return live.steps.flatMap(({ id }) => live.tasksOf(id).filter(isOpen))
}

const isOpen = ({ state }: Task) => state !== 'done' && state !== 'dropped'

/** The best ideas of a step: those chosen, or the first ones of its newest result, with who shares the last place. */
export function bestOf(live: Rows, step: string, by: BestBy, most: number): Idea[] {
  const ideas = live.ideasOf(step).filter(({ hidden }) => !hidden)
  if (by === 'chosen') return ideas.filter(({ chosen }) => chosen)
  const round = live.roundsOf(step).filter(isHeld).at(-1)
  if (!round) return []
  const { results } = outcomeOf(round)
  const points = ({ id }: Idea) => results.get(id)?.points ?? 0
  const place = ({ id }: Idea) => placedAt(results.get(id))
  const best = ideas.filter((idea) => points(idea) > 0).sort((a, b) => place(a) - place(b))
  const last = best[most - 1]
  return last ? best.filter((idea) => place(idea) <= place(last)) : best
}

/** Who is expected next time: those who were there or excused themselves, and the guests, by name. */
export function expected(head: Head | undefined): string[] {
  const { present = [], excused = [], guests = [] } = head?.attendance ?? {}
  return [...present, ...excused, ...guests]
}
