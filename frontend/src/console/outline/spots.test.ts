import { describe, expect, it } from 'vitest'
import { outline, type TreeEntry } from '../../parts/tree'
import { after, deeper, dropSpot, end, newParents, shallower, shoved, type Spot } from './spots'

const causes: TreeEntry[] = [
  { id: 'finance', text: 'Finance', position: 30 },
  { id: 'benefity', text: 'Benefity', position: 10 },
  { id: 'zdroje', parent: 'benefity', text: 'Neexistující zdroje', position: 20 },
  { id: 'system', parent: 'benefity', text: 'Systém ministerstva', position: 10 },
  { id: 'platy', parent: 'finance', text: 'Nízké platy', position: 10 },
  { id: 'klienti', parent: 'platy', text: 'Neufinancovatelní klienti', position: 10 },
]
const lines = outline(causes)
const spot = (parent: string, index: number): Spot => ({ parent, index })

describe('the outline of causes', () => {
  it('reads from the first bone to the last, each with its branch', () => {
    expect(lines.map((line) => '–'.repeat(line.depth) + line.entry.text)).toEqual([
      'Benefity',
      '–Systém ministerstva',
      '–Neexistující zdroje',
      'Finance',
      '–Nízké platy',
      '––Neufinancovatelní klienti',
    ])
  })

  it('leaves out a branch whose bone was removed', () => {
    expect(outline(causes.filter((cause) => cause.id !== 'finance'))).toHaveLength(3)
  })

  it('tells equal places apart by id, as every screen does', () => {
    const twins = [
      { id: 'b', text: 'b', position: 1 },
      { id: 'a', text: 'a', position: 1 },
    ]
    expect(outline(twins).map((line) => line.entry.id)).toEqual(['a', 'b'])
  })
})

describe('keys in the outline', () => {
  it('Enter opens a line after this one on the same level, below its branch', () => {
    expect(after(lines, 'platy')).toEqual(spot('finance', 1))
  })

  it('Tab goes under the sibling above, as its last cause', () => {
    expect(deeper(lines, after(lines, 'system'))).toEqual(spot('system', 0))
    expect(deeper(lines, spot('', 1))).toEqual(spot('benefity', 2))
  })

  it('Tab does nothing where there is nothing to go under', () => {
    expect(deeper(lines, spot('benefity', 0))).toBeUndefined()
  })

  it('Shift+Tab goes right behind the parent', () => {
    expect(shallower(lines, spot('platy', 1))).toEqual(spot('finance', 1))
    expect(shallower(lines, spot('benefity', 2))).toEqual(spot('', 1))
    expect(shallower(lines, spot('', 2))).toBeUndefined()
  })

  it('the first line of an empty fishbone is a main bone', () => {
    expect(end([], '')).toEqual(spot('', 0))
  })

  it('Alt with an arrow goes past a sibling, a new line also behind the last one', () => {
    expect(shoved(lines, spot('benefity', 0), 1)).toEqual(spot('benefity', 1))
    expect(shoved(lines, spot('benefity', 0), -1)).toBeUndefined()
    expect(shoved(lines, spot('benefity', 1), 1)).toBeUndefined()
    expect(shoved(lines, spot('benefity', 1), 1, true)).toEqual(spot('benefity', 2))
  })

  it('a dragged branch lands before, behind or under what it is let go on', () => {
    expect(dropSpot(lines, 'finance', 'benefity', 'before')).toEqual(spot('', 0))
    expect(dropSpot(lines, 'platy', 'zdroje', 'behind')).toEqual(spot('benefity', 2))
    expect(dropSpot(lines, 'finance', 'zdroje', 'under')).toEqual(spot('zdroje', 0))
    expect(dropSpot(lines, 'finance', 'benefity', 'behind')).toEqual(spot('benefity', 0))
  })

  it('places are counted without what is dragged', () => {
    expect(dropSpot(lines, 'system', 'zdroje', 'behind')).toEqual(spot('benefity', 1))
    expect(dropSpot(lines, 'benefity', 'finance', 'before')).toEqual(spot('', 0))
  })

  it('a branch is not let go on itself', () => {
    for (const over of ['finance', 'platy', 'klienti'])
      expect(dropSpot(lines, 'finance', over, 'under')).toBeUndefined()
  })

  it('a cause is never offered a place under itself or where it is', () => {
    const offered = newParents(lines, 'platy').map((line) => line.entry.id)
    expect(offered).toEqual(['benefity', 'system', 'zdroje'])
  })
})
