import { expect, it } from 'vitest'
import { arranged, type Field } from './arrangement'
import { headingRow } from './blocks'
import { rulerOf } from '../parts/lines'
import type { Room } from './setting'

const room: Room = {
  width: 966,
  height: 570,
  reading: 29,
  ruler: rulerOf((size) => (text) => text.length * size * 0.55),
  hyphenate: (word) => word,
  mostColumns: 4,
}

function fields(headings: string[], n: number, text = 'Zkušený tým'): Field[] {
  return headings.map((heading) => {
    const title = headingRow(heading, heading)
    const rows = Array.from({ length: n }, (_, i) => ({
      ...title,
      id: `${heading}${i}`,
      text,
      beside: 1.14,
      around: 0.4,
      isBold: false,
    }))
    return { heading: title, block: { heading: title, rows } }
  })
}

const swot = ['SILNÉ STRÁNKY', 'SLABÉ STRÁNKY', 'PŘÍLEŽITOSTI', 'HROZBY']

it('a SWOT with eight short ideas a field is four fields on one page, on the smallest projector', () => {
  const { across, setting } = arranged('quadrants', fields(swot, 8), room, 1)!
  expect([across, setting.pages]).toEqual([2, 1])
})

it('fields that would show hardly an idea are a list', () => {
  const long =
    'Malá provázanost zdravotních a sociálních služeb v celém území kraje, hlavně u lidí s více potřebami'
  expect(arranged('quadrants', fields(swot, 6, long), room, 1)).toBeUndefined()
})

it('columns stand under each other rather than break words', () => {
  const many = ['POSKYTOVATELÉ', 'ZAMĚSTNAVATELÉ', 'POJIŠŤOVNY', 'UŽIVATELÉ', 'OBCE', 'KRAJ', 'STÁT', 'ŠKOLY']
  const found = arranged('columns', fields(many, 1, 'Informovanost'), room, 1)!
  expect(found.across).toBeLessThan(8)
  expect(966 / 29 / found.across).toBeGreaterThan('ZAMĚSTNAVATELÉ'.length * 0.55)
})

it('columns too narrow for a word are a list', () => {
  const words = fields(swot, 3, 'nejneobhospodařovávatelnější')
  expect(arranged('columns', words, { ...room, width: 600 }, 1)).toBeUndefined()
})
