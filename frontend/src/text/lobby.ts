import { catalogue } from './language.svelte'
import { cs } from './lobby.cs'
import { en } from './lobby.en'

/** The words of the lobby. */
export const lobby = catalogue({ cs, en })
