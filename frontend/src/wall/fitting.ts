import { narrowestHead, skeletons, type Skeleton } from '../parts/fishbone/bones'
import { overview, overviewAnyhow, type Title } from '../parts/fishbone/overview'
import type { TreeEntry, Line } from '../parts/tree'
import type { Measure } from '../parts/fishbone/wrap'
import { headingRow } from './blocks'
import type { Ruler } from '../parts/lines'
import { lettersOn, settingOf, type Row, type Setting } from './setting'

export interface WallRoom {
  width: number
  height: number
  /** The size of letters ideas are read at. */
  reading: number
  /** Said after the title of a bone that goes on. */
  again: string
  /** The title of a bone whose causes are not all shown, with how many there are. */
  counted: (title: string, causes: number) => string
  /** How many causes there are, in words. */
  causes: (n: number) => string
  hyphenate: (word: string) => string
  ruler: Ruler
  measurer: (size: number, weight: 400 | 600) => Measure
}

/** A page of one bone with everything that hangs on it. */
export interface BonePage {
  bone: string
  setting: Setting
  /** Which page of the setting. */
  page: number
}

/** A fishbone for the wall: whole in one drawing; or an overview, then page by page each bone. */
export interface FittedFishbone {
  size: number
  drawings: Skeleton[]
  bones: BonePage[]
  /** How many letters there are to read on each page. */
  letters: number[]
}

/** Shares of the reading size a drawing may be set in: the smallest can still be
 * read from ten metres, because its letters stand alone on their lines. */
const scales = [1, 0.85, 0.72]
/** The least width of a column in sizes of its letters, or people read nothing but breaks. */
const leastWidth = 12
/** Titles alone have room to be large: as large as their words let them. */
const titleScales = [1.8, 1.6, 1.45, 1.3, 1.15, 1, 0.92, 0.85, 0.78, scales.at(-1)!]
/** A word this short needs no hyphen. */
const shortWord = 7

/** The fishbone for the wall: whole and large, else whole and smaller; else an
 * overview of its bones, with the first causes where there is room, and each
 * bone on pages of its own. */
export function fitFishbone(effect: string, lines: Line[], room: WallRoom): FittedFishbone {
  const goal = softened(effect, room)
  const softly = lines.map((line) => withText(line, softened(line.entry.text, room)))
  const whole = fitting(goal, softly, room)
  if (whole) return { ...whole, bones: [], letters: [0] }
  const counts = new Map(lines.map(({ entry }) => [entry.id, below(lines, entry.id).length]))
  const firstCauses = softly
    .filter(({ depth }) => depth <= 1)
    .map((line) =>
      line.depth > 0 ? line : withText(line, room.counted(line.entry.text, counts.get(line.entry.id) ?? 0)),
    )
  const titles = softly
    .filter(({ depth }) => depth === 0)
    .map(({ entry: { id, text } }): Title => {
      const n = counts.get(id) ?? 0
      return { id, text, causes: n > 0 ? room.causes(n) : '' }
    })
  const overview = fitting(goal, firstCauses, room) ?? ofTitles(goal, titles, room)
  const bones = lines.filter(({ depth }) => depth === 0).flatMap(({ entry }) => bonePages(entry, lines, room))
  const glance = lines.reduce((n, { entry, depth }) => n + (depth <= 1 ? entry.text.length : 0), 0)
  const letters = [
    ...overview.drawings.map(() => glance / overview.drawings.length),
    ...bones.map(({ setting, page }) => lettersOn(setting)[page] ?? 0),
  ]
  return { ...overview, bones, letters }
}

/** Only the titles of the bones, in as few drawings as leave their words whole, as large as there is room. */
function ofTitles(effect: string, titles: Title[], room: WallRoom): { size: number; drawings: Skeleton[] } {
  for (let each = titles.length; each > 0; each = each > 2 ? Math.ceil(each / 2) : each - 1) {
    const groups = Array.from({ length: Math.ceil(titles.length / each) }, (_, i) =>
      titles.slice(i * each, (i + 1) * each),
    )
    for (const scale of titleScales) {
      const drawings = groups.map((group) => overview(effect, group, roomAt(room, scale)))
      if (drawings.every((one) => one !== undefined)) return { size: room.reading * scale, drawings }
    }
  }
  const size = room.reading * scales.at(-1)!
  return { size, drawings: titles.map((title) => overviewAnyhow(effect, [title], roomAt(room, scales.at(-1)!))) }
}

function roomAt({ width, height, reading, measurer }: WallRoom, scale: number) {
  const size = reading * scale
  return { width, height, size, measure: measurer(size, 400), measureBold: measurer(size, 600) }
}

const withText = (line: Line, text: string): Line => ({ ...line, entry: { ...line.entry, text } })

const softened = (text: string, { hyphenate }: WallRoom) =>
  text.replace(/\S+/g, (word) => (word.length > shortWord ? hyphenate(word) : word))

/** The lines of everything that hangs on a bone. */
function below(lines: Line[], bone: string): Line[] {
  const from = lines.findIndex(({ entry }) => entry.id === bone) + 1
  const to = lines.findIndex(({ depth }, i) => i >= from && depth === 0)
  return lines.slice(from, to < 0 ? undefined : to)
}

function bonePages(bone: TreeEntry, lines: Line[], room: WallRoom): BonePage[] {
  const above: Row[] = [] // by depth
  const rows = below(lines, bone.id).map(({ entry, depth }): Row => {
    const row = causeRow(entry, depth - 1, above[depth - 1])
    above[depth] = row
    return row
  })
  const setting = settingOf([[{ heading: headingRow(bone.id, bone.text), rows }]], { ...room, mostColumns: 3 })
  return Array.from({ length: setting.pages }, (_, page) => ({ bone: bone.id, setting, page }))
}

/** Fishbone.svelte draws it so. */
function causeRow({ id, text }: TreeEntry, depth: number, above: Row | undefined): Row {
  return { id, text, beside: 1.14 + depth, around: 0.4, letters: 1, lineHeight: 1.25, isBold: false, above }
}

function fitting(effect: string, lines: Line[], room: WallRoom) {
  return scales
    .map((scale) => drawAt(effect, lines, room, room.reading * scale))
    .find(({ drawings }) => drawings.length === 1 && drawings.every(({ height }) => height <= room.height))
}

function drawAt(effect: string, lines: Line[], room: WallRoom, size: number) {
  const measureBold = room.measurer(size, 600)
  const narrowest = narrowestHead(effect, size, measureBold)
  const headWidth = Math.max(room.width * 0.16, Math.min(narrowest, room.width * 0.3))
  const left = room.width - headWidth - size
  const bones = lines.filter((line) => line.depth === 0).length
  const columns = Math.max(1, Math.min(Math.ceil(bones / 2), Math.floor(left / (size * leastWidth))))
  const drawings = skeletons(effect, lines, {
    columns,
    columnWidth: left / columns,
    headWidth,
    boneHeight: Infinity,
    again: room.again,
    size,
    measure: room.measurer(size, 400),
    measureBold,
  })
  return { size, drawings }
}
