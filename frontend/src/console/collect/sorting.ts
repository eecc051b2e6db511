/** What a facilitator is about to do with one idea, in a sheet of its own. */
export type Asking = 'topic' | 'under' | 'merge' | 'details'
