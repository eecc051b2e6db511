import type { LookingWords } from './looking.cs'

export const en: LookingWords = {
  lookingBack: 'You are looking at an earlier step.',
  toNow: 'Back to what is happening now',
  toEnd: 'Back to the end of the workshop',
  draftKept: (heading: string) => `The step “${heading}” is closed. What you began to write in it is kept.`,
  draftShow: 'Show the unfinished text',
}
