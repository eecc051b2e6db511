import { catalogue } from '../../text/language.svelte'
import { cs } from '../../text/links.cs'
import { en } from '../../text/links.en'

/** The words of links open to the world, on the console. */
export const words = catalogue({ cs, en })
