import type { Outcome } from '../live/sections'
import { shared } from '../text/shared'

/** What is known of how a round was voted, as a sentence; nothing where nothing is. */
export function saidOf({ isCounted, voters, given }: Outcome): string {
  const parts = [
    ...(isCounted ? [] : [shared().result.unknown]),
    ...(voters === undefined ? [] : [shared().result.voters(voters)]),
    ...(given === undefined ? [] : [shared().result.given(given)]),
  ]
  const sentence = parts.join(', ')
  return sentence && `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`
}
