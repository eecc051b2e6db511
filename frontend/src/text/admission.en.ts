import { plural } from './plural'

const devices = (n: number) => plural('en', n, { one: '# device', other: '# devices' })

export const en = {
  openNow: {
    open: 'The doors are open. Whoever types the code is in.',
    tickets: 'The door is open. People come in with a ticket, the code is not enough.',
    lobby: 'The door is open. Whoever enters the code waits until you let them in.',
  },
  title: 'How people get in',
  ways: { open: 'With the code', tickets: 'With a ticket', lobby: 'One by one' },
  proves: {
    open: 'Whoever has the code is in at once. But nobody can tell whether one person came in on two devices, or in a private window: a vote counts devices, not people.',
    tickets:
      'Each ticket lets one device in. Whoever was given one ticket has one ballot in each vote. A ticket cannot prove that it was not passed on; and with tickets you keep, you could come in yourself.',
    lobby:
      'Whoever scans the code waits until you let them in. You see whom you let in by the number on their phone. Whoever leaves and comes back on another device gets in if you let them.',
  },
  stay: 'This can be changed during the workshop, too. Whoever is inside stays.',
  most: 'Devices at most',
  mostHint: 'Empty: as many as come. Whoever does not fit is told to come to you.',
  save: 'Save',
  tickets: 'Tickets',
  noTickets: 'There are none yet.',
  counts: (all: number, used: number) =>
    `${plural('en', all, { one: '# ticket', other: '# tickets' })}, ${used} used`,
  add: 'How many to add',
  make: 'Add tickets',
  print: 'Print the unused ones (PDF)',
  printHint: 'Ten on an A4 page. Cut them out and give everybody one.',
  lost: 'Number of a lost ticket',
  reissue: 'Issue it anew',
  reissueHint: 'The old code stops working. Whoever came in with it loses the seat and the ballots of open votes.',
  issued: (n: number) => `Ticket no. ${n} issued anew`,
  issuedWhat: 'Have it scanned from here, or the code typed.',
  qr: 'QR code of the ticket',
  printOne: 'Print it (PDF)',
  lobby: (n: number) => plural('en', n, { one: '# person waits at the door', other: '# people wait at the door' }),
  waits: (n: number) => `${n} waiting`,
  letIn: 'Let in',
  letInOf: (n: number) => `Let number ${n} in`,
  refuse: 'Turn away',
  refuseOf: (n: number) => `Turn number ${n} away`,
  letAll: (n: number) => `Let everybody in (${n})`,
  devices: 'Devices',
  inside: (n: number) => `Inside: ${devices(n)}`,
  show: 'Show devices',
  devicesWhat:
    'Everybody finds the number of their device in the Overview on the phone. What anybody wrote or voted is never here.',
  votedWhat: 'Who has voted is shown once at least five phones have cast a ballot.',
  number: 'Number',
  came: 'Came in',
  ticket: (n: number) => `ticket no. ${n}`,
  cameBy: { open: 'with the code', tickets: 'with a ticket', lobby: 'let in by you' },
  joined: 'When',
  state: 'State',
  connected: 'connected',
  away: 'not connected',
  out: 'taken out',
  voted: 'has voted',
  notVoted: 'has not voted',
  vote: 'Vote',
  takeOut: 'Take out',
  takeOutOf: (n: number) => `Take device number ${n} out`,
  takeOutAsk: (n: number) => `Take device number ${n} out?`,
  takeOutWhat:
    'It loses its place and its ballots of open votes, and is told why on the phone. What was counted, and what it wrote, stays. You can let it back in.',
  back: 'Let back in',
  backOf: (n: number) => `Let device number ${n} back in`,
  refresh: 'Read again',
  tooMany: (ballots: number, people: number) =>
    `There are ${ballots} ballots, but by the minutes only ${people} people are present. Somebody may have voted more than once, or the number of those present is wrong.`,
}
