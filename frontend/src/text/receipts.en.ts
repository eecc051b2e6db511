import type { ReceiptWords } from './receipts.cs'

export const en: ReceiptWords = {
  looking: 'Looking for your ballot in the list of all…',
  look: 'Find my ballot in the list',
  again: 'Try again',
  counted: 'Your ballot is counted.',
  says: 'It is in the list of all ballots with what you gave:',
  other: 'Your ballot is in the list with something other than you gave.',
  otherSays: 'In the list it says:',
  missing: 'Your ballot is not in the list.',
  tell: 'Tell the facilitator at once and show the receipt. Keep it until it is explained.',
  receipt: (n: string) => `The receipt of your ballot: ${n}`,
  explain:
    'By it you find the ballot in the minutes, too, if they have ballots. Nobody else knows that it is yours.',
  gone: 'an idea that is not here any more',
  forget: 'Forget my ballot on this device',
}
