import { cs } from './handing.cs'
import { en } from './handing.en'
import { catalogue } from './language.svelte'

/** The words of a device that several people use. */
export const handing = catalogue({ cs, en })
