/** One line of a pasted text: what becomes an idea, and what is left out before it. */
export interface Line {
  text: string
  /** The bullet or number that stood in front; empty where nothing is left out. */
  dropped: string
}

/** Bullets as office programs, messages and web pages write them; private-use
 * characters are those of Word's symbol fonts. Word writes its bullet o with a tab. */
const bullet =
  /^(?:[-–—•▪▫◦‣⁃∙·*●○◯■□◼◻◆◇►▸▶➢➤➔→✓✔❖\u{F0B7}\u{F0A7}\u{F0D8}\u{F0FC}\u{F076}]\uFE0F?|o(?=\t))[\s\u{A0}]+/u
const number = /^\(?(\d{1,3})[.)][\s\u{A0}]+/u

/** What people paste from a document or a message, one idea a line; empty lines
 * go. The text is judged as a whole: bullets go, numbers only where all lines are
 * one run from 1 ("1. první, 2. druhý"), because "2. stupeň" and "28. října" are
 * part of what was written. */
export function ideaLines(pasted: string): Line[] {
  const lines = pasted
    .split(/\r\n|[\r\n\v\u{85}\u{2028}\u{2029}]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const isRun = lines.length > 1 && lines.every((line, i) => Number(number.exec(line)?.[1]) === i + 1)
  return lines.map((line) => without(line, isRun ? number : bullet)).filter((line) => line.text !== '')
}

function without(line: string, mark: RegExp): Line {
  const dropped = mark.exec(`${line} `)?.[0].trim() ?? ''
  return { text: line.slice(dropped.length).trim(), dropped }
}
