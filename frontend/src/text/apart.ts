import { cs } from './apart.cs'
import { en } from './apart.en'
import { catalogue } from './language.svelte'

/** The words of the phone's screens that are fetched apart. */
export const apart = catalogue({ cs, en })
