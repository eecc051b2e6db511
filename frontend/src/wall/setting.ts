/** How what people wrote is set on the wall: how large, in how many columns and
 * pages. Pure: widths of words in, columns of rows out. Lengths are in sizes of
 * a letter, but where they say pixels. */
import { lineCount, softened, type Ruler } from '../parts/lines'

/** A text with what stands beside and around it. */
export interface Row {
  id: string
  text: string
  /** Width taken by what stands beside the text. */
  beside: number
  /** Height around its lines. */
  around: number
  /** Its letters against those of the other rows. */
  letters: number
  lineHeight: number
  isBold: boolean
  /** The row it stands under: said again where a column begins with this one. */
  above?: Row | undefined
}

/** Rows that are kept together where there is room: a topic with its ideas. */
export interface Block {
  heading?: Row | undefined
  rows: Row[]
}

/** What stands of a block in one column. */
export interface Part {
  heading?: Row | undefined
  /** The block began in an earlier column. */
  isAgain: boolean
  /** Rows above the first one that stand in an earlier column. */
  above: Row[]
  rows: Row[]
}

export interface Room {
  /** Of one field, in pixels. */
  width: number
  height: number
  /** The size of letters ideas are read at, in pixels. */
  reading: number
  ruler: Ruler
  /** Marks where a word may be broken. */
  hyphenate: (word: string) => string
  mostColumns: number
  /** Read from the top down, as a result is: rather smaller letters than another column. */
  readsDown?: boolean
}

export interface Setting {
  /** The size of letters against the reading size. */
  scale: number
  columns: number
  /** How many pages the field with the most of them has; fields are turned together. */
  pages: number
  /** Words stay whole, and no long text stands in a narrow column. */
  isReadable: boolean
  /** By field, page and column. */
  fields: Part[][][][]
  /** The text of a row; words that have no room in one line say where they break. */
  show: (row: Row) => string
}

/** From the largest, of which three ideas fill a wall, to the least that is read from ten metres. */
const scales = [2.2, 2, 1.8, 1.6, 1.45, 1.3, 1.15, 1, 0.92, 0.85]
export const least = scales.at(-1)!
/** Rather smaller letters than a text that is cut off where the wall ends. */
const forLongTexts = [0.72, 0.6, 0.5]
export const columnGap = 1.2
/** Letters of a text in a column, at least, where it runs over more than a few lines. */
const fewLines = 4
/** The share of the letters' size that is given away for topics that stay whole. */
const wholeIsWorth = 0.75
const readableWidth = 12

/**
 * The largest setting in which everything stands on one page with its words
 * whole; else the one with the fewest pages.
 *
 * @param fields what stands beside each other, each in a room of the same size
 * @param letters how much larger somebody wants the letters, 1 as they come; then
 * there may be more pages
 */
export function settingOf(fields: Block[][], room: Room, letters = 1): Setting {
  const asItComes = onOnePage(fields, room) ?? fewestPages(fields, room, [1, 0.92, least])
  return letters === 1 ? asItComes : fewestPages(fields, room, [asItComes.scale * letters])
}

const columnCounts = (room: Room) => Array.from({ length: room.mostColumns }, (_, i) => i + 1)

/**
 * The largest that has room; rather a little smaller than with a topic in two pieces.
 *
 * @param sizes of letters against the reading size, from the largest
 */
export function onOnePage(fields: Block[][], room: Room, sizes = scales): Setting | undefined {
  let largest: Attempt | undefined
  for (const { scale, columns } of inTurn(room, sizes)) {
    if (largest && scale < largest.scale * wholeIsWorth) continue
    const tried = attempt(fields, room, scale, columns)
    if (!tried.isReadable || tried.pages > 1) continue
    if (tried.broken === 0) return tried.made()
    largest ??= tried
  }
  return largest?.made()
}

/** Sizes and numbers of columns in the order they are tried in. */
function inTurn(room: Room, sizes: number[]): { scale: number; columns: number }[] {
  return room.readsDown
    ? columnCounts(room).flatMap((columns) => sizes.map((scale) => ({ scale, columns })))
    : sizes.flatMap((scale) => columnCounts(room).map((columns) => ({ scale, columns })))
}

function fewestPages(fields: Block[][], room: Room, sizes: number[]): Setting {
  const tries = sizes.flatMap((scale) =>
    columnCounts(room).map((columns) => attempt(fields, room, scale, columns)),
  )
  const readable = tries.filter(({ isReadable }) => isReadable)
  const from = readable.length > 0 ? readable : tries.filter(({ columns, isCut }) => columns === 1 && !isCut)
  if (from.length === 0) return uncut(fields, room, Math.max(...sizes))
  const isBetter = (one: Attempt, best: Attempt) =>
    one.pages < best.pages || (one.pages === best.pages && one.broken < best.broken)
  return from.reduce((best, one) => (isBetter(one, best) ? one : best)).made()
}

/** A text has no room on a page: the largest letters below these in which it has. */
function uncut(fields: Block[][], room: Room, below: number): Setting {
  const tries = [...scales, ...forLongTexts]
    .filter((scale) => scale < below)
    .map((scale) => attempt(fields, room, scale, 1))
  return (tries.find(({ isCut }) => !isCut) ?? tries.at(-1)!).made()
}

type Attempt = ReturnType<typeof attempt>

/** One way of setting everything; what it takes to see whether it will do, and how to make it. */
function attempt(fields: Block[][], room: Room, scale: number, columns: number) {
  const size = room.reading * scale
  const width = (room.width / size - columnGap * (columns - 1)) / columns
  const high = room.height / size
  const lineWidth = (row: Row) => Math.max(1, (width - row.beside) / row.letters)
  const heightOf = remembered(
    (row) =>
      lineCount(row.text, lineWidth(row), row.isBold, room.ruler) * row.lineHeight * row.letters + row.around,
  )
  const rows = fields.flat().flatMap((block) => [...(block.heading ? [block.heading] : []), ...block.rows])
  const isCut = fields.flat().some((block) => highest(block, heightOf) > high)
  const isReadable = !isCut && rows.every((row) => reads(row, lineWidth(row), columns, room))
  const filled = isReadable || columns === 1 ? fields.map((blocks) => fill(blocks, high, heightOf)) : []
  const pages = Math.max(1, ...filled.map((all) => Math.ceil(all.length / columns)))
  const made = (): Setting => ({
    scale,
    columns,
    pages,
    isReadable,
    fields: fields.map((blocks, i) => inPages(blocks, filled[i]!, high, columns, heightOf)),
    show: (row) => softened(row.text, lineWidth(row), row.isBold, room.ruler, room.hyphenate),
  })
  /** How many times a topic goes on in another column. */
  const broken = filled.reduce((n, all) => n + all.flat().filter((part) => part.heading && part.isAgain).length, 0)
  return { isReadable, isCut, broken, pages, scale, columns, made }
}

function remembered(heightOf: HeightOf): HeightOf {
  const known = new Map<Row, number>()
  return (row) => {
    let height = known.get(row)
    if (height === undefined) known.set(row, (height = heightOf(row)))
    return height
  }
}

/** Words stay whole, but those no setting has room for; narrow columns are for short texts. */
function reads(row: Row, lineWidth: number, columns: number, { width, reading, ruler }: Room): boolean {
  const widest = (width / (reading * least) - row.beside) / row.letters
  if (Math.min(ruler.widest(row.text, row.isBold), widest) > lineWidth) return false
  return (
    columns === 1 || lineWidth >= readableWidth || lineCount(row.text, lineWidth, row.isBold, ruler) <= fewLines
  )
}

type HeightOf = (row: Row) => number
type Column = Part[]

/** Pages of columns that are about as long as each other, the last page's too;
 * no block is broken for that. */
function inPages(blocks: Block[], full: Column[], high: number, columns: number, heightOf: HeightOf): Column[][] {
  const count = Math.ceil(full.length / columns) * columns
  let filled = full
  let [low, top] = [0, high]
  for (let i = 0; i < 7; i++) {
    const middle = (low + top) / 2
    const tried = fill(blocks, middle, heightOf)
    const fits =
      tried.length <= count &&
      piecesIn(tried) <= piecesIn(full) &&
      tried.every((column) => heightOfColumn(column, heightOf) <= high)
    if (fits) [filled, top] = [tried, middle]
    else low = middle
  }
  return Array.from({ length: count / columns }, (_, page) => filled.slice(page * columns, (page + 1) * columns))
}

/** How many headings there are, those said again too. */
const piecesIn = (columns: Column[]) => columns.flat().filter(({ heading }) => heading).length

const sum = (rows: readonly Row[], heightOf: HeightOf) => rows.reduce((high, row) => high + heightOf(row), 0)

function heightOfColumn(column: Column, heightOf: HeightOf): number {
  return column.reduce(
    (high, part) => high + sum([...(part.heading ? [part.heading] : []), ...part.above, ...part.rows], heightOf),
    0,
  )
}

/** Fills columns one after another; a block that has room in one is not broken. */
function fill(blocks: Block[], high: number, heightOf: HeightOf): Column[] {
  const columns: Column[] = [[]]
  let left = high
  for (const { heading, rows } of blocks) {
    const title = heading ? heightOf(heading) : 0
    const whole = title + sum(rows, heightOf)
    if (left < high && whole > left && whole <= high) {
      columns.push([])
      left = high
    }
    let at = 0
    do {
      const above = at > 0 ? ancestors(rows[at]) : []
      const used = title + sum(above, heightOf)
      let taken = 0
      let filled = used
      while (at + taken < rows.length && filled + heightOf(rows[at + taken]!) <= left)
        filled += heightOf(rows[at + taken++]!)
      const isEmpty = columns.at(-1)!.length === 0
      if (taken === 0 && rows.length > 0 && !isEmpty) {
        columns.push([])
        left = high
        continue
      }
      if (taken === 0 && rows.length > 0) filled += heightOf(rows[at + taken++]!)
      columns.at(-1)!.push({ heading, isAgain: at > 0, above, rows: rows.slice(at, at + taken) })
      left -= filled
      at += taken
    } while (at < rows.length)
  }
  return columns
}

/** The height of the highest row of a block, with what is said again above it where it begins a column. */
function highest({ heading, rows }: Block, heightOf: HeightOf): number {
  const title = heading ? heightOf(heading) : 0
  return Math.max(title, ...rows.map((row) => title + sum([...ancestors(row), row], heightOf)))
}

function ancestors(row: Row | undefined): Row[] {
  return row?.above ? [...ancestors(row.above), row.above] : []
}

/** The page a row stands on, from 0; undefined where it is nowhere. */
export function pageOf(id: string, { fields }: Setting): number | undefined {
  for (const pages of fields) {
    const page = pages.findIndex((columns) =>
      columns.flat().some((part) => part.rows.some((row) => row.id === id)),
    )
    if (page >= 0) return page
  }
  return undefined
}

/** How many letters there are to read on each page, all fields together. */
export function lettersOn({ fields, pages }: Setting): number[] {
  const lettersIn = (columns: Column[] = []) =>
    columns.flat().reduce((n, part) => n + part.rows.reduce((sum, row) => sum + row.text.length, 0), 0)
  return Array.from({ length: pages }, (_, page) =>
    fields.reduce((letters, of) => letters + lettersIn(of[page % Math.max(1, of.length)]), 0),
  )
}
