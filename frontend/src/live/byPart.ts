import type { Division, Round, Step } from '../api/types'
import { voteOn } from './agreed'
import type { LiveWorkshop } from './workshop.svelte'

/** What one part of the room gave in a round (docs/adr/0051). */
export interface PartTold {
  id: string
  name: string
  /** How many of its ballots were counted. */
  ballots: number
  /** The round as if only the part had voted. */
  round: Round
}

/** The division by whose parts a round is told; undefined where it is told of everybody only. */
export const divisionOf = (divisions: readonly Division[], round: Round | undefined): Division | undefined =>
  round?.by_part ? divisions.find(({ id }) => id === round.by_part) : undefined

/** What people are asked to choose, among words of ours. */
export const calledBy = ({ heading }: Division): string => heading.replace(/[\s:?]+$/, '')

/** The parts of a closed round that are told, in the order of the division. */
export function partsTold(divisions: readonly Division[], round: Round | undefined): PartTold[] {
  return (divisionOf(divisions, round)?.parts ?? []).flatMap(({ id, heading }) => {
    const told = round?.part_results?.find(({ part }) => part === id)
    return told ? [{ id, name: heading, ballots: told.voters, round: asPart(round!, told) }] : []
  })
}

/** A lot was drawn for the room, and who of the part voted incompletely nobody knows. */
function asPart(round: Round, { standing, voters }: NonNullable<Round['part_results']>[number]): Round {
  const { draws: _draws, partial: _partial, paper: _paper, ...rest } = round
  return { ...rest, standing, voters }
}

/** What one part gave in each of several rounds in which it is told. */
export interface PartOfRounds {
  id: string
  name: string
  told: PartTold[]
}

/** The parts that are told in any of these rounds, division by division. */
export function partsOfRounds(divisions: readonly Division[], rounds: readonly Round[]): PartOfRounds[] {
  const all = rounds.map((round) => partsTold(divisions, round)).flat()
  return divisions
    .flatMap(({ parts }) => parts)
    .map(({ id, heading }) => ({ id, name: heading, told: all.filter((one) => one.id === id) }))
    .filter(({ told }) => told.length > 0)
}

/** The rounds whose results stand in a step for everybody: the newest vote on each decision; elsewhere the newest. */
export function resultsIn(
  live: Pick<LiveWorkshop, 'roundsOf' | 'resultOf' | 'decisionsOf'>,
  { id, method }: Pick<Step, 'id' | 'method'>,
): Round[] {
  const result = live.resultOf(id)
  if (method !== 'decisions') return result?.revealed ? [result] : []
  const rounds = live.roundsOf(id).filter(({ revealed }) => revealed)
  return [...new Set(live.decisionsOf(id).flatMap((decision) => voteOn(decision.id, rounds) ?? []))]
}
