import { describe, expect, it } from 'vitest'
import { doubts } from './doubts'
import { proposedDots } from './proposal'

describe('what is odd about a rule', () => {
  it('has nothing against what is proposed, however many ideas there are', () => {
    for (let ideas = 2; ideas <= 60; ideas++) expect(doubts(ideas, proposedDots(ideas), 1)).toEqual([])
  })

  it('finds dots that cannot all be placed', () => {
    expect(doubts(2, 3, 1)).toEqual(['unplaceable'])
    expect(doubts(2, 4, 2)).toEqual([])
  })

  it('finds a rule by which everybody votes for everything', () => {
    expect(doubts(4, 4, 1)).toEqual(['everything'])
    expect(doubts(4, 4, 2)).toEqual([])
  })

  it('finds more dots than anybody weighs, and a person who decides alone', () => {
    expect(doubts(60, 11, 1)).toEqual(['many'])
    expect(doubts(10, 5, 5)).toEqual(['oneTakesAll'])
  })

  it('says nothing of ideas that are not there yet', () => {
    expect(doubts(0, 3, 1)).toEqual([])
  })
})
