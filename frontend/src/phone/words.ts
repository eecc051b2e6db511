import { catalogue } from '../text/language.svelte'
import { cs } from '../text/phone.cs'
import { en } from '../text/phone.en'

/** The words of the phone. */
export const words = catalogue({ cs, en })
