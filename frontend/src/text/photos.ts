import { catalogue } from './language.svelte'
import { cs } from './photos.cs'
import { en } from './photos.en'

/** What screens say of photos beside steps. */
export const photos = catalogue({ cs, en })
