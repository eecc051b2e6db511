import { catalogue } from './language.svelte'
import { cs } from './room.cs'
import { en } from './room.en'

/** The words of what a facilitator does to the whole room. */
export const room = catalogue({ cs, en })
