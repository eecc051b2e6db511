/** Decisions as offices number them, and what is said of a decision or a task
 * beside its text. Pure: rows of the feed in, words out. */
import type { Decision, Task } from '../api/types'
import { bySibling } from './order'

/** What the numbers come from: LiveWorkshop, or a part of one. */
interface Workshop {
  head: { number: number } | undefined
  steps: { id: string }[]
  decisionsOf: (step: string) => Decision[]
}

interface Words {
  resolution: (number: string) => string
  part: (letter: string) => string
}

/**
 * What stands before each decision: "Usnesení 3/1", its parts "a)", "b)". They
 * are counted through the whole workshop; what people have numbered themselves
 * counts and keeps its own number, as in the minutes.
 */
export function numbersOf(live: Workshop, words: Words): Map<string, string> {
  const numbers = new Map<string, string>()
  const prefix = words.resolution('').trim().toLowerCase()
  let decided = 0
  for (const step of live.steps) {
    const under = bySibling(live.decisionsOf(step.id), (decision) => decision.parent)
    const parts = (id: string) =>
      under.get(id)?.forEach((part, at) => {
        numbers.set(part.id, words.part(letters(at)))
        parts(part.id)
      })
    for (const { id, text } of under.get('') ?? []) {
      decided++
      const number = live.head?.number ? `${live.head.number}/${decided}` : `${decided}`
      if (!text.trim().toLowerCase().startsWith(prefix)) numbers.set(id, words.resolution(number))
      parts(id)
    }
  }
  return numbers
}

/** a, b, … z, aa, ab: the place of a part among its siblings from 0. */
export function letters(at: number): string {
  const last = String.fromCharCode(97 + (at % 26))
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last
}

interface DecisionWords {
  moved: (name: string) => string
  for: (n: number) => string
  against: (n: number) => string
  abstained: (n: number) => string
  consensus: string
  byVotes: string
}

/** Who moved a decision, how it was decided and with what result; empty where nothing is known. */
export function saidOfDecision({ mover, how, result, ...votes }: Decision, words: DecisionWords): string {
  return [mover && words.moved(mover), howDecided(how, votes, words), result].filter(Boolean).join(' · ')
}

function howDecided(
  how: Decision['how'],
  votes: Pick<Decision, 'for' | 'against' | 'abstain'>,
  words: DecisionWords,
) {
  if (how === 'consensus') return words.consensus
  const counts = [
    votes.for !== undefined && words.for(votes.for),
    votes.against !== undefined && words.against(votes.against),
    votes.abstain !== undefined && words.abstained(votes.abstain),
  ]
  return counts.filter(Boolean).join(', ') || (how === 'votes' ? words.byVotes : '')
}

interface TaskWords {
  owners: (names: string) => string
  everyone: string
  nobody: string
  due: (when: string) => string
  state: Record<'open' | 'done' | 'moved' | 'dropped', string>
}

/** Who answers for a task, until when, and what became of it. */
export function saidOfTask(task: Task, words: TaskWords, language: string): string {
  const { everyone, state, reason } = task
  const names = [...(everyone ? [words.everyone] : []), ...(task.owners ?? [])]
  const beside = task.due_date && task.due ? ` (${task.due})` : ''
  const when = dueOf(task, language) + beside
  const became = state && state !== 'open' ? words.state[state] + (reason ? ` (${reason})` : '') : ''
  return [names.length > 0 ? words.owners(names.join(', ')) : words.nobody, when && words.due(when), became]
    .filter(Boolean)
    .join(' · ')
}

/** When a task is due: the day as the language writes it, else in words. */
export function dueOf({ due, due_date }: Pick<Task, 'due' | 'due_date'>, language: string): string {
  if (!due_date) return due ?? ''
  const day = new Date(`${due_date}T00:00:00Z`)
  const month = language === 'cs' ? 'numeric' : 'long'
  const written = language === 'cs' ? 'cs' : 'en-GB' // a day as it may be typed again
  return day.toLocaleDateString(written, { timeZone: 'UTC', day: 'numeric', month, year: 'numeric' })
}
