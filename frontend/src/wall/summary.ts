import type { Round } from '../api/types'
import { isHeld, outcomeOf } from '../live/sections'
import type { LiveWorkshop } from '../live/workshop.svelte'

/** What a workshop comes to, in figures. */
export interface Figures {
  people: number
  ideas: number
  causes: number
  /** Dots placed in all rounds whose points tell how many. */
  dots: number
}

/** An idea that came among the first of a vote. */
export interface Placed {
  id: string
  text: string
  /** The idea's text is hidden. */
  isHidden: boolean
  from: number
  to: number
}

/** A vote and those of its ideas that came first. */
export interface Podium {
  round: Round
  heading: string
  places: Placed[]
}

/** Places that are told at the end. */
const told = 3
/** Ideas told where many share a place. */
const most = 5

type Rows = Pick<LiveWorkshop, 'steps' | 'ideasOf' | 'causesOf' | 'roundsOf' | 'votedOn' | 'progress'>

export function figuresOf(live: Rows): Figures {
  const sum = (of: (step: string) => number) => live.steps.reduce((n, { id }) => n + of(id), 0)
  return {
    people: live.progress.seats,
    ideas: sum((step) => live.ideasOf(step).length),
    causes: sum((step) => live.causesOf(step).length),
    dots: sum((step) =>
      live
        .roundsOf(step)
        .filter(isHeld)
        .reduce((n, round) => n + (outcomeOf(round).given ?? 0), 0),
    ),
  }
}

/** The first three places of the last vote of each step, in the order of the steps. */
export function podiums(live: Rows): Podium[] {
  return live.steps.flatMap(({ id, heading }) => {
    const round = live.roundsOf(id).filter(isHeld).at(-1)
    if (!round) return []
    const { results } = outcomeOf(round)
    const places = live
      .votedOn(round)
      .flatMap((idea): Placed[] => {
        const result = results.get(idea.id)
        if (!result?.points || result.points < 0 || result.from > told) return []
        return [{ id: idea.id, text: idea.text, isHidden: !!idea.hidden, from: result.from, to: result.to }]
      })
      .sort((a, b) => a.from - b.from)
      .slice(0, most)
    return places.length > 0 ? [{ round, heading, places }] : []
  })
}
