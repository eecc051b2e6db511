import { plural } from './plural'
import type { SignalWords } from './signals.cs'

export const en: SignalWords = {
  timer: 'Timer',
  left: (seconds) =>
    seconds < 60
      ? plural('en', seconds, { one: '# second left.', other: '# seconds left.' })
      : plural('en', Math.round(seconds / 60), { one: '# minute left.', other: '# minutes left.' }),
  lastMinute: 'The last minute begins.',
  over: 'Time is up',
  paused: 'paused',
  atEnd: 'When a timer ends',
  silent: 'Silent',
  heard: 'Sound and vibration',
  message: 'Message',
  messageSays: (text) => `Message: ${text}`,
  hideMessage: 'Hide',
  tell: 'Let us know',
  done: 'Done',
  hand: 'Raise hand',
  handDown: 'The facilitator has lowered your hand.',
  leave: 'Leave this device',
  leaveWhat:
    'Nothing of yours stays on this device: not your seat, not the texts you have begun, not what was not sent yet. Your dots in voting that is under way are taken back. What is counted already stays.',
  removeToo: 'Also remove what I wrote',
  removeWhat:
    'Possible in a step that is still open, and erased for good. What people vote on or have voted on, what others built on, and what stands in approved minutes stays. Copies made before (a downloaded file, a backup, a copied workshop) stay as they are.',
  leaveNow: 'Leave and erase',
  leaving: 'Leaving…',
  stay: 'Stay',
}
