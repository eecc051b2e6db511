import { cs } from './agreed.cs'
import { en } from './agreed.en'
import { catalogue } from './language.svelte'

/** The words of what was decided and who has promised what, on every screen. */
export const agreed = catalogue({ cs, en })
