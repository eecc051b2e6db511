import type { PhoneWords } from './phone.cs'
import { plural } from './plural'

export const en = {
  join: {
    heading: 'Join the workshop',
    code: 'Code on the wall',
    hint: 'Six characters, on a ticket eight. Capitals do not matter.',
    enter: 'Enter',
    entering: 'Entering…',
    short: (n: number) => `A code has six characters, this one has ${n}. Please check it on the wall.`,
    lost: 'Your place in the workshop is no longer valid. Please enter the code again. What you wrote and did not send is still on this device.',
    left: 'Done. Nothing of yours is left on this device.',
    kept: 'What you wrote into the workshop stays there.',
    back: 'Back to the workshop you are in',
    nameless: 'No name and no registration needed.',
  },
  workshop: {
    nth: (n: number) => `Workshop ${n}`,
    loading: 'Loading the workshop…',
    notLoaded:
      'This part could not be loaded. Please check your connection. What you wrote is kept on this device.',
    loadAgain: 'Try again',
    menu: 'Overview',
    here: (n: number) => plural('en', n, { one: 'You are the first one here.', other: '# of you are here.' }),
  },
  waiting: {
    heading: 'You are in',
    soon: 'We begin in a moment. Please keep this page open, the next step will show by itself.',
    hint: 'You will write short ideas and vote, each for yourself. Nobody sees a name, and everything can be corrected.',
    shut: 'The workshop is not open yet. Please keep this page open, it will show by itself.',
  },
  ended: {
    heading: 'The workshop is over',
  },
  steps: {
    isClosed: 'This step is closed. You can look at it.',
    began: (heading: string) => `New step: ${heading}`,
  },
  write: {
    idea: 'Your idea',
    cause: 'Cause',
    send: 'Send',
    nothing: 'Please write something first.',
  },
  ideas: {
    source: (source: string) => `Source: ${source}`,
  },
  topics: {
    loose: 'Without a topic',
  },
  round: {
    began: 'The voting has begun.',
    ended: 'The voting has ended.',
  },
} satisfies PhoneWords
