import { expect, it } from 'vitest'
import { outline, type CauseRow } from '../parts/fishbone/tree'
import { fitFishbone, type WallRoom } from './fitting'

const room: WallRoom = {
  width: 1840,
  height: 760,
  reading: 41,
  again: 'pokračování',
  measurer: (size) => (text) => text.length * size * 0.55,
}

function fishbone(bones: number, each: number, text = 'Nízké platy pracovníků') {
  const causes: CauseRow[] = []
  for (let b = 0; b < bones; b++) {
    causes.push({ id: `b${b}`, text: 'Finance', position: b })
    for (let c = 0; c < each; c++) causes.push({ id: `b${b}c${c}`, parent: `b${b}`, text, position: c })
  }
  return outline(causes)
}

const effect = 'MOTIVOVANÝ ZAMĚSTNANEC V SOCIÁLNÍCH SLUŽBÁCH'

it('draws a small fishbone whole and at reading size', () => {
  const { size, pages } = fitFishbone(effect, fishbone(4, 2), room)
  expect(pages).toHaveLength(1)
  expect(size).toBe(room.reading)
})

it('draws a fishbone like that of the model record on one page', () => {
  const { pages } = fitFishbone(effect, fishbone(6, 5), room)
  expect(pages).toHaveLength(1)
  expect(pages[0]!.height).toBeLessThanOrEqual(room.height)
})

it('turns pages rather than go below what is read from ten metres', () => {
  const { size, pages } = fitFishbone(effect, fishbone(14, 9), room)
  expect(pages.length).toBeGreaterThan(1)
  expect(size / room.reading).toBeGreaterThanOrEqual(0.72)
})

it('never draws over the edge, be a bone as long as it may', () => {
  const { pages } = fitFishbone(effect, fishbone(2, 60), room)
  for (const page of pages) {
    expect(page.height).toBeLessThanOrEqual(room.height)
    expect(page.width).toBeLessThanOrEqual(room.width + 1)
  }
})

it('breaks no word of the effect', () => {
  const { pages } = fitFishbone(effect, fishbone(6, 5), room)
  expect(pages[0]!.head.lines.join(' ')).toBe(effect)
})
