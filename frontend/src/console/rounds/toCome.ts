import type { Round } from '../../api/types'

/** The round of a step that people still vote in, now or later: the last one not closed. */
export const toCome = (rounds: Round[]): Round | undefined => rounds.findLast(({ state }) => state !== 'closed')
