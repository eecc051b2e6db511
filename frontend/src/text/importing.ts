import { cs } from './importing.cs'
import { en } from './importing.en'
import { catalogue } from './language.svelte'

/** The words of bringing in what was made elsewhere. */
export const importing = catalogue({ cs, en })
