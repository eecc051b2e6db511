import { cs } from './admission.cs'
import { en } from './admission.en'
import { catalogue } from './language.svelte'

/** The words of how people get in, and of their devices. */
export const admission = catalogue({ cs, en })
