import { plural } from './plural'
import type { ImportingWords } from './importing.cs'

export const en: ImportingWords = {
  file: 'From a workshop file',
  fileHint:
    'The .json file that Dílna downloads beside the minutes, or minutes as PDF with the workshop file inside. It becomes a new workshop; nothing else changes.',
  reading: 'Reading the file…',
  wrong: 'The file cannot be read. What needs correcting:',
  more: (n: number) => plural('en', n, { one: 'and # more thing', other: 'and # more things' }),
  example: 'Open an example',
  exampleHint: 'A whole real workshop in Czech, with its minutes. Try anything in it, then remove it.',
  exampleTitle: 'Example: a workshop of the group Sociální služby 2',
  open: 'Paste from a table',
  hint: 'Copy cells in Excel and paste them here, or choose a CSV or XLSX file.',
  cells: 'Copied cells',
  choose: 'Choose a CSV or XLSX file',
  notRead: 'This file cannot be read. Please save it as XLSX or CSV.',
  ideas: 'The ideas are in column',
  topics: 'The topics are in column',
  noTopics: 'there are no topics',
  headed: 'The first row names the columns',
  column: (n: number, sample: string) => `column ${n}: ${sample || 'empty'}`,
  preview: 'How it will be',
  nothing: 'There is nothing in this column.',
  rest: (n: number) => plural('en', n, { one: 'and # more idea', other: 'and # more ideas' }),
  newTopics: (n: number) => plural('en', n, { one: '# topic will be added.', other: '# topics will be added.' }),
  tooMany: (n: number) => `At most ${n} ideas can be pasted at once. Please divide the table.`,
  tooLong: (n: string) =>
    `An idea is longer than ${n} characters, or a topic longer than it may be. Please shorten them in the table.`,
  write: (n: number) => (n === 0 ? 'Add ideas' : plural('en', n, { one: 'Add # idea', other: 'Add # ideas' })),
}
