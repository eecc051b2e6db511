import type { LiveWorkshop } from '../../live/workshop.svelte'

/** What participants have before them now. */
export type OnPhones =
  'shut' | 'waiting' | 'ballot' | 'result' | 'blind' | 'writing' | 'causes' | 'text' | 'agreed' | 'reading' | 'end'

type Known = Pick<LiveWorkshop, 'head' | 'current' | 'openRound' | 'roundsOf'>

/** What phones of those who are where the facilitator leads show. Pure. */
export function onPhones(live: Known): OnPhones {
  const { head, current } = live
  if (head?.state === 'ended') return 'end'
  if (head?.state !== 'open') return 'shut'
  if (!current) return 'waiting'
  if (current.method === 'text') return 'text'
  if (live.openRound(current.id)) return 'ballot'
  if (live.roundsOf(current.id).some((round) => round.state === 'closed')) return 'result'
  if (current.method === 'decisions' || current.method === 'tasks') return 'agreed'
  if (current.state !== 'open') return 'reading'
  if (current.blind) return 'blind'
  return current.method === 'fishbone' ? 'causes' : 'writing'
}
