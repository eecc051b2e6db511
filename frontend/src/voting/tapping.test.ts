import { describe, expect, it } from 'vitest'
import type { Rule } from '../api/types'
import { refusal } from './check'
import { mayStep } from './plusMinus'
import { moved, ranked, tap } from './ranking'
import type { Votes } from './rule'
import { labelOf } from './scale'
import { giveWeight, weightsLeft } from './weights'

describe('a ballot that is tapped together is never one the server refuses', () => {
  const three: Rule = { rule: 'ranking', places: 3 }

  it('ranks in the order of the taps, and closes the gap that is left', () => {
    const all = ['a', 'b', 'c', 'd'].reduce((votes: Votes, entry) => tap(three, votes, entry), {})
    expect(ranked(all), 'a fourth has no place').toEqual(['a', 'b', 'c'])
    expect(tap(three, all, 'b')).toEqual({ a: 1, c: 2 })
  })

  it('moves an entry up and down, and no further than the ends', () => {
    expect(moved({ a: 1, b: 2 }, 'b', -1)).toEqual({ b: 1, a: 2 })
    expect(moved({ a: 1, b: 2 }, 'b', 1)).toEqual({ a: 1, b: 2 })
    expect(moved({ a: 1, b: 2 }, 'c', 1)).toEqual({ a: 1, b: 2 })
  })

  it('moves a weight from where it lay, as long as it is there once only', () => {
    const rule: Rule = { rule: 'weights', weights: [3, 2, 2] }
    expect(giveWeight(rule, { a: 3 }, 'b', 3)).toEqual({ b: 3 })
    expect(giveWeight(rule, { a: 2 }, 'b', 2)).toEqual({ a: 2, b: 2 })
    expect(giveWeight(rule, { a: 2 }, 'a', 2)).toEqual({})
    expect(weightsLeft(rule, { a: 2 })).toEqual([3, 2])
  })

  it('gives a minus dot only after the plus dots, and takes no plus dot away from under it', () => {
    const rule: Rule = { rule: 'plus-minus', dots: 3, minus: 1, after: 2 }
    expect(mayStep(rule, { a: 1 }, 'b', -1)).toBe(false)
    expect(mayStep(rule, { a: 2 }, 'b', -1)).toBe(true)
    expect(mayStep(rule, { a: 2, b: -1 }, 'a', -1)).toBe(false)
  })

  it('whatever is tapped, in any order', () => {
    const rules: Rule[] = [three, { rule: 'weights', weights: [3, 2, 1] }]
    let seed = 7
    const random = (n: number) => (seed = (seed * 48271) % 2147483647) % n
    for (const rule of rules) {
      let votes: Votes = {}
      for (let i = 0; i < 200; i++) {
        const entry = 'abcde'[random(5)]!
        votes =
          rule.rule === 'weights'
            ? giveWeight(rule, votes, entry, 1 + random(3))
            : random(2)
              ? tap(rule, votes, entry)
              : moved(votes, entry, random(2) ? 1 : -1)
        expect(refusal(rule, votes), JSON.stringify(votes)).toBeUndefined()
      }
    }
  })
})

it('a scale says what its ends mean, or each of its steps', () => {
  const ends: Rule = { rule: 'scale', steps: 3, labels: ['málo', 'hodně'] }
  expect([1, 2, 3].map((step) => labelOf(ends, step))).toEqual(['málo', '', 'hodně'])
  const each: Rule = { rule: 'scale', steps: 3, labels: ['málo', 'tak akorát', 'hodně'] }
  expect(labelOf(each, 2)).toBe('tak akorát')
  expect(labelOf({ rule: 'scale', steps: 3 }, 1)).toBe('')
})
