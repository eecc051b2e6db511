import type { ApartWords } from './apart.cs'
import { plural } from './plural'

export const en: ApartWords = {
  looking: {
    back: 'You are looking at an earlier step.',
    toNow: 'Back to what is happening now',
    toEnd: 'Back to the end of the workshop',
    draftKept: (heading: string) => `The step “${heading}” is closed. What you began to write in it is kept.`,
    draftShow: 'Show the unfinished text',
  },
  fishbone: {
    effect: 'What the causes are about',
    add: 'Add a main cause',
    addUnder: (what: string) => `Add a cause to: ${what}`,
    why: (what: string) => `What is behind it: ${what}`,
    none: 'No cause yet. What is behind it?',
    under: (what: string) => `under: ${what}`,
    main: 'main cause',
    causes: 'Causes',
  },
  steps: {
    heading: 'Steps of the workshop',
    now: 'now',
    closed: 'closed',
    none: 'No step has begun yet.',
  },
  ideas: {
    blind: 'Now everybody writes on their own. You will see what others wrote once everybody has finished.',
    all: (n: number) => plural('en', n, { one: '# idea so far', other: '# ideas so far' }),
    inClosed: (n: number) => plural('en', n, { one: '# idea', other: '# ideas' }),
    none: 'Nothing here yet. Be the first.',
    hidden: '(hidden)',
    noneInClosed: 'Nothing was said in this step.',
    my: 'mine',
    merged: (texts: string) => `merged with: ${texts}`,
    voted: (texts: string[]) =>
      texts.every(Boolean) ? `voted on as: ${texts.join(' · ')}` : 'voted on in another wording',
    marked: 'marked',
  },
  menu: {
    settings: 'Settings',
    elsewhere: 'Enter the code of another workshop',
    seat: 'Your place in the workshop stays on this device, also when you close the page.',
  },
  topics: {
    heading: 'Choose a topic',
    back: 'All topics',
    next: 'Next topic',
    count: (n: number) => plural('en', n, { one: '# idea', other: '# ideas' }),
  },
  round: {
    heading: 'Voting',
    change: 'You can change your mind until the voting ends.',
    nth: (n: number) => `Round ${n}`,
    among: 'We vote again, on some of the ideas only.',
    awaits: (voted: boolean) =>
      `Voting has ended${voted ? ', and your ballot is in' : ''}. Everybody will see the result at the same moment.`,
    propose: 'Propose something else',
    proposal: 'Your proposal',
    proposeHint: 'A proposal appears at once at the end of everybody’s ballot. You can add three at most.',
    result: 'Result of the voting',
    counted: 'Your votes are counted.',
    notCounted: 'Your ballot was not complete, so it is not counted.',
  },
  ended: {
    thanks: 'Thank you for being part of it.',
    minutes: 'You will get the minutes from the person who led the workshop.',
    look: 'What we made together',
    unsent: 'Something you wrote has not been sent yet. Please keep the page open for a while.',
  },
}
