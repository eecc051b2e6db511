import { plural } from './plural'

const given = (n: number) => plural('en', n, { one: '# answer', other: '# answers' })

export const en = {
  title: 'Feedback',
  answered: (n: number) =>
    n === 0
      ? 'Nobody has answered yet.'
      : plural('en', n, { one: '# person answered.', other: '# people answered.' }),
  openUntil: (when: string) => `People can answer on their phones until ${when}.`,
  closed: 'Nobody can answer any more.',
  never: 'People cannot answer yet.',
  close: 'Close now',
  open: 'Open for a day',
  withheld:
    'Texts are shown once at least three people have answered, or the feedback is closed. Until then one could tell whose they are.',
  mean: (mean: string, n: number) => `Mean ${mean} of 5 (${given(n)})`,
  score: 'Score',
  count: 'Answers',
  noTexts: 'Nobody wrote anything.',
  hide: 'Hide',
  hideWhat: (text: string) => `Hide, keep out of the minutes: ${text}`,
  showAgain: (text: string) => `Show again: ${text}`,
  hidden: 'hidden, not in the minutes',
  show: 'Show',
  remove: 'Remove',
  removeWhat: (text: string) => `Remove for good: ${text}`,
  removeAsk: 'Remove the answer for good?',
  removeHow: 'It cannot be taken back. It goes from everywhere but approved versions of the minutes.',
  group: 'How the group found it before',
  groupCaption: 'Mean score of the workshops of this group',
  workshop: 'Workshop',
  average: 'Mean',
  line: (means: string) => `Means from the oldest workshop on: ${means}.`,
  inMinutes: 'It is in the minutes only if you say so, on the Minutes tab under Layout.',
  ask: {
    lead: 'What phones ask when you end the workshop. People answer anonymously, for a day. Copies of the workshop and templates take the questions along.',
    question: (n: number) => `Question ${n}`,
    text: 'The question',
    kind: 'How it is answered',
    kinds: { scale: 'with a score from 1 to 5', text: 'in words' },
    low: 'What 1 means',
    high: 'What 5 means',
    on: 'Ask this',
    up: (n: number) => `Move question ${n} up`,
    down: (n: number) => `Move question ${n} down`,
    remove: (n: number) => `Remove question ${n}`,
    add: 'Add a question',
    save: 'Save the questions',
    saved: 'Saved',
    none: 'All questions are off: phones will ask nothing after the workshop.',
    changed: 'Somebody else has changed the questions meanwhile. Your wording stays here; saving replaces theirs.',
    theirs: 'Load theirs',
  },
  mail: {
    send: 'Write an e-mail with the link',
    hint: 'Your mail program opens with a text ready. You add who it goes to.',
    subject: (name: string) => `Minutes: ${name}`,
    body: (name: string, link: string) =>
      `Hello,\n\nthe minutes of the workshop “${name}” have been published. You can read them here:\n${link}\n\nThank you for taking part.\n`,
  },
}
