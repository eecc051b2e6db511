import { describe, expect, it } from 'vitest'
import { skeletons, type Bone, type Room } from './bones'
import { outline, type TreeEntry } from '../tree'
import { wrap } from './wrap'

const measure = (text: string) => text.length * 8
const room: Room = {
  columns: 3,
  columnWidth: 280,
  headWidth: 200,
  boneHeight: 500,
  again: 'pokračování',
  size: 16,
  measure,
  measureBold: measure,
}

/** A fishbone of so many main bones with so many causes each, every third one
 * a level deeper than the one before it. */
function causes(bones: number, each: number): TreeEntry[] {
  const rows: TreeEntry[] = []
  for (let b = 0; b < bones; b++) {
    rows.push({ id: `b${b}`, text: `Kost ${b}`, position: b })
    let parent = `b${b}`
    for (let c = 0; c < each; c++) {
      rows.push({
        id: `b${b}c${c}`,
        parent,
        text: `Příčina číslo ${c} s delším popisem, který se zalomí`,
        position: c,
      })
      parent = c % 3 === 2 ? `b${b}` : `b${b}c${c}`
    }
  }
  return rows
}

const drawn = (bones: number, each: number, change: Partial<Room> = {}) =>
  skeletons('Motivovaný zaměstnanec', outline(causes(bones, each)), { ...room, ...change })

function boxes(bone: Bone): { left: number; right: number; top: number; bottom: number }[] {
  return bone.twigs.map((twig) => ({
    left: twig.text.x,
    right: twig.text.x + Math.max(...twig.lines.map(measure)),
    top: twig.text.y - room.size * 0.8,
    bottom: twig.text.y + (twig.lines.length - 1) * room.size * 1.25,
  }))
}

describe('the fishbone drawn', () => {
  it('shows every cause of every bone, once', () => {
    const [page] = drawn(6, 5)
    const ids = page!.bones.flatMap((bone) => bone.twigs.map((twig) => twig.id))
    expect(ids).toHaveLength(30)
    expect(new Set(ids).size).toBe(30)
  })

  it('keeps every text inside the drawing and left of its bone', () => {
    for (const page of drawn(7, 9)) {
      for (const bone of page.bones) {
        for (const box of boxes(bone)) {
          expect(box.left).toBeGreaterThanOrEqual(0)
          expect(box.top).toBeGreaterThanOrEqual(0)
          expect(box.bottom).toBeLessThanOrEqual(page.height)
          expect(box.right).toBeLessThanOrEqual(bone.rib[0].x)
        }
      }
    }
  })

  it('never lays one text over another', () => {
    const [page] = drawn(6, 6)
    const all = page!.bones.flatMap(boxes)
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i + 1)) {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
        expect(apart).toBe(true)
      }
    }
  })

  it('puts pairs above and below, in the order people named them', () => {
    const [page] = drawn(4, 1)
    const up = page!.bones.filter((bone) => bone.rib[0].y < page!.spine[0].y).map((bone) => bone.id)
    const down = page!.bones.filter((bone) => bone.rib[0].y > page!.spine[0].y).map((bone) => bone.id)
    expect(up).toEqual(['b0', 'b2'])
    expect(down).toEqual(['b1', 'b3'])
  })

  it('goes on on another drawing rather than shrink', () => {
    expect(drawn(7, 1)).toHaveLength(2)
    const long = drawn(1, 40, { boneHeight: 300 })
    const parts = long.flatMap((page) => page.bones)
    expect(parts.length).toBeGreaterThan(2)
    const titles = parts.map((bone) => bone.title.lines.join(' '))
    expect(titles.filter((title) => title === 'Kost 0 (pokračování)')).toHaveLength(parts.length - 1)
    for (const page of long) expect(page.height).toBeLessThanOrEqual(600)
  })

  it('is only a head and a spine before anybody named a cause', () => {
    const [page] = skeletons('Cíl', [], room)
    expect(page!.bones).toEqual([])
    expect(page!.head.lines).toEqual(['Cíl'])
  })
})

describe('breaking lines', () => {
  it('breaks between words', () => {
    expect(wrap('Nemožnost využít dotace', 130, measure)).toEqual(['Nemožnost využít', 'dotace'])
  })

  it('breaks a word where it may be, with a hyphen, and only one that has no room', () => {
    const word = 'posky\u00adtova\u00adtelé'
    expect(wrap(word, 90, measure)).toEqual(['poskytova-', 'telé'])
    expect(wrap(`malí ${word}`, 110, measure)).toEqual(['malí', 'poskytovatelé'])
  })

  it('breaks a word that is longer than the line, and loses no letter', () => {
    const url = 'https://www.kraj-lbc.cz/socialni-sluzby/koncepce'
    const lines = wrap(`viz ${url}`, 120, measure)
    expect(lines.join('').replace('viz', '')).toBe(url)
    for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(120)
  })
})
