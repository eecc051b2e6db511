import { cs } from '../text/console.cs'
import { en } from '../text/console.en'
import { catalogue } from '../text/language.svelte'

/** The words of the console in the reader's language. */
export const words = catalogue({ cs, en })
