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

/** The board on which ideas are sorted into topics. */
export const board = {
  open: 'Sort on a board',
  title: 'Sorting ideas into topics',
  hint: 'Keys 1 to 9 send the highlighted idea to a topic, 0 sends it back to the loose ones, Z takes a step back. Several at once: tick them (or X). Dragging and pressing the name of a topic work, too.',
  back: 'Back to the list',
  loose: 'Not sorted yet',
  sendTo: (heading: string) => `Send here: ${heading}`,
  tick: (text: string) => `Select to move: ${text}`,
  inHand: (text: string) => `Next: ${text}`,
  allSorted: 'All ideas are sorted.',
  under: (n: number) => `+ ${n} under it`,
}

export const history = {
  title: 'History of changes',
  hint: 'What you did to the content of the workshop. An older change can be undone too, unless somebody has overwritten it since.',
  none: 'Nothing has changed yet.',
  older: 'Older changes',
  was: (text: string) => `Before: ${text}`,
  redo: 'Do again',
  sentence: (done: string, part: string, subject: string) =>
    subject === '' ? `${done}: ${part}` : `${done}: ${part} “${subject}”`,
  undone: (sentence: string) => `Undone – ${sentence}`,
  addedTogether: (n: number, first: string) => `Added together (${n}): “${first}” and more`,
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
    decisions: 'decision',
    tasks: 'task',
    divisions: 'division of the room',
    rounds: 'round of voting',
    drafts: 'wording of the minutes',
    questions: 'questions of the feedback',
  },
}
