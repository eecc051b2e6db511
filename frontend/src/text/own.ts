import { catalogue } from './language.svelte'
import { cs } from './own.cs'
import { en } from './own.en'

/** The words around what somebody wrote herself; fetched with it. */
export const own = catalogue({ cs, en })
