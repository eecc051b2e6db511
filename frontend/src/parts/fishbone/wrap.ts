/** Width of a text in pixels. */
export type Measure = (text: string) => number

/** Where a word may be broken, with a hyphen; seen only there. */
const soft = '\u00ad'

/** A text as it is read: without the marks of where it may be broken. */
export const unmarked = (text: string): string => text.replaceAll(soft, '')

/** Breaks a text into lines no wider than width; a word that is wider alone is
 * broken where it may be, else between characters, so that nothing ever sticks out. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const whole = unmarked(word)
    const longer = line === '' ? whole : `${line} ${whole}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = measure(whole) <= width ? [whole] : breakWord(word.split(soft), width, measure)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  if (line !== '') lines.push(line)
  return lines
}

function breakWord(syllables: string[], width: number, measure: Measure): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const [i, syllable] of syllables.entries()) {
    const hyphen = i < syllables.length - 1 ? '-' : ''
    if (piece !== '' && measure(piece + syllable + hyphen) > width) {
      pieces.push(`${piece}-`)
      piece = ''
    }
    const letters = breakLetters(piece + syllable, width, measure)
    pieces.push(...letters.slice(0, -1))
    piece = letters.at(-1) ?? ''
  }
  return [...pieces, piece]
}

function breakLetters(word: string, width: number, measure: Measure): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}
