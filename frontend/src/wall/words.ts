import { catalogue } from '../text/language.svelte'
import { cs } from '../text/wall.cs'
import { en } from '../text/wall.en'

/** The words of the wall in the reader's language. */
export const words = catalogue({ cs, en })
