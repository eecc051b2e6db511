import type { Vote } from '../api/types'
import type { Said } from './rule'

// Apart from the rest of voting: phones load this first.

/** What a vote says, as it is kept. */
export const saidBy = ({ value, values }: Vote): Said => values ?? value

/** A vote as it is sent. */
export const voteOf = ([entry, said]: [string, Said]): Vote =>
  typeof said === 'object' ? { entry, value: 0, values: said } : { entry, value: said }
