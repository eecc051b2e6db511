import { narrowestHead, skeletons, type Skeleton } from '../parts/fishbone/bones'
import type { Line } from '../parts/fishbone/tree'
import type { Measure } from '../parts/fishbone/wrap'

export interface WallRoom {
  width: number
  height: number
  /** The size of letters ideas are read at. */
  reading: number
  /** Said after the title of a bone that goes on. */
  again: string
  measurer: (size: number, weight: 400 | 600) => Measure
}

/** Shares of the reading size a drawing may be set in: the smallest can still be
 * read from ten metres, because its letters stand alone on their lines. */
const scales = [1, 0.85, 0.72]
/** Letters that must fit into a column, or people read nothing but breaks. */
const leastLetters = 12

/** The fishbone for the wall: whole and large, else whole and smaller, else in
 * several drawings, and only at last with its longest bones broken. */
export function fitFishbone(effect: string, lines: Line[], room: WallRoom): { size: number; pages: Skeleton[] } {
  const tries = scales.map((scale) => drawAt(effect, lines, room, room.reading * scale, Infinity))
  const fits = ({ pages }: { pages: Skeleton[] }) => pages.every((page) => page.height <= room.height)
  return (
    tries.find((one) => one.pages.length === 1 && fits(one)) ??
    tries.slice(1).find(fits) ??
    drawAt(effect, lines, room, room.reading * scales.at(-1)!, room.height / 2)
  )
}

function drawAt(effect: string, lines: Line[], room: WallRoom, size: number, boneHeight: number) {
  const measureBold = room.measurer(size, 600)
  const narrowest = narrowestHead(effect, size, measureBold)
  const headWidth = Math.max(room.width * 0.16, Math.min(narrowest, room.width * 0.3))
  const left = room.width - headWidth - size
  const bones = lines.filter((line) => line.depth === 0).length
  const columns = Math.max(1, Math.min(Math.ceil(bones / 2), Math.floor(left / (size * leastLetters))))
  const columnWidth = left / columns
  const measure = room.measurer(size, 400)
  const pages = skeletons(effect, lines, {
    columns,
    columnWidth,
    headWidth,
    boneHeight,
    again: room.again,
    size,
    measure,
    measureBold,
  })
  return { size, pages }
}
