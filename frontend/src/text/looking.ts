import { catalogue } from './language.svelte'
import { cs } from './looking.cs'
import { en } from './looking.en'

/** The words of steps that are over: the first screen of a phone needs none of them. */
export const looking = catalogue({ cs, en })
