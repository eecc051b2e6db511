import { plural } from './plural'

export const sorting = {
  under: 'Put under an idea',
  underHint: 'It moves with everything under it.',
  byItself: 'Stand by itself',
  merge: 'Merge with an idea',
  mergeHint:
    'Choose the idea that says the same. Its wording stays here to be read, the votes add up, and you can take it out again at any time.',
  filter: 'Find an idea',
  nothing: 'There is no such idea.',
  grip: 'Drag to move the idea',
  alike: (n: number) => plural('en', n, { one: 'Maybe the same: # pair', other: 'Maybe the same: # pairs' }),
  maybe: 'Maybe the same',
  maybeHint:
    'Ideas worded much alike. Choose which wording stays in front. The other joins it and can be taken out again.',
  acrossTopics: 'Look across topics, too',
  noneAlike: 'Nothing else is alike.',
  keep: 'Merge into this',
  keepThis: (text: string) => `Merge into this: ${text}`,
  different: 'Not the same',
  merged: 'Merged ideas',
  includes: (texts: string) => `merged with: ${texts}`,
  votedOn: (texts: string[]) =>
    texts.every(Boolean) ? `voted on as: ${texts.join(' · ')}` : 'voted on in another wording',
  takeOut: 'Take out',
  takeOutOf: (text: string) => `Take out: ${text}`,
  original: 'Originally:',
  originally: (text: string) => `originally: ${text}`,
  putBack: 'Put the first wording back',
}

export const history = {
  title: 'History of changes',
  hint: 'What you did to the content of the workshop. An older change can be undone too, unless somebody has overwritten it since.',
  none: 'Nothing has changed yet.',
  older: 'Older changes',
  redo: 'Do again',
  sentence: (done: string, part: string, subject: string) =>
    subject === '' ? `${done}: ${part}` : `${done}: ${part} “${subject}”`,
  undone: (sentence: string) => `Undone – ${sentence}`,
  addedTogether: (n: number) => `Added together: ${n}`,
  redone: (sentence: string) => `Done again – ${sentence}`,
  done: {
    added: 'Added',
    removed: 'Removed',
    restored: 'Restored',
    merged: 'Merged',
    separated: 'Taken out',
    reworded: 'Reworded',
    moved: 'Moved',
    marked: 'Marked ⚫',
    unmarked: 'Mark ⚫ taken off',
    chosen: 'Chosen',
    unchosen: 'No longer chosen',
    opened: 'Opened',
    closed: 'Closed',
    changed: 'Changed',
  },
  parts: {
    workshops: 'head of the minutes',
    steps: 'step',
    topics: 'topic',
    ideas: 'idea',
    causes: 'cause',
    rounds: 'round of voting',
  },
}
