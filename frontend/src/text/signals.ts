import { catalogue } from './language.svelte'
import { cs } from './signals.cs'
import { en } from './signals.en'

/** The words of what the facilitator tells all screens, and of what people tell her. */
export const signals = catalogue({ cs, en })
