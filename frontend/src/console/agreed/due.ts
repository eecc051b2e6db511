/** A due date as a person types it: a day, or words. Pure. */
import type { Task } from '../../api/types'

/** What a task is told of it; one of them is always empty. */
export interface Due {
  due: string
  due_date: string
}

/** Reads what was typed: "15. 1.", "15. 1. 2027", "15. ledna", "15 January 2027"
 * or "2027-01-15" is a day; without a year the next such day. Anything else stays
 * words. Undefined: it looks like a day, but there is none like that.
 *
 * @param today as an ISO date */
export function readDue(typed: string, today: string): Due | undefined {
  const text = typed.trim()
  const looks = iso(text) ?? numbers(text) ?? named(text)
  if (!looks) return { due: text, due_date: '' }
  const date = looks.year === undefined ? nextSuch(looks, today) : dayOf(looks.year, looks.month, looks.day)
  return date === undefined ? undefined : { due: '', due_date: date }
}

/** What a task is told of another due date: words that stand beside a day stay when the day is moved. */
export function dueChange(task: Pick<Task, 'due' | 'due_date'>, { due, due_date }: Due) {
  const made_from = { due: task.due ?? '', due_date: task.due_date ?? '' }
  const isBeside = due_date !== '' && made_from.due_date !== '' && made_from.due !== ''
  return isBeside ? { due_date, made_from } : { due, due_date, made_from }
}

interface Looks {
  year: number | undefined
  month: number
  day: number
}

function iso(text: string): Looks | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? []
  return year ? { year: Number(year), month: Number(month), day: Number(day) } : undefined
}

function numbers(text: string): Looks | undefined {
  const [, day, month, year] = /^(\d{1,2})\.\s*(\d{1,2})\.(?:\s*(\d{4}))?$/.exec(text) ?? []
  return day ? { year: year ? Number(year) : undefined, month: Number(month), day: Number(day) } : undefined
}

function named(text: string): Looks | undefined {
  const [, day, name = '', year] = /^(\d{1,2})\.?\s+(\p{L}+)(?:\s+(\d{4}))?$/u.exec(text) ?? []
  const month = months.findIndex((names) => names.includes(name.toLowerCase())) + 1
  return day && month > 0 ? { year: year ? Number(year) : undefined, month, day: Number(day) } : undefined
}

/** The names of each month as they stand behind a day. */
const months = Array.from({ length: 12 }, (_, month) =>
  ['cs', 'en'].map((language) => {
    const parts = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
    const name = parts.formatToParts(Date.UTC(2024, month, 1)).find(({ type }) => type === 'month')
    return name?.value.toLowerCase() ?? ''
  }),
)

/** This year's or, where that has passed, the next; 29 February in the next leap year. */
function nextSuch({ month, day }: Looks, today: string): string | undefined {
  const year = Number(today.slice(0, 4))
  const tries = Array.from({ length: 9 }, (_, more) => dayOf(year + more, month, day))
  return tries.find((date) => date !== undefined && date >= today)
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isSuch = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isSuch ? date.toISOString().slice(0, 10) : undefined
}
