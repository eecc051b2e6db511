/** What a phone offers: nothing that can only fail. Neither a locked door nor a dark wall nor a lost
 * connection takes anything away: what is written or voted then waits and is sent. Pure. */
export type Offer = 'write' | 'add-cause' | 'vote' | 'change-own' | 'done' | 'hand'

export interface Standing {
  /** State of the workshop. */
  workshop: string | undefined
  /** The step shown; none before the first and after the end. */
  step?: { state: string; method: string } | undefined
  /** The person only watches it: it is others', or she is a guest. */
  watches?: boolean | undefined
  /** People vote on it. */
  vote?: boolean
  /** People voted on it, and the result is still to be shown. */
  awaits?: boolean
  /** It shows what was voted for. */
  counted?: boolean
}

const inOpen = ({ workshop, step, watches }: Standing): boolean =>
  workshop === 'open' && step?.state === 'open' && !watches
const works = (now: Standing, ...methods: string[]): boolean =>
  inOpen(now) && !now.vote && methods.includes(now.step!.method)

const rules: Record<Offer, (now: Standing) => boolean> = {
  write: (now) => works(now, 'collect') && !now.awaits && !now.counted,
  'add-cause': (now) => works(now, 'fishbone'),
  vote: (now) => inOpen(now) && !!now.vote,
  'change-own': (now) => works(now, 'collect', 'fishbone'),
  done: (now) => works({ ...now, vote: false }, 'collect', 'fishbone'),
  hand: (now) => now.workshop === 'open',
}

export const offers = (offer: Offer, now: Standing): boolean => rules[offer](now)

/** What is offered on what I wrote. */
export type OwnAct = 'edit' | 'remove' | 'restore' | 'again' | 'discard'

export interface Own {
  state: string
  removed: boolean
  /** It was refused for a reason that may pass. */
  passing?: boolean | undefined
  /** Others have something under it. */
  shared?: boolean | undefined
}

/** standing is what the group has made of it; mayChange, whether its step offers to change what is one's own. */
export function actsOn(own: Own, standing: 'free' | 'worded' | 'kept', mayChange: boolean): Set<OwnAct> {
  const acts = new Set<OwnAct>()
  if (own.state === 'refused') acts.add('discard')
  if (!mayChange) return acts
  if (own.state === 'refused' && own.passing) acts.add('again')
  if (own.removed) return acts.add('restore')
  if (standing === 'free') acts.add('edit')
  if (standing !== 'kept' && !own.shared) acts.add('remove')
  return acts
}
