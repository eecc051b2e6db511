import { cs } from './combined.cs'
import { en } from './combined.en'
import { catalogue } from './language.svelte'

/** What screens say of several rounds as one standing. */
export const combined = catalogue({ cs, en })
