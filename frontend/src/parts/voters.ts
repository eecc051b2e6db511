import type { DivisionPart, Round } from '../api/types'
import { said } from '../text/result'

/** Knows what parts are called: LiveWorkshop, or a part of one. */
interface Room {
  part: (id: string) => DivisionPart | undefined
}

/** Who votes in a round, or has, where that is not everybody whose step it is; else empty. */
export function votersOf(room: Room, { parts, state }: Pick<Round, 'parts' | 'state'>): string {
  const who = (parts ?? []).flatMap((id) => room.part(id)?.heading ?? []).join(', ')
  if (!who) return ''
  return state === 'closed' ? said().someVoted(who) : said().someVote(who)
}
