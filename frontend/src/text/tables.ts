import { catalogue } from './language.svelte'
import { cs } from './tables.cs'
import { en } from './tables.en'

/** The words of a divided room: tables, groups, guests. */
export const tables = catalogue({ cs, en })
