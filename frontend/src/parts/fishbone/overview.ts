/** A fishbone of so many causes that they have no room: only its bones, as large as their words let them.
 *
 * Titles stand in two rows over the whole width, above and below the head too, so
 * they have far more room than beside it. Pure geometry in pixels. */
import { headOf, narrowestHead, type Bone, type Point, type Skeleton } from './bones'
import { unmarked, wrap, type Measure } from './wrap'

export interface Title {
  id: string
  text: string
  /** How many causes hang on it, in words; empty where there are none. */
  causes: string
}

export interface OverviewRoom {
  width: number
  height: number
  /** Size of the letters. */
  size: number
  measure: Measure
  measureBold: Measure
}

/** The most of the width that the effect may take. */
const widestHead = 0.36
const lineHeight = ({ size }: OverviewRoom) => size * 1.25
const pad = ({ size }: OverviewRoom) => size * 0.5

/** The bones in one drawing of the room's width and height; undefined where a word would have to be broken, or
 * where they have no room. */
export function overview(effect: string, titles: Title[], room: OverviewRoom): Skeleton | undefined {
  const wide = textWidth(columnWidth(effect, titles.length, room), room)
  const isWhole = ({ text }: Title) => widestWord(text, room) <= wide
  if (!titles.every(isWhole) || narrowestHead(effect, room.size, room.measureBold) > room.width * widestHead)
    return undefined
  const drawn = draw(effect, titles, room)
  const rows = drawn.bones.map(({ title }) => title.height)
  return Math.max(...rows) <= rowHeight(drawn, room) ? drawn : undefined
}

/** The same whatever has to give way: long words are broken, what has no room ends with dots. */
export function overviewAnyhow(effect: string, titles: Title[], room: OverviewRoom): Skeleton {
  const most = Math.floor((rowHeight(draw(effect, titles, room), room) - pad(room)) / lineHeight(room))
  return draw(effect, titles, room, Math.max(2, most))
}

const columnsFor = (titles: number) => Math.max(1, Math.ceil(titles / 2))

/** As wide as a title's box is at most, in sizes of its letters. */
const widestBox = 18

/** The width of the longest word that has to stay whole: one that no box has room for is broken anyway. */
function widestWord(text: string, room: OverviewRoom): number {
  const widths = unmarked(text).split(/\s+/).map(room.measureBold)
  return Math.max(0, ...widths.filter((width) => width <= room.size * widestBox - pad(room) * 2))
}

const headWidth = (effect: string, room: OverviewRoom) =>
  Math.max(
    room.width * 0.16,
    Math.min(narrowestHead(effect, room.size, room.measureBold), room.width * widestHead),
  )

/** The width of a column of titles: the last one begins before the head, so that its rib does not end under it. */
function columnWidth(effect: string, titles: number, room: OverviewRoom): number {
  const columns = columnsFor(titles)
  const beforeHead = room.width - headWidth(effect, room) - pad(room) * 2
  return Math.min(room.width / columns, columns > 1 ? beforeHead / (columns - 1) : Infinity)
}

const boxWidth = (column: number, room: OverviewRoom) => Math.min(column - pad(room) * 2, room.size * widestBox)
const textWidth = (column: number, room: OverviewRoom) => boxWidth(column, room) - pad(room) * 2

/** The height there is for a row of titles: the head stands between them. */
const rowHeight = ({ head }: Skeleton, room: OverviewRoom) =>
  room.height / 2 - Math.max(head.height / 2 + room.size, room.size * 2.5)

function draw(effect: string, titles: Title[], room: OverviewRoom, mostLines = Infinity): Skeleton {
  const head = headOf(effect, { ...room, headWidth: headWidth(effect, room) })
  const headX = room.width - head.width
  const middle = room.height / 2
  const wide = columnWidth(effect, titles.length, room)
  const columns = columnsFor(titles.length)
  return {
    width: room.width,
    height: room.height,
    lineHeight: lineHeight(room),
    spine: [
      { x: 0, y: middle },
      { x: headX, y: middle },
    ],
    head: { ...head, x: headX, y: middle - head.height / 2 },
    bones: titles.map((title, i) => {
      const lines = shortened(wrap(title.text, textWidth(wide, room), room.measureBold), mostLines, title)
      const column = Math.floor(i / 2)
      const foot = { x: ((column + 1) * headX) / columns, y: middle }
      const place = { left: column * wide, width: wide, isAbove: i % 2 === 0, lean: (0.16 * headX) / columns }
      return bone(title, lines, foot, place, room)
    }),
  }
}

function shortened(lines: string[], most: number, { causes }: Title): string[] {
  const left = causes === '' ? most : most - 1
  return lines.length <= left ? lines : [...lines.slice(0, left - 1), `${lines[left - 1]!} …`]
}

interface BonePlace {
  left: number
  /** Of its column. */
  width: number
  isAbove: boolean
  /** How far its rib leans back, where its box lets it. */
  lean: number
}

/** A bone from the spine to the box of its title. */
function bone({ id, causes }: Title, lines: string[], foot: Point, place: BonePlace, room: OverviewRoom): Bone {
  const width = boxWidth(place.width, room)
  const height = (lines.length + (causes === '' ? 0 : 1)) * lineHeight(room) + pad(room)
  const leftMost = place.left + pad(room)
  const rightMost = place.left + place.width - pad(room) - width
  const end = foot.x - place.lean
  const x = within(end - width / 2, leftMost, rightMost)
  const y = place.isAbove ? 0 : room.height - height
  const tip = { x: within(end, x + pad(room), x + width - pad(room)), y: place.isAbove ? height : y }
  const text = { x: x + room.size * 0.3, y: y + lineHeight(room) * (lines.length + 0.98) }
  return {
    id,
    title: { lines, x, y, width, height },
    rib: [tip, foot],
    twigs: causes === '' ? [] : [{ id, lines: [causes], text, path: [] }],
  }
}

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
