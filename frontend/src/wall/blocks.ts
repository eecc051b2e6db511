import { isFirst, type ResultGroup } from '../live/results'
import type { Outcome, Section, ShownIdea } from '../live/sections'
import type { Ruler } from '../parts/lines'
import type { Block, Row } from './setting'

// What stands beside and around texts, in sizes of their letters: Spread.svelte,
// Ideas.svelte and Results.svelte draw it so.
const bar = 1.14
const number = 2.2
const indent = 1
/** The letters of a place against those of its idea: read from where the idea is read. */
export const placeLetters = 0.85
/** The height of a place that stands under its idea. */
const placeHeight = 1.2 * placeLetters
/** Between an idea and its points, and between those and its place. */
const gap = 0.5

/** What the rows of a step say: blocks for the layout, ideas by id for drawing. */
export interface Shown {
  blocks: Block[]
  ideas: ReadonlyMap<string, ShownIdea>
}

export const headingRow = (id: string, text: string): Row => ({
  id,
  text,
  beside: 0,
  around: 0.45,
  letters: 1,
  lineHeight: 1.2,
  isBold: true,
})

const inMap = (shown: ShownIdea[]) => new Map(shown.map((one) => [one.idea.id, one]))
const marked = (one: ShownIdea, text: string) => (one.idea.marked ? `${text}\u00a0⚫` : text)

/** Ideas in the order collected, under their topics where there are some. */
export function ideaBlocks(
  parts: Section[],
  hasNumbers: boolean,
  textOf: (one: ShownIdea) => string,
  headingOf: (part: Section) => string,
): Shown {
  const rows = new Map<string, Row>()
  const rowOf = (one: ShownIdea): Row => {
    const row: Row = {
      id: one.idea.id,
      text: marked(one, textOf(one)),
      beside: bar + one.depth * indent + (hasNumbers ? number : 0),
      around: 0.4,
      letters: 1,
      lineHeight: 1.25,
      isBold: false,
      above: one.idea.parent ? rows.get(one.idea.parent) : undefined,
    }
    rows.set(row.id, row)
    return row
  }
  const shown = parts.map((part) => part.ideas.filter((one) => hasNumbers || !one.idea.hidden))
  const isDivided = parts.some((part) => part.topic)
  return {
    blocks: parts.map((part, i) => ({
      ...(isDivided && { heading: headingRow(part.topic?.id ?? '', headingOf(part)) }),
      rows: shown[i]!.map(rowOf),
    })),
    ideas: inMap(shown.flat()),
  }
}

/** The winner's letters against those of the others: where many share the first place nobody stands out. */
const winner = { alone: 1.5, shared: 1.2 }
const fewShare = 2
/** The letters of the line under an idea, and its height. */
export const lineLetters = 0.75
const lineHeight = 1.2 * lineLetters

/** What a result shows: its points and places stand under each other. */
export interface ShownResult extends Shown {
  pointsWidth: number
  placeWidth: number
  /** The winner's letters against those of the others. */
  winner: number
}

/** Ideas with what a round says of them; the first place is larger. Its
 * place stands beside an idea, or under it. */
export function resultBlocks(
  groups: ResultGroup[],
  outcome: Outcome,
  ruler: Ruler,
  textOf: (one: ShownIdea) => string,
  headingOf: (group: ResultGroup) => string,
  pointsOf: (one: ShownIdea) => string,
  placeOf: (one: ShownIdea) => string,
  lineOf: (one: ShownIdea) => string,
  isUnder: boolean,
): ShownResult {
  const all = groups.flatMap(({ ideas }) => ideas)
  const isFirstOf = ({ idea }: ShownIdea) => isFirst(outcome.results.get(idea.id))
  const first = all.filter(isFirstOf).length > fewShare ? winner.shared : winner.alone
  const lettersOf = (one: ShownIdea) => (isFirstOf(one) ? first : 1)
  const widthOf = (text: string, letters: number) => (text ? ruler.word(text, true) * letters + gap : 0)
  const pointsWidth = Math.max(0, ...all.map((one) => widthOf(pointsOf(one), lettersOf(one))))
  const placeWidth = Math.max(0, ...all.map((one) => widthOf(placeOf(one), placeLetters)))
  const rowOf = (one: ShownIdea): Row => ({
    id: one.idea.id,
    text: marked(one, textOf(one)),
    beside: number + pointsWidth + (isUnder ? 0 : placeWidth),
    around: 0.45 + (lineOf(one) ? lineHeight : 0) + (isUnder && placeOf(one) ? placeHeight : 0),
    letters: lettersOf(one),
    lineHeight: 1.2,
    isBold: isFirstOf(one),
  })
  return {
    blocks: groups.map((group) => ({
      ...(groups.length > 1 && { heading: headingRow(group.topic?.id ?? '', headingOf(group)) }),
      rows: group.ideas.map(rowOf),
    })),
    ideas: inMap(all),
    pointsWidth,
    placeWidth,
    winner: first,
  }
}
