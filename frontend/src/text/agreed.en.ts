import type { AgreedWords } from './agreed.cs'
import { amount } from './plural'

export const en: AgreedWords = {
  resolution: (number) => `Decision ${number}`,
  part: (letter) => `${letter})`,
  moved: (name) => `moved by ${name}`,
  for: (n) => `for ${amount('en', n)}`,
  against: (n) => `against ${amount('en', n)}`,
  abstained: (n) => `abstained ${amount('en', n)}`,
  passed: 'carried',
  failed: 'not carried',
  consensus: 'by consensus, nobody objected',
  byVotes: 'by voting',
  votedOn: (texts: string[]) =>
    texts.every(Boolean) ? `voted on as: ${texts.join(' · ')}` : 'voted on in another wording',
  owners: (names) => `owner: ${names}`,
  everyone: 'everybody',
  nobody: 'owner: not known yet',
  due: (when) => `due: ${when}`,
  lastTime: (when) => `last time ${when || 'without a date'}`,
  state: { open: 'open', done: 'done', moved: 'moved', dropped: 'dropped' },
  madeFrom: 'made from:',
  noDecisions: 'Nothing has been decided yet.',
  noTasks: 'There are no tasks yet.',
}
