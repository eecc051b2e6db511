/** Where everything of a fishbone stands: pure geometry in pixels, no drawing.
 *
 * The spine runs to the effect on the right. Main bones stand in pairs above
 * and below it; a bone's causes are lines of text along it, deeper causes
 * indented under the one they belong to. */
import type { TreeEntry, Line } from '../tree'
import { unmarked, wrap, type Measure } from './wrap'

export interface Room {
  /** Pairs of bones beside each other. */
  columns: number
  columnWidth: number
  headWidth: number
  /** Most height of a bone; what is longer goes on on another bone. */
  boneHeight: number
  /** Said after the title of a bone that goes on: "continued". */
  again: string
  /** Size of the letters. */
  size: number
  measure: Measure
  measureBold: Measure
}

export interface Point {
  x: number
  y: number
}

export interface Twig {
  id: string
  lines: string[]
  /** Left end of the first line's base. */
  text: Point
  /** The line the text stands on, or the elbow from the cause above. */
  path: Point[]
}

export interface Bone {
  id: string
  title: { lines: string[]; x: number; y: number; width: number; height: number }
  rib: [Point, Point]
  twigs: Twig[]
}

export interface Skeleton {
  width: number
  height: number
  lineHeight: number
  spine: [Point, Point]
  head: { lines: string[]; x: number; y: number; width: number; height: number }
  bones: Bone[]
}

/** The fishbone as one drawing, or as several where it does not fit into one. */
export function skeletons(effect: string, lines: Line[], room: Room): Skeleton[] {
  const parts = mainBones(lines).flatMap((bone) => split(bone, room))
  const perPage = room.columns * 2
  const pages = Math.max(1, Math.ceil(parts.length / perPage))
  return Array.from({ length: pages }, (_, page) =>
    draw(effect, parts.slice(page * perPage, (page + 1) * perPage), room),
  )
}

interface Row {
  id: string
  depth: number // 1: right on the bone
  lines: string[]
  height: number
}

interface Part {
  id: string
  title: string[]
  rows: Row[]
}

const lineHeight = ({ size }: { size: number }) => size * 1.25
const gap = (room: Room) => room.size * 0.4
const slant = (room: Room) => room.columnWidth * 0.16
const pad = (room: Room) => room.size * 0.5
const indent = (room: Room, depth: number) => (depth - 1) * room.size * 1.1
/** Causes deeper than this are not indented further: the text would have no room. */
const deepest = 6

function mainBones(lines: Line[]): { bone: TreeEntry; below: Line[] }[] {
  const bones: { bone: TreeEntry; below: Line[] }[] = []
  for (const line of lines) {
    if (line.depth === 0) bones.push({ bone: line.entry, below: [] })
    else bones.at(-1)?.below.push(line)
  }
  return bones
}

function titleHeight(title: string[], room: Room): number {
  return title.length * lineHeight(room) + pad(room)
}

function split({ bone, below }: { bone: TreeEntry; below: Line[] }, room: Room): Part[] {
  const width = room.columnWidth - slant(room) - pad(room) * 2
  const titled = (text: string) => wrap(text, width - pad(room) * 2, room.measureBold)
  const first: Part = { id: bone.id, title: titled(bone.text), rows: [] }
  const parts = [first]
  let last = first
  for (const line of below) {
    const depth = Math.min(line.depth, deepest)
    const words = wrap(line.entry.text, width - indent(room, depth), room.measure)
    const row = { id: line.entry.id, depth, lines: words, height: words.length * lineHeight(room) + gap(room) }
    if (last.rows.length > 0 && heightOf(last, room) + row.height > room.boneHeight) {
      last = { id: bone.id, title: titled(`${bone.text} (${room.again})`), rows: [] }
      parts.push(last)
    }
    last.rows.push(row)
  }
  return parts
}

function heightOf(part: Part, room: Room): number {
  const rows = part.rows.reduce((sum, row) => sum + row.height, 0)
  return titleHeight(part.title, room) + rows + gap(room) * 2
}

function draw(effect: string, parts: Part[], room: Room): Skeleton {
  const above = parts.filter((_, i) => i % 2 === 0)
  const below = parts.filter((_, i) => i % 2 === 1)
  const up = Math.max(room.size * 3, ...above.map((part) => heightOf(part, room)))
  const down = Math.max(room.size * 3, ...below.map((part) => heightOf(part, room)))
  const head = headOf(effect, room)
  const spineY = Math.max(up, head.height / 2)
  const columns = Math.max(1, above.length)
  const headX = columns * room.columnWidth + room.size
  return {
    width: headX + room.headWidth,
    height: spineY + Math.max(down, head.height / 2),
    lineHeight: lineHeight(room),
    spine: [
      { x: 0, y: spineY },
      { x: headX, y: spineY },
    ],
    head: { ...head, x: headX, y: spineY - head.height / 2 },
    bones: [
      ...above.map((part, column) => bone(part, column, spineY, -up, room)),
      ...below.map((part, column) => bone(part, column, spineY, down, room)),
    ],
  }
}

/** Room around the effect in its box, in sizes of a letter. */
const headPad = 1.6

/** The narrowest head that breaks no word of the effect. */
export function narrowestHead(effect: string, size: number, measureBold: Measure): number {
  return Math.max(0, ...unmarked(effect).split(/\s+/).map(measureBold)) + headPad * size
}

/** The box of the effect, its lines and how large it is. */
export function headOf(effect: string, room: Pick<Room, 'headWidth' | 'size' | 'measureBold'>) {
  const lines = wrap(effect, room.headWidth - headPad * room.size, room.measureBold)
  return { lines, width: room.headWidth, height: Math.max(2, lines.length) * lineHeight(room) + room.size * 1.2 }
}

/** A bone from the spine to its title; reach is negative above the spine. */
function bone(part: Part, column: number, spineY: number, reach: number, room: Room): Bone {
  const left = column * room.columnWidth + pad(room)
  const foot = { x: (column + 1) * room.columnWidth, y: spineY }
  const tip = { x: foot.x - slant(room), y: spineY + reach }
  const height = titleHeight(part.title, room)
  const titleY = reach < 0 ? tip.y : tip.y - height
  const ribX = (y: number) => foot.x - (slant(room) * (y - spineY)) / reach
  const rows = part.rows.reduce((sum, row) => sum + row.height, 0)
  const top = reach < 0 ? titleY + height + gap(room) : titleY - gap(room) - rows
  return {
    id: part.id,
    title: { lines: part.title, x: left, y: titleY, width: tip.x - left, height },
    rib: [tip, foot],
    twigs: twigs(part.rows, left, top, ribX, room),
  }
}

function twigs(rows: Row[], left: number, top: number, ribX: (y: number) => number, room: Room): Twig[] {
  const bases: number[] = [] // by depth: where the last cause of that depth stands
  let y = top
  return rows.map((row) => {
    const x = left + indent(room, row.depth)
    const firstLine = y + lineHeight(room) * 0.8
    y += row.height
    const base = y - gap(room) * 0.75
    bases[row.depth] = base
    const middle = firstLine - room.size * 0.3
    const stem = x - room.size * 0.7
    const above = bases[row.depth - 1] ?? top
    const path =
      row.depth === 1
        ? [
            { x, y: base },
            { x: ribX(base), y: base },
          ]
        : [
            { x: stem, y: above },
            { x: stem, y: middle },
            { x: x - room.size * 0.2, y: middle },
          ]
    return { id: row.id, lines: row.lines, text: { x, y: firstLine }, path }
  })
}
