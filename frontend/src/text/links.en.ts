import type { LinksWords } from './links.cs'
import { plural } from './plural'

const inputs = (n: number) => plural('en', n, { one: '# input', other: '# inputs' })

export const en: LinksWords = {
  harvest: 'Collect by a link',
  harvestLead:
    'Send the link in advance, or put up its QR code. Whoever has it writes without signing in, even before the workshop has begun.',
  late: 'Collect after the workshop by a link',
  lateLead:
    'Phones that took part show the link, and so do the published minutes. What comes waits here until you settle it.',
  states: { early: 'not open yet', open: 'open', closed: 'closed', full: 'full' },
  state: (state: string) => `The link is ${state}.`,
  opens: 'Opens',
  closes: 'Closes',
  looked: 'I look at each input first',
  lookedHint:
    'Nobody else sees an input before you accept it. Without this it is in the step at once, for all to see.',
  reader: 'Who reads the inputs',
  readerHint: 'Said on the page to those who send something: It is read by …',
  most: 'Most inputs',
  make: 'Prepare the link',
  save: 'Save',
  settings: 'Settings of the link',
  shut: 'Close now',
  reopen: 'Open again',
  address: 'Link for inputs',
  copy: 'Copy the link',
  copied: 'Copied',
  qr: 'QR code of the link for inputs',
  qrPage: 'Show the QR code',
  source: (from: string, to: string) => `Sent by a link, ${from} – ${to}`,
  taken: (n: number) => (n === 0 ? 'Nothing has come yet.' : `${inputs(n)} came.`),
  waiting: (n: number) =>
    plural('en', n, { one: '# input waits to be settled', other: '# inputs wait to be settled' }),
  settled: (n: number) => `Settled (${n})`,
  acceptAll: (n: number) => `Accept all (${n})`,
  further: 'Show more',
  anonymous: 'no name',
  accept: 'Accept',
  note: 'Take note',
  reword: 'Reword and accept',
  merge: 'Merge into an idea',
  mergeHint: 'The wording stays readable in the idea you merge it into.',
  decline: 'Decline',
  drop: 'Drop',
  dropHint: 'Advertising, abuse or the same again: it appears nowhere, and can still be accepted.',
  after: 'Accept after all',
  wording: 'How it will read',
  reason: 'Why you decline it',
  reasonLate: 'Printed in the minutes with the input.',
  reasonHarvest: 'Noted down here only.',
  sentAs: (text: string) => `As it was sent: ${text}`,
  of: (text: string) => `: ${text}`,
  became: {
    waiting: 'waits',
    accepted: 'accepted',
    noted: 'noted',
    declined: 'declined',
    merged: 'merged',
    dropped: 'dropped',
  },
  unsettled: (n: number) =>
    plural('en', n, {
      one: '# input sent after the workshop is not settled yet.',
      other: '# inputs sent after the workshop are not settled yet.',
    }),
  toUnsettled: 'Look at them',
}
