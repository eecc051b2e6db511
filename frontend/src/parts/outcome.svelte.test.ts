// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { Place, Round, Rule } from '../api/types'
import { outcomeOf } from '../live/sections'
import { language } from '../text/language.svelte'
import { gaveOf, saidOf } from './outcome'
import type { Said } from '../voting/rule'

language.choose('cs')

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

describe('what is said of a closed round', () => {
  const two = (a: number | null, b: number | null) => closed([place('a', a, 1), place('b', b, 2)])
  it.each<[string, Round, string]>([
    ['is who voted and what was given', { ...two(4, 1), voters: 3 }, 'Hlasovali 3 lidé, rozdáno 5 hlasů.'],
    [
      'is no sum where votes took others away',
      { ...two(4, 1), voters: 3, rule: { rule: 'plus-minus', minus: 1 } },
      'Hlasovali 3 lidé.',
    ],
    ['is no sum where a total is below zero', two(4, -1), ''],
    [
      'is no number of dots where points have weights',
      { ...two(4, 1), rule: { rule: 'weights', weights: [3, 2] } },
      '',
    ],
    ['is not that nobody voted where there are votes', { ...two(4, 1), voters: 0 }, 'Rozdáno 5 hlasů.'],
    [
      'is that its totals are not known',
      { ...two(null, null), voters: 3 },
      'Hlasovalo se, součty ale nejsou známy, hlasovali 3 lidé.',
    ],
    [
      'is that one ballot was kept and not counted',
      { ...two(4, 2), voters: 3, partial: 1 },
      'Hlasovali 3 lidé, rozdáno 6 hlasů. 1 lístek nebyl úplný a nezapočítal se.',
    ],
    [
      'is how many ballots were kept and not counted',
      { ...two(4, 2), voters: 4, partial: 2, rule: { rule: 'ranking', places: 2, exactly: true } },
      'Hlasovali 4 lidé. 2 lístky nebyly úplné a nezapočítaly se.',
    ],
    ['is that there are no totals at all', closed([]), 'Hlasovalo se, součty ale nejsou známy.'],
  ])('%s', (_name, round, said) => {
    expect(saidOf(outcomeOf(round))).toBe(said)
  })

  it('is said in English, too', () => {
    language.choose('en')
    expect(saidOf(outcomeOf({ ...two(4, 2), voters: 8, partial: 5 }))).toBe(
      '8 people voted, 6 dots placed. 5 ballots were not complete and were not counted.',
    )
    language.choose('cs')
  })
})

describe('what I gave, in a list', () => {
  it.each<[string, Rule, Said, string]>([
    ['dots', { rule: 'dots' }, 2, '2 hlasy'],
    ['an answer', { rule: 'choice' }, -1, 'proti'],
    ['what I chose', { rule: 'approval' }, 1, 'vybráno'],
    ['what I paid for', { rule: 'budget' }, 1, 'vybráno'],
    ['a weight', { rule: 'weights', weights: [3, 2] }, 3, '3 body'],
    ['a dot against', { rule: 'plus-minus', minus: 1 }, -1, '-1'],
    ['a dot for it, beside those against', { rule: 'plus-minus', minus: 1 }, 2, '+2'],
    ['a place', { rule: 'ranking', places: 3 }, 2, '2. místo'],
    ['a mark', { rule: 'scale' }, 4, '4'],
    ['marks, one of them missing', { rule: 'judging' }, [5, 0, 3], '5, –, 3'],
  ])('%s', (_name, rule, given, said) => {
    language.choose('cs')
    expect(gaveOf(outcomeOf({ ...closed([]), rule }), given)).toBe(said)
  })
})
