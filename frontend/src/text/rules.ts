import { catalogue } from './language.svelte'
import { cs } from './rules.cs'
import { en } from './rules.en'

/** What all screens say of the rules people vote by; fetched with the first ballot or result. */
export const rules = catalogue({ cs, en })
