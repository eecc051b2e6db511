import { catalogue } from './language.svelte'

/** What was begun where nothing can be written any more. */
export const left = catalogue({ cs: 'Rozepsáno a neodesláno', en: 'Begun and not sent' })
