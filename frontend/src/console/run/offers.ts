/** What is offered about a step beside the green button: nothing that can only
 * fail, and nothing that nobody would see. Pure. */
export type Offer = 'reveal' | 'go-blind' | 'close' | 'reopen' | 'open'

export interface Standing {
  workshop: string
  step: string
  /** The screens are at another step. */
  elsewhere: boolean
  blind: boolean
  /** Nothing is written in it. */
  empty: boolean
  /** People write in it. */
  written: boolean
  /** People vote on it. */
  frozen: boolean
  /** People vote on the step where the screens are: it cannot be left. */
  voting: boolean
}

const offers: Record<Offer, (now: Standing) => boolean> = {
  reveal: (now) => now.blind && (now.elsewhere || now.empty),
  'go-blind': (now) => now.workshop !== 'ended' && now.step === 'open' && !now.blind && now.written && !now.frozen,
  close: (now) => now.workshop !== 'ended' && now.step === 'open' && !now.frozen,
  reopen: (now) => now.workshop === 'open' && !now.elsewhere && now.step !== 'open',
  open: (now) => now.workshop === 'open' && now.elsewhere && !now.voting,
}

export function offered(now: Standing): Set<Offer> {
  const all = Object.keys(offers) as Offer[]
  return new Set(all.filter((offer) => offers[offer](now)))
}
