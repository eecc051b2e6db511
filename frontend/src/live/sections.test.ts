import { describe, expect, it } from 'vitest'
import type { Idea, Place, Round, Topic } from '../api/types'
import { byPlace, decidingRounds, outcomeOf, sections, ties } from './sections'

const idea = (id: string, topic?: string, parent?: string): Idea => ({
  id,
  step: 's',
  position: 0,
  text: id,
  ...(topic && { topic }),
  ...(parent && { parent }),
})
const topic = (id: string, position: number): Topic => ({ id, step: 's', position, heading: id })
const place = (idea: string, points: number | null, rank: number): Place => ({ idea, points, rank })
const closed = (standing: Place[]): Round => ({
  id: 'r',
  step: 's',
  position: 0,
  state: 'closed',
  label: '',
  entry: '',
  dots: 3,
  per_idea: 1,
  standing,
})

it('a result is read from the first place down, whatever topic an idea stands in', () => {
  const shown = sections([topic('a', 10)], [idea('1', 'a'), idea('2', 'a'), idea('3'), idea('4')]).flatMap(
    (part) => part.ideas,
  )
  const outcome = outcomeOf(closed([place('1', 1, 3), place('2', 2, 1), place('3', null, 0), place('4', 2, 1)]))
  expect(byPlace(shown, outcome).map((one) => one.number)).toEqual([2, 4, 1, 3])
})

it('where a lot was drawn, those that share a place stand as it fell, with the place they share', () => {
  const round = {
    ...closed([place('1', 2, 2), place('2', 3, 1), place('3', 2, 2)]),
    draws: [{ place: 2, order: ['3', '1'], at: 1 }],
  }
  const outcome = outcomeOf(round)
  const [all] = sections([], [idea('1'), idea('2'), idea('3')])
  expect(byPlace(all!.ideas, outcome).map((one) => one.number)).toEqual([2, 3, 1])
  expect(outcome.results.get('3')).toMatchObject({ from: 2, to: 3, lot: 2 })
})

describe('the ideas of a step', () => {
  it('stand topic by topic, numbered through, those of no topic last', () => {
    const shown = sections([topic('b', 20), topic('a', 10)], [idea('1', 'a'), idea('2', 'b'), idea('3')])
    expect(shown.map((part) => [part.topic?.id, part.ideas.map((one) => one.number)])).toEqual([
      ['a', [1]],
      ['b', [2]],
      [undefined, [3]],
    ])
  })

  it('show an empty topic, but no empty rest beside topics', () => {
    expect(sections([topic('a', 10)], []).map((part) => part.topic?.id)).toEqual(['a'])
    expect(sections([], [])).toHaveLength(1)
  })

  it('keep their numbers when they are sorted by votes, and their order where they are even', () => {
    const round = closed([place('1', 0, 3), place('2', 5, 1), place('3', 0, 3), place('4', 2, 2)])
    const [all] = sections([], [idea('1'), idea('2'), idea('3'), idea('4')], [round])
    expect(all!.ideas.map((one) => one.number)).toEqual([2, 4, 1, 3])
  })

  it('stand under the idea they belong to', () => {
    const [all] = sections([], [idea('1'), idea('2', undefined, '1'), idea('3', undefined, '2')])
    expect(all!.ideas.map((one) => one.depth)).toEqual([0, 1, 2])
  })

  it('know their place among those they can change places with', () => {
    const parts = sections(
      [topic('a', 10)],
      [idea('1', 'a'), idea('2', 'a'), idea('3', undefined), idea('4', 'a')],
    )
    const places = parts.flatMap((part) =>
      part.ideas.map((one) => `${one.idea.id}: ${one.index + 1}/${one.siblings}`),
    )
    expect(places).toEqual(['1: 1/3', '2: 2/3', '4: 3/3', '3: 1/1'])
  })

  it('are sorted by the last closed round, as the minutes are', () => {
    const rounds = [
      { ...closed([]), id: 'first' },
      { ...closed([]), id: 'second' },
    ]
    expect(decidingRounds('votes', rounds).map(({ id }) => id)).toEqual(['second'])
    expect(decidingRounds('collected', rounds)).toEqual([])
  })

  it('a second round among the tied decides only between them', () => {
    const rounds = [
      closed([place('a', 2, 2), place('b', 3, 1), place('c', 2, 2), place('d', null, 0)]),
      closed([place('a', 0, 2), place('c', 5, 1)]),
    ]
    const ideas = ['d', 'a', 'b', 'c'].map((id) => idea(id))
    const sorted = sections([], ideas, decidingRounds('votes', rounds)).flatMap((part) => part.ideas)
    expect(sorted.map((one) => one.idea.id)).toEqual(['b', 'c', 'a', 'd'])
  })
})

describe('the outcome of a round', () => {
  const outcome = outcomeOf(closed([place('a', 5, 1), place('b', 4, 2), place('c', 4, 2), place('d', null, 0)]))

  it('says a tie as a tie, and what was not counted as that', () => {
    expect(outcome.results.get('a')).toMatchObject({ points: 5, from: 1, to: 1 })
    expect(outcome.results.get('c')).toMatchObject({ points: 4, from: 2, to: 3 })
    expect(outcome.results.get('d')).toMatchObject({ points: null, from: 0, to: 0 })
  })

  it('adds up the dots and knows the longest bar', () => {
    expect(outcome).toMatchObject({ given: 13, most: 5, isCounted: true, lacksSome: true })
    expect(outcomeOf(closed([place('a', 0, 1)])).most).toBe(1)
  })
})

describe('ties', () => {
  const round = closed([
    place('a', 5, 1),
    place('b', 5, 1),
    place('c', 3, 3),
    place('d', 2, 4),
    place('e', 2, 4),
    place('f', 0, 6),
    place('g', 0, 6),
    place('h', null, 0),
  ])
  const from = (goOn: number) => ties(round, goOn).map((tie) => `${tie.from}–${tie.to} ${tie.ideas.join('')}`)

  it('are found at the top and where it is decided who goes on', () => {
    expect(from(1)).toEqual(['1–2 ab'])
    expect(from(3)).toEqual(['1–2 ab'])
    expect(from(4)).toEqual(['1–2 ab', '4–5 de'])
  })

  it('are none among ideas without a dot or not counted', () => {
    expect(from(8)).toEqual(['1–2 ab', '4–5 de'])
    expect(ties(closed([place('a', null, 0), place('b', null, 0)]), 2)).toEqual([])
  })
})
