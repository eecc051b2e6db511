import { catalogue } from './language.svelte'
import { cs } from './promises.cs'
import { en } from './promises.en'

/** The words of the console about promises: open tasks of earlier workshops. */
export const promises = catalogue({ cs, en })
