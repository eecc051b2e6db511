import { expect, it } from 'vitest'
import type { Idea } from '../api/types'
import { setWords, wordsOf } from './associations'
import { rulerOf } from '../parts/lines'
import type { Room } from './setting'

const room: Room = {
  width: 1840,
  height: 830,
  reading: 41,
  ruler: rulerOf((size) => (text) => text.length * size * 0.5),
  hyphenate: (word) => word,
  mostColumns: 4,
}
const idea = (text: string, i: number, more: Partial<Idea> = {}): Idea => ({
  id: `${i}`,
  step: 's',
  position: i,
  text,
  ...more,
})
const said = ['Péče', 'Peníze', 'péče', 'Rodina', 'Čekání', 'Péče ', 'Samota']

it('the same word is there once, as it was written first, with all who said it', () => {
  const words = wordsOf(said.map((text, i) => idea(text, i)))!
  expect(words.map(({ text, ids }) => `${text} ${ids.length}`)).toEqual([
    'Péče 3',
    'Peníze 1',
    'Rodina 1',
    'Čekání 1',
    'Samota 1',
  ])
})

it('sentences, ideas under ideas and a few words alone are a list', () => {
  const words = said.map((text, i) => idea(text, i))
  expect(wordsOf([...words, idea('Lidé nevědí, na koho se obrátit', 9)])).toBeUndefined()
  expect(wordsOf([...words, idea('Máma', 9, { parent: '3' })])).toBeUndefined()
  expect(wordsOf(words.slice(0, 4))).toBeUndefined()
})

it('what is hidden is not among the words', () => {
  const words = wordsOf([...said.map((text, i) => idea(text, i)), idea('', 9, { hidden: true })])!
  expect(words.flatMap(({ ids }) => ids)).not.toContain('9')
})

it('what several said is larger, and all of it fits the wall', () => {
  const set = setWords(wordsOf(said.map((text, i) => idea(text, i)))!, room, 1)!
  expect(set[0]!.scale).toBeGreaterThan(set[1]!.scale * 1.5)
  expect(set[1]!.scale * room.reading).toBeGreaterThan(80)
})

it('more words than there is room for are a list with pages', () => {
  const many = Array.from({ length: 400 }, (_, i) => idea(`Slovo${i}`, i))
  expect(setWords(wordsOf(many)!, room, 1)).toBeUndefined()
})
