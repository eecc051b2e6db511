/** Decisions and tasks as rows of the wall. Pure. */
import type { Task } from '../api/types'
import { numbersOf, saidOfDecision, saidOfTask } from '../live/agreed'
import type { LiveWorkshop } from '../live/workshop.svelte'
import { outline, type TreeEntry } from '../parts/tree'
import type { AgreedWords } from '../text/agreed.cs'
import type { Row } from './setting'

/** What parts a row's number, its words and what is said below them; nobody types them. */
const numberEnd = '\u2060'
const saidBegins = '\n\u2060'

/** A row of the layout. What stands below the text is reckoned as a line of it: it is drawn smaller, so it has room. */
export function agreedRow(
  id: string,
  number: string,
  text: string,
  said: string,
  depth: number,
  above: Row | undefined,
): Row {
  const words = number === '' ? text : `${number.replaceAll(' ', '\u00a0')}${numberEnd} ${text}`
  return {
    id,
    text: said === '' ? words : words + saidBegins + said,
    beside: 1.14 + depth,
    around: 0.5,
    letters: 1,
    lineHeight: 1.25,
    isBold: false,
    above,
  }
}

/** What stands in a step as rows, those below others with what they stand under. */
export function agreedRows<E extends TreeEntry>(
  entries: E[],
  number: (id: string) => string,
  said: (entry: E) => string,
): AgreedLine[] {
  const made = new Map<string, Row>()
  return outline(entries).map(({ entry, depth }) => {
    const above = made.get(entry.parent ?? '')
    const row = agreedRow(entry.id, number(entry.id), entry.text, said(entry), depth, above)
    made.set(entry.id, row)
    return { row, depth }
  })
}

export interface AgreedLine {
  row: Row
  depth: number
}

/** All that was decided in a workshop and all its tasks, in the order of its steps. */
export function allAgreed(
  live: Pick<LiveWorkshop, 'head' | 'steps' | 'decisionsOf' | 'tasksOf'>,
  words: AgreedWords,
  language: string,
): { decisions: AgreedLine[]; tasks: AgreedLine[] } {
  const numbers = numbersOf(live, words)
  const numberOf = (id: string) => numbers.get(id) ?? ''
  const saidOf = (task: Task) => saidOfTask(task, words, language)
  return {
    decisions: live.steps.flatMap(({ id }) =>
      agreedRows(live.decisionsOf(id), numberOf, (one) => saidOfDecision(one, words)),
    ),
    tasks: live.steps.flatMap(({ id }) => agreedRows(live.tasksOf(id), () => '', saidOf)),
  }
}

/** The parts of a row's text again, with the breaks that the layout has put into it. */
export function linesOf(text: string): { number: string; words: string; said: string } {
  const [written = '', said = ''] = text.split(saidBegins)
  const at = written.indexOf(numberEnd)
  if (at < 0) return { number: '', words: written, said }
  return { number: written.slice(0, at), words: written.slice(at + 1).trimStart(), said }
}

/** What has come or changed since: the last such row; undefined at first, and where there is none. */
export function newestOf(
  known: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): string | undefined {
  if (known.size === 0) return now.size === 1 ? [...now.keys()][0] : undefined
  return [...now.keys()].filter((id) => known.get(id) !== now.get(id)).at(-1)
}
