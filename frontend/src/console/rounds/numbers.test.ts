import { describe, expect, it } from 'vitest'
import { readNumbers, writeNumbers } from './numbers'

describe('a paper ballot typed in numbers', () => {
  it('has a dot for each number, two for a number said twice', () => {
    expect(readNumbers('3 1, 3', 4)).toEqual({ counts: [1, 0, 2, 0], wrong: '' })
    expect(readNumbers('2;2.1', 2).counts).toEqual([1, 2])
  })

  it('tells what is the number of no idea', () => {
    for (const wrong of ['0', '5', '-1', 'tři', '1e1']) expect(readNumbers(`1 ${wrong}`, 4).wrong).toBe(wrong)
  })

  it('reads what it writes', () => {
    for (const counts of [
      [0, 0],
      [1, 0, 2],
      [0, 3],
    ]) {
      expect(readNumbers(writeNumbers(counts), counts.length)).toEqual({ counts, wrong: '' })
    }
    expect(writeNumbers([1, 0, 2])).toBe('1 3 3')
  })
})
