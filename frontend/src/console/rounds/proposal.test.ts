import { describe, expect, it } from 'vitest'
import { proposedDots } from './proposal'

describe('the proposal of dots', () => {
  it('is three for the ten problem areas of the model record', () => {
    expect(proposedDots(10)).toBe(3)
  })

  it('lies between a quarter and a third of the ideas', () => {
    for (let ideas = 3; ideas <= 34; ideas++) {
      expect(proposedDots(ideas)).toBeGreaterThanOrEqual(Math.floor(ideas / 4))
      expect(proposedDots(ideas)).toBeLessThanOrEqual(Math.max(1, Math.ceil(ideas / 3)))
    }
  })

  it('gives everybody a dot even among few ideas, and nobody more than ten', () => {
    expect(proposedDots(0)).toBe(1)
    expect(proposedDots(2)).toBe(1)
    expect(proposedDots(300)).toBe(10)
  })
})
