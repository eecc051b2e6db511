/** Decisions as offices number them, and what is said of a decision or a task
 * beside its text. Pure: rows of the feed in, words out. */
import type { Decision, Round, Task } from '../api/types'
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
  passed: string
  failed: string
  consensus: string
  byVotes: string
  votedOn: (texts: string[]) => string
}

/** Who moved a decision, how it was decided and with what result, and what was voted on where it is
 * worded otherwise now; empty where nothing is known.
 *
 * @param rounds those of its step: they know whether it has the majority */
export function saidOfDecision(
  { id, mover, how, result, voted, ...votes }: Decision,
  words: DecisionWords,
  rounds: Round[] = [],
): string {
  const passed = how === 'votes' ? hasPassed(id, votes, rounds) : undefined
  const verdict = passed === undefined ? '' : passed ? words.passed : words.failed
  return [
    mover && words.moved(mover),
    verdict,
    howDecided(how, votes, words),
    result,
    voted && words.votedOn(voted),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The newest round with a result on a decision; undefined where there is none, or nobody here knows it. */
export const voteOn = (decision: string, rounds: readonly Round[]): Round | undefined =>
  rounds.filter(({ standing = [] }) => standing.some(({ idea }) => idea === decision)).at(-1)

/** Whether a decision was carried in the newest vote on it; undefined where its counts are not those of that vote. */
function hasPassed(
  id: string,
  votes: Pick<Decision, 'for' | 'against' | 'abstain'>,
  rounds: Round[],
): boolean | undefined {
  const place = voteOn(id, rounds)?.standing?.find(({ idea }) => idea === id)
  const isOfIt = (['for', 'against', 'abstain'] as const).every((count) => place?.[count] === votes[count])
  return isOfIt ? place?.passed : undefined
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
  lastTime: (when: string) => string
  state: Record<'open' | 'done' | 'moved' | 'dropped', string>
}

/** What is known of a task, wherever it is told. */
type Known = Pick<Task, 'owners' | 'everyone' | 'due' | 'due_date' | 'state' | 'reason' | 'from' | 'passed'>

/** Who answers for a task, until when, and what became of it. Of a promise it is
 * always said how it stands. */
export function saidOfTask(task: Known, words: TaskWords, language: string): string {
  const isSaid = isPromise(task) || (task.state && task.state !== 'open')
  return [whoAndWhen(task, words, language), isSaid && standsAs(task, words)].filter(Boolean).join(' · ')
}

/** Who answers for a task and until when; of a promise also what its due date was where it is another by now. */
export function whoAndWhen(task: Known, words: TaskWords, language: string): string {
  const names = [...(task.everyone ? [words.everyone] : []), ...(task.owners ?? [])]
  const beside = task.due_date && task.due ? ` (${task.due})` : ''
  const day = whole(task, dueOf(task, language))
  const before = dueBefore(task, language)
  const moved = before !== undefined && before !== day ? ` (${words.lastTime(before)})` : ''
  const when = day && words.due(day + beside) + moved
  return [names.length > 0 ? words.owners(names.join(', ')) : words.nobody, when].filter(Boolean).join(' · ')
}

/** Where a task stands, and why. */
export function standsAs({ state, reason }: Known, words: TaskWords): string {
  return words.state[state || 'open'] + (reason ? ` (${reason})` : '')
}

/** A day stands on one line. */
const whole = ({ due_date }: Pick<Task, 'due_date'>, due: string) =>
  due_date ? due.replaceAll(' ', '\u00a0') : due

/** Whether a task goes on with one of an earlier workshop. */
export const isPromise = ({ passed }: Pick<Task, 'passed'>): boolean => (passed ?? 0) > 1

/** How a promise was due in the workshop it comes from: empty where it was not, undefined for what is no promise. */
function dueBefore(task: Pick<Known, 'from' | 'passed'>, language: string): string | undefined {
  return isPromise(task) && task.from ? whole(task.from, dueOf(task.from, language)) : undefined
}

/** When a task is due: the day as the language writes it, else in words. */
export function dueOf({ due, due_date }: Pick<Task, 'due' | 'due_date'>, language: string): string {
  if (!due_date) return due ?? ''
  const day = new Date(`${due_date}T00:00:00Z`)
  const month = language === 'cs' ? 'numeric' : 'long'
  const written = language === 'cs' ? 'cs' : 'en-GB' // a day as it may be typed again
  return day.toLocaleDateString(written, { timeZone: 'UTC', day: 'numeric', month, year: 'numeric' })
}
