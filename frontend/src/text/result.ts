import { catalogue } from './language.svelte'
import { cs } from './result.cs'
import { en } from './result.en'

/** What all three screens say of a round that is over; fetched with the first result. */
export const said = catalogue({ cs, en })
