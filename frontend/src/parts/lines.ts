import type { Measure } from './fishbone/wrap'

/** Widths of texts in sizes of their letters, so that they hold at any size. */
export interface Ruler {
  word: (word: string, isBold: boolean) => number
  space: number
  /** The widths of the words of each paragraph of a text. */
  paragraphs: (text: string, isBold: boolean) => number[][]
  /** The width of the longest word that has to stay whole. */
  widest: (text: string, isBold: boolean) => number
}

/** Words longer than this are addresses or slips: they may be broken. */
const longestWord = 30

/** A word of one letter with the next one: no line ends with it, as Czech is set. */
const pair = /(^|[\s(„])(\p{L}) (?=(\S+))/gu

/** The text with such words bound to the next, where both have room in a line. */
function bound(text: string, hasRoom: (pair: string) => boolean = () => true): string {
  const bind = (text: string) =>
    text.replace(pair, (all: string, before: string, letter: string, next: string) =>
      hasRoom(`${letter} ${next}`) ? `${before}${letter}\u00a0` : all,
    )
  return bind(bind(text)) // two such words may follow each other
}

/** What stands on one line: words, and those that are bound to each other. */
const wordsOf = (text: string) =>
  bound(text)
    .split(/[^\S\u00a0]+/)
    .filter(Boolean)

/** A ruler that measures each word and each text once. */
export function rulerOf(measurer: (size: number, weight: 400 | 600) => Measure): Ruler {
  const size = 100 // large, so that rounding to pixels does not tell
  const measures = { plain: measurer(size, 400), bold: measurer(size, 600) }
  const word = once((text, isBold) => measures[isBold ? 'bold' : 'plain'](text) / size)
  const widths = (words: string[], isBold: boolean) => words.map((one) => word(one, isBold))
  return {
    word,
    space: word(' ', false),
    paragraphs: once((text, isBold) => text.split('\n').map((line) => widths(wordsOf(line), isBold))),
    widest: once((text, isBold) =>
      Math.max(
        0,
        ...widths(
          wordsOf(text).filter(({ length }) => length <= longestWord),
          isBold,
        ),
      ),
    ),
  }
}

function once<T>(of: (text: string, isBold: boolean) => T): (text: string, isBold: boolean) => T {
  const known = [new Map<string, T>(), new Map<string, T>()] as const
  return (text, isBold) => {
    const answers = known[isBold ? 1 : 0]
    let answer = answers.get(text)
    if (answer === undefined) answers.set(text, (answer = of(text, isBold)))
    return answer
  }
}

/** How many lines a text takes; a word that is wider than the line goes on on the next ones. */
export function lineCount(text: string, width: number, isBold: boolean, ruler: Ruler): number {
  let lines = 0
  for (const paragraph of ruler.paragraphs(text, isBold)) {
    let filled = 0
    lines += 1
    for (const wide of paragraph) {
      const after = filled === 0 ? wide : filled + ruler.space + wide
      if (after <= width) {
        filled = after
        continue
      }
      if (filled > 0) lines += 1
      const over = Math.max(0, Math.ceil(wide / width) - 1)
      lines += over
      filled = wide - over * width
    }
  }
  return lines
}

/** The text as it is set: with places to break at in those words that are wider than the line and in no others, and
 * without a word of one letter at the end of a line. */
export function softened(
  text: string,
  width: number,
  isBold: boolean,
  ruler: Ruler,
  hyphenate: (word: string) => string,
): string {
  const hasRoom = (words: string) => ruler.word(words, isBold) <= width
  return bound(text, hasRoom).replace(/\S+/g, (word) => (hasRoom(word) ? word : breakable(word, hyphenate)))
}

/** A word with places to break at; an address is broken after its signs, without a hyphen, and words after the
 * stroke between them. */
function breakable(word: string, hyphenate: (word: string) => string): string {
  const isAddress = /\/\/|[@_]|\w\.\w/.test(word)
  return isAddress ? word.replace(/[/@_.?&=-]/g, '$&\u200b') : hyphenate(word.replaceAll('/', '/\u200b'))
}
