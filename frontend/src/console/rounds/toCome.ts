import type { Round } from '../../api/types'

/** The round of a step that people still vote in, now or later: the last one not closed. */
export const toCome = (rounds: Round[]): Round | undefined =>
  rounds.filter(({ state }) => state !== 'closed').at(-1)
