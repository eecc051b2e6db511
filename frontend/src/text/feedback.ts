import { cs } from './feedback.cs'
import { en } from './feedback.en'
import { catalogue } from './language.svelte'

/** The words of what a phone shows when the workshop has ended. */
export const feedback = catalogue({ cs, en })
