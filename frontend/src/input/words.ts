import { catalogue } from '../text/language.svelte'
import { cs } from '../text/input.cs'
import { en } from '../text/input.en'

/** The words of the page behind a link open to the world. */
export const words = catalogue({ cs, en })
