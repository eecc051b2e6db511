import { catalogue } from './language.svelte'
import { cs } from './shared.cs'
import { en } from './shared.en'

/** The words all three screens share. */
export const shared = catalogue({ cs, en })
