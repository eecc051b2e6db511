import { expect, it } from 'vitest'
import { outline, type TreeEntry } from '../parts/tree'
import { fitFishbone, type WallRoom } from './fitting'
import { rulerOf } from '../parts/lines'

const measurer = (size: number) => (text: string) => text.length * size * 0.55

const room: WallRoom = {
  width: 1840,
  height: 760,
  reading: 41,
  again: 'pokračování',
  counted: (title, causes) => `${title} (${causes})`,
  causes: (n) => `${n} příčin`,
  hyphenate: (word) => word,
  ruler: rulerOf(measurer),
  measurer,
}

function fishbone(bones: number, each: number, text = 'Nízké platy pracovníků') {
  const causes: TreeEntry[] = []
  for (let b = 0; b < bones; b++) {
    causes.push({ id: `b${b}`, text: 'Finance', position: b })
    for (let c = 0; c < each; c++) {
      const parent = c % 4 === 3 ? `b${b}c${c - 1}` : `b${b}`
      causes.push({ id: `b${b}c${c}`, parent, text, position: c })
    }
  }
  return outline(causes)
}

const effect = 'MOTIVOVANÝ ZAMĚSTNANEC V SOCIÁLNÍCH SLUŽBÁCH'

it('draws a small fishbone whole and at reading size', () => {
  const { size, drawings, bones } = fitFishbone(effect, fishbone(4, 2), room)
  expect(drawings).toHaveLength(1)
  expect(bones).toEqual([])
  expect(size).toBe(room.reading)
})

it('draws a fishbone like that of the model record on one page', () => {
  const { drawings, bones } = fitFishbone(effect, fishbone(6, 5), room)
  expect(drawings).toHaveLength(1)
  expect(bones).toEqual([])
  expect(drawings[0]!.height).toBeLessThanOrEqual(room.height)
})

it('shows a fishbone of sixty causes as an overview that counts them, then bone by bone', () => {
  const { size, drawings, bones, letters } = fitFishbone(effect, fishbone(6, 10), room)
  expect(drawings).toHaveLength(1)
  const { bones: titles } = drawings[0]!
  expect(titles.map(({ title }) => title.lines.join(' '))).toEqual(Array(6).fill('Finance'))
  expect(titles.map(({ twigs }) => twigs[0]!.lines.join(' '))).toEqual(Array(6).fill('10 příčin'))
  expect(size / room.reading, 'larger than the ideas').toBeGreaterThan(1)
  expect(bones.map(({ bone }) => bone)).toEqual(['b0', 'b1', 'b2', 'b3', 'b4', 'b5'])
  for (const { setting } of bones) expect(setting.scale).toBeGreaterThanOrEqual(1)
  expect(letters).toHaveLength(7)
})

it('never shows a cause without what it stands under, be a bone as long as it may', () => {
  const { drawings, bones } = fitFishbone(effect, fishbone(2, 90), room)
  for (const page of drawings) {
    expect(page.height).toBeLessThanOrEqual(room.height)
    expect(page.width).toBeLessThanOrEqual(room.width + 1)
  }
  expect(bones.length).toBeGreaterThan(2)
  for (const { setting, page } of bones) {
    for (const part of setting.fields[0]![page]!.flat()) {
      const stand = new Set([...part.above, ...part.rows])
      expect(part.heading?.text).toBe('Finance')
      for (const { above } of part.rows) if (above) expect(stand).toContain(above)
    }
  }
})

it('breaks no word of the effect', () => {
  const { drawings } = fitFishbone(effect, fishbone(6, 5), room)
  expect(drawings[0]!.head.lines.join(' ')).toBe(effect)
})

it('breaks a word of the effect that has no room where its language breaks it', () => {
  const narrow = { ...room, width: 640, hyphenate: (word: string) => word.replace('znalost', '\u00adznalost') }
  const { drawings } = fitFishbone('Nejneobhospodařovávatelnějšíneznalost', fishbone(2, 1), narrow)
  expect(drawings[0]!.head.lines.some((line) => line.endsWith('ne-'))).toBe(true)
})
