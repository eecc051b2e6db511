import { cs } from './answers.cs'
import { en } from './answers.en'
import { catalogue } from './language.svelte'

/** The words of the console about feedback: what is asked, and what was answered. */
export const answers = catalogue({ cs, en })
