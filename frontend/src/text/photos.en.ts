import type { cs } from './photos.cs'

export const en: typeof cs = {
  title: (n) => (n > 0 ? `Photos (${n})` : 'Photos'),
  beside: 'Material',
  hint: 'Flip charts, notes on the wall, or a table or a chart that people work over. Each step has six at most.',
  file: 'Photo (JPEG or PNG of up to 12 MB)',
  text: 'What is on the photo',
  textHint: 'Read aloud to people who cannot see the photo, and printed under it in the minutes.',
  shown: 'Show to everybody on phones and on the wall',
  minutesOnly: 'for the minutes only',
  forAll: 'everybody sees it',
  add: 'Add the photo',
  adding: 'Uploading…',
  remove: (text) => `Remove the photo: ${text}`,
  erase: 'Erase for good…',
  eraseOne: (text) => `Erase for good: ${text}`,
  eraseAsk: 'Erase the photo for good?',
  eraseWhat:
    'The photo and what it says go from the workshop (from other steps that have the same photo, too), from the history, from the automatic backups and from all versions of the minutes, approved and published ones included. Only […] is left of it. This cannot be taken back.',
  eraseNot:
    'What was made before stays: files that were downloaded or printed, backups made by hand, copies of the workshop and templates.',
  eraseNow: 'Erase for good',
  show: (text) => `Show to everybody: ${text}`,
  open: (text) => `Enlarge: ${text}`,
  full: 'Open in full size',
  leftOut: 'The photo is not here: it was left out of the minutes that this workshop was made from.',
  tooLarge: (mb) => `The file has ${mb} MB, and there is room for 12 MB. Choose a smaller one.`,
}
