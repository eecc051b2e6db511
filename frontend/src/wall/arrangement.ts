/** How the topics of a step stand beside each other, each in a field of its own. Pure. */
import { lineCount } from '../parts/lines'
import { least, onOnePage, settingOf, type Block, type Room, type Row, type Setting } from './setting'

export interface Field {
  heading: Row
  block: Block
}

export interface Arrangement {
  /** Fields beside each other. */
  across: number
  /** Height of every heading, in sizes of the reading letters. */
  headingHeight: number
  setting: Setting
}

// In sizes of the reading letters: between fields, and inside one from edge to text.
export const fieldGap = 0.5
const inside = { width: 0.9, height: 0.4 }
/** Ideas a page of a field shows at least; where it is fewer the topics stand in one list. */
const fewest = { quadrants: 2, columns: 3 }
/** Rather these letters, which a fishbone has too, than fields that are never seen together. */
const smaller = [0.78, 0.72]
/** The least height of what stands in a field: an idea of a few lines. */
const lowest = 4

/**
 * Fields in as many columns as keep their words whole and take the fewest
 * pages; quadrants always in two. Undefined where there would be hardly an idea
 * in each: they are better read as a list.
 */
export function arranged(
  layout: 'columns' | 'quadrants',
  fields: Field[],
  room: Room,
  letters: number,
): Arrangement | undefined {
  const counts =
    layout === 'quadrants' ? [2] : Array.from({ length: fields.length - 1 }, (_, i) => fields.length - i)
  const tries = counts.flatMap((across) => inFields(across, fields, room, letters) ?? [])
  const best = tries.reduce<Arrangement | undefined>(
    (best, one) => (best && best.setting.pages <= one.setting.pages ? best : one),
    undefined,
  )
  return best && isWorthIt(best.setting, fewest[layout]) ? best : undefined
}

function inFields(across: number, fields: Field[], room: Room, letters: number): Arrangement | undefined {
  const { reading, ruler } = room
  const rows = Math.ceil(fields.length / across)
  const width = (room.width / reading - fieldGap * (across - 1)) / across - inside.width
  const headings = fields.map(({ heading }) => heading)
  if (headings.some(({ text }) => ruler.widest(text, true) > width)) return undefined
  const headingHeight = Math.max(
    ...headings.map((row) => lineCount(row.text, width, true, ruler) * row.lineHeight + row.around),
  )
  const height = (room.height / reading - fieldGap * (rows - 1)) / rows - inside.height - headingHeight
  if (height < lowest) return undefined
  const isWhole = (row: Row) => ruler.widest(row.text, row.isBold) * row.letters <= width / least - row.beside
  if (!fields.every(({ block }) => block.rows.every(isWhole))) return undefined
  const field: Room = { ...room, width: width * reading, height: height * reading, mostColumns: 3 }
  const blocks = fields.map(({ block }) => [{ rows: block.rows }])
  const usual = settingOf(blocks, field, letters)
  const together = letters === 1 && usual.pages > 1 ? onOnePage(blocks, field, smaller) : undefined
  const setting = together ?? usual
  return setting.isReadable ? { across, headingHeight, setting } : undefined
}

function isWorthIt({ fields, pages }: Setting, fewest: number): boolean {
  if (pages === 1) return true
  return fields
    .flatMap((of) => of.slice(0, -1))
    .every((columns) => columns.flat().reduce((n, part) => n + part.rows.length, 0) >= fewest)
}
