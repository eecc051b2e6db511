/** The one thing a facilitator most probably does next. Pure: the state of the
 * workshop in, one action out. */

export interface Now {
  workshop: { state: string; current_step: string }
  /** In the order of the agenda. */
  steps: AgendaStep[]
  /** Of all steps, in their order. */
  rounds: {
    id: string
    step: string
    state: string
    entry: string
    label: string
    voters?: number
    revealed?: boolean
  }[]
  /** How many ideas the current step has. */
  ideas: number
  /** Whether any step has ideas: topics can be chosen from them. */
  written?: boolean
}

interface AgendaStep {
  id: string
  state: string
  heading: string
  origin: string
  blind?: boolean
  marks_per_topic?: number
  /** How many topics it has. */
  topics?: number
}

export type Next =
  | { does: 'open-doors' }
  | { does: 'open-step'; step: string; heading: string; first: boolean }
  | { does: 'choose-topics'; step: string; heading: string }
  | { does: 'reveal'; step: string }
  | { does: 'open-round'; round: string; label: string }
  | { does: 'close-round'; round: string; label: string }
  | { does: 'show-result'; round: string; label: string }
  | { does: 'type-totals'; round: string; label: string }
  | { does: 'add-step' }
  | { does: 'end' }
  | { does: 'take-minutes' }

export function next(now: Now): Next {
  if (now.workshop.state === 'prepared') return { does: 'open-doors' }
  if (now.workshop.state === 'ended') return { does: 'take-minutes' }
  if (now.steps.length === 0) return { does: 'add-step' }
  return writing(now) ?? voting(now) ?? following(now)
}

/** What people wrote on their own is shown before anything else happens to it. */
function writing(now: Now): Next | undefined {
  const here = now.steps.find((step) => step.id === now.workshop.current_step)
  return here?.blind && now.ideas > 0 ? { does: 'reveal', step: here.id } : undefined
}

/** A round of the current step comes before the next step. */
function voting(now: Now): Next | undefined {
  const rounds = now.rounds.filter((round) => round.step === now.workshop.current_step)
  const open = rounds.find((round) => round.state === 'open')
  if (open) return { does: 'close-round', round: open.id, label: open.label }
  const counted = rounds.filter(
    ({ state, entry, voters }) => state === 'closed' && (entry === 'typed' || voters !== 0),
  )
  const unseen = counted.find(({ revealed }) => !revealed)
  if (unseen) return { does: 'show-result', round: unseen.id, label: unseen.label }
  const prepared = rounds.find((round) => round.state === 'prepared')
  if (!prepared || now.ideas === 0) return undefined
  const does = prepared.entry === 'typed' ? 'type-totals' : 'open-round'
  return { does, round: prepared.id, label: prepared.label }
}

/** The next step of the agenda. What is sent in after the meeting is no step
 * people go to. */
function following(now: Now): Next {
  const here = now.steps.findIndex((step) => step.id === now.workshop.current_step)
  const step = now.steps.slice(here + 1).find((step) => step.origin !== 'late')
  if (!step) return { does: 'end' }
  if (now.written && wantsTopics(step)) return { does: 'choose-topics', step: step.id, heading: step.heading }
  return { does: 'open-step', step: step.id, heading: step.heading, first: here < 0 }
}

/** A step that counts its marks by topic asks about each of them: without one its
 * question is about nobody. One that people have been to already stays as it is. */
function wantsTopics(step: AgendaStep): boolean {
  return step.state === 'waiting' && (step.marks_per_topic ?? 0) > 0 && step.topics === 0
}
