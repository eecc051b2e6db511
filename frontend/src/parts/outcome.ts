import type { Outcome } from '../live/sections'
import { said } from '../text/result'

/** What is known of how a round was voted, as a sentence; nothing where nothing is. */
export function saidOf({ isCounted, voters, given }: Outcome): string {
  const parts = [
    ...(isCounted ? [] : [said().unknown]),
    ...(voters === undefined ? [] : [said().voters(voters)]),
    ...(given === undefined ? [] : [said().given(given)]),
  ]
  const sentence = parts.join(', ')
  return sentence && `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`
}
