import { catalogue } from './language.svelte'
import { cs } from './receipts.cs'
import { en } from './receipts.en'

/** The words of the phone about finding one's own ballot. */
export const receipts = catalogue({ cs, en })
