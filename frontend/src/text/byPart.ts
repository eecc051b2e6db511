import { cs } from './byPart.cs'
import { en } from './byPart.en'
import { catalogue } from './language.svelte'

/** What screens say of results that are told by parts of the room. */
export const byPart = catalogue({ cs, en })
