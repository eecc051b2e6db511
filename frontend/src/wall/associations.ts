/** Steps people answer with a word: the words of all, large, what several said larger. Pure. */
import type { Idea } from '../api/types'
import type { Room } from './setting'

export interface Word {
  /** As it was written first. */
  text: string
  /** Of the ideas that say it. */
  ids: string[]
}

export interface SetWord extends Word {
  /** The size of its letters against the reading size. */
  scale: number
}

/** Fewer ideas are read as a list. */
const fewest = 5
const most = { words: 3, letters: 24 }
/** The share of ideas that are one word alone. */
const share = 0.75
const scales = [2.2, 2, 1.8, 1.6, 1.45, 1.3, 1.15, 1, 0.85]

/** Room around a word, in sizes of its letters: Words.svelte draws it so. */
export const around = { width: 0.9, height: 1.45 }

const count = (text: string) => text.trim().split(/\s+/).length

/** The words of a step, the same ones together; undefined where people wrote more than words. */
export function wordsOf(ideas: Idea[]): Word[] | undefined {
  const seen = ideas.filter(({ hidden }) => !hidden)
  const isShort = ({ text, parent }: Idea) =>
    !parent && count(text) <= most.words && [...text].length <= most.letters
  const alone = seen.filter(({ text }) => count(text) === 1).length
  if (seen.length < fewest || !seen.every(isShort) || alone < seen.length * share) return undefined
  const words = new Map<string, Word>()
  for (const { id, text } of seen) {
    const key = text.trim().toLocaleLowerCase()
    const word = words.get(key)
    if (word) word.ids.push(id)
    else words.set(key, { text: text.trim(), ids: [id] })
  }
  return [...words.values()]
}

/** The words in lines, as large as there is room; undefined where there is none. */
export function setWords(words: Word[], room: Room, letters: number): SetWord[] | undefined {
  for (const scale of scales) {
    const set = words.map((word) => ({ ...word, scale: scale * letters * emphasis(word.ids.length) }))
    if (heightOf(set, room) <= room.height / room.reading) return set
  }
  return undefined
}

/** What two said is half as large again, what four said twice as large; no more than that. */
const emphasis = (said: number) => Math.min(2, 1 + Math.log2(said) / 2)

/** Infinite where a word is wider than the wall. */
function heightOf(words: SetWord[], { width, reading, ruler }: Room): number {
  const wide = width / reading
  let height = 0
  let line = { filled: 0, height: 0 }
  for (const { text, ids, scale } of words) {
    const times = ids.length > 1 ? 1.5 : 0
    const taken = text
      .split(/\s+/)
      .reduce((sum, word) => sum + ruler.word(word, ids.length > 1) + ruler.space, around.width + times)
    if (taken * scale > wide) return Infinity
    if (line.filled + taken * scale > wide) {
      height += line.height
      line = { filled: 0, height: 0 }
    }
    line = { filled: line.filled + taken * scale, height: Math.max(line.height, around.height * scale) }
  }
  return height + line.height
}
