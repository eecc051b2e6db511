/** Rows of cells out of what people copy from a spreadsheet, or keep as CSV. Pure. */

/** The cells of a text: tabs where a spreadsheet was copied, else semicolons or commas; quoted cells may hold line
 * ends. Rows without a letter go. */
export function cellsOf(text: string): string[][] {
  const separator = separatorOf(text)
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows.at(-1)!.push(cell.trim())
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[i + 1] === '"') cell += text[++i]
      else quoted = false
    } else if (letter === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (letter === separator) endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else if (letter !== '\r') cell += letter
  }
  endCell()
  return rows.filter((row) => row.some((one) => one !== ''))
}

/** What stands between cells: that of which the first line has most. Commas only where each line has as many: they
 * are part of what people write. */
function separatorOf(text: string): string {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const times = (line: string, letter: string) => line.split(letter).length
  const [first = ''] = lines
  const even = lines.every((line) => times(line, ',') === times(first, ','))
  const known = even ? ['\t', ';', ','] : ['\t', ';']
  return known.reduce((best, one) => (times(first, one) > times(first, best) ? one : best))
}

/** The text of a file as Czech spreadsheets write it: UTF-8, or else the old letters of Windows. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1250').decode(bytes)
  }
}

/** One idea of a table, and the heading of the topic it is for; '' for none. */
export interface Incoming {
  text: string
  topic: string
}

/** The ideas of a table: the column of texts, and that of topics (-1: none); `headed` leaves out the first row. */
export function incoming(rows: string[][], text: number, topic: number, headed: boolean): Incoming[] {
  return rows
    .slice(headed ? 1 : 0)
    .map((row) => ({ text: row[text] ?? '', topic: (topic >= 0 && row[topic]) || '' }))
    .filter((one) => one.text !== '')
}

/** The column most likely to hold the ideas: the one with the most letters. */
export function longest(rows: string[][]): number {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const letters = (column: number) => rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0)
  return Array.from({ length: width }, (_, i) => i).reduce(
    (best, one) => (letters(one) > letters(best) ? one : best),
    0,
  )
}

/** Whether two headings are the same to whoever wrote them. */
export const sameHeading = (a: string, b: string): boolean => a.toLocaleUpperCase() === b.toLocaleUpperCase()
