import { plural } from './plural'
import type { preparing as cs } from './preparing.cs'

/** What is said while a workshop is being prepared. */
export const preparing = {
  templates: {
    steps: (n: number) => plural('en', n, { one: '# step', other: '# steps' }),
    own: 'your template',
    show: 'Show the steps',
    rename: 'Rename the template',
    remove: 'Remove the template',
    removeAsk: (name: string) => `Really remove the template ${name}? Workshops made from it stay.`,
    menu: (name: string) => `Options of the template ${name}`,
    name: 'Name of the template',
    save: 'Save as a template',
    saveHint:
      'Steps, questions, topics, rules of votes, times and your own checklist are saved. Nothing of what people wrote.',
    saved: 'The template is saved. You will find it when you start a new workshop.',
  },
  copy: {
    title: 'With this workshop',
    make: 'Prepare the next workshop',
    lead: 'A new workshop is made with the same steps, the next number and a code of its own. This one does not change.',
    date: 'When it will be',
    dateHint: 'You can say so later.',
    bring: 'What to bring along',
    openTasks: (n: number) =>
      `What we promised: ${plural('en', n, { one: '# open task', other: '# open tasks' })}`,
    openTasksHint: 'They become the first step. There, one press says what became of each.',
    attendance: (n: number) => `Names of the people (${n})`,
    attendanceHint:
      'Those present or excused and the guests stand in the head already. You correct it once you know who came.',
    whole: (heading: string) => `The whole step ${heading}`,
    bringHint: 'Texts of whole steps come along and say their source. Votes, marks and choices stay here.',
    nothing: 'No step has any content yet; only the steps are copied.',
    best: 'The best ideas, into the same steps',
    noBest: 'none',
    bestBy: { chosen: 'the chosen ones', votes: 'the first by votes' },
    most: 'How many of each step',
    ties: 'Those that share the last place come, too.',
    comes: 'The next workshop gets:',
    agendaOnly: 'the steps only, without content',
    ideasOf: (n: number, heading: string) =>
      `${plural('en', n, { one: '# idea', other: '# ideas' })} of the step ${heading}`,
    wholeOf: (heading: string) => `the whole step ${heading}`,
    people: (n: number) => plural('en', n, { one: '# name', other: '# names' }),
    create: 'Start the next workshop',
  },
  plan: {
    minutes: 'How many minutes',
    minutesHint: '0: you do not plan the time of this step.',
    at: (time: string, minutes: number) => (minutes > 0 ? `${time} · ${minutes} min` : time),
    only: (minutes: number) => `${minutes} min`,
    isLate: 'past the planned end',
    total: (minutes: number) => {
      const hours = Math.floor(minutes / 60)
      const rest = minutes % 60
      return `${[hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ')} in all`
    },
    span: (from: string, to: string) => `from ${from} to ${to}`,
    over: (end: string, minutes: number) => `That is ${minutes} min past the planned end at ${end}.`,
    noStart: 'Say when the workshop starts',
    endsAt: (time: string) => `ends at about ${time}`,
    shorten: (end: string) => `Shorten the rest to end at ${end}`,
    shortenHint: 'The steps still to come are shortened by the same share, so that the workshop ends as planned.',
    behind: (n: number) => `${plural('en', n, { one: '# minute', other: '# minutes' })} later than planned`,
    ahead: (n: number) => `${plural('en', n, { one: '# minute', other: '# minutes' })} earlier than planned`,
  },
  checklist: {
    title: 'Check before the workshop',
    left: (n: number) => `${n} left`,
    ready: 'ready',
    lead: 'What Dílna can see for itself it ticks off for you.',
    done: 'done',
    open: 'to do',
    fix: 'Put right',
    checks: {
      date: 'Date and start',
      place: 'Place',
      steps: 'Steps of the workshop',
      prompts: 'A question in every step',
      rules: 'Rules of the votes',
      time: 'Time plan',
      address: 'Address for phones',
      doors: 'Doors open',
      wall: 'Wall',
      phone: 'Tried with a phone',
    },
    todo: {
      date: 'Fill in date and start. They are printed in the minutes, and the time plan counts from the start.',
      place: 'Fill in the place. It is printed in the minutes.',
      steps: 'Add the first step.',
      prompts: 'A step has no question for people to answer.',
      rules: 'A vote does not say how many dots everybody has.',
      time: 'Give every step its minutes, and see that they fit before the planned end.',
      address:
        'Only this computer can open the address now, phones cannot. Join the Wi-Fi the phones will use, and start Dílna again.',
      doors: 'The code works once you open the doors. It is enough to do it when people arrive.',
      wall: 'Open the wall on the projector and look at it from the last row.',
      phone: 'Scan the QR code with your own phone. If you get in, the network of the room works.',
    },
    own: 'Your own points',
    ownHint: 'Dílna cannot see these. Tick them yourself.',
    newPoint: 'Add a point of your own',
    removePoint: (text: string) => `Remove the point: ${text}`,
  },
  rehearsal: {
    start: 'Try it out',
    startHint:
      'A copy of the workshop is made and pretend people come into it. The real workshop does not change.',
    starting: 'Getting the rehearsal ready…',
    title: 'Rehearsal',
    lead: 'Lead the workshop as if it were real: open a step, and pretend people begin to write and vote. Nothing of it touches the real workshop.',
    playing: (n: number) =>
      plural('en', n, { one: '# pretend person is playing.', other: '# pretend people are playing.' }),
    resting: 'The pretend people are not playing now.',
    stop: 'Stop the pretend people',
    play: 'Let pretend people play',
    remove: 'End and remove the rehearsal',
    back: 'To the real workshop',
  },
  print: {
    title: 'Sheets to print',
    slips: 'Slips to cut apart, four on an A4 page',
    slipsHint:
      'Print as many pages as you need and cut them apart. They can be printed beforehand, while there are no ideas yet.',
    blankBallots: 'Ballots with numbers',
    ideaSlips: 'Slips to write ideas on',
    noVote: 'Ballots can be printed as soon as you prepare a vote in a step.',
    pages: 'Whole pages',
    lead: 'How to join and, where a step with a vote has ideas already, a ballot with their wording. They are printed from the browser, each on a page of its own.',
    print: 'Print the whole pages',
    join: 'Joining sheet',
    joinLead: 'Join the workshop',
    scan: 'Scan the code with your phone,',
    type: 'or open the address',
    code: 'and type the code',
    nameless: 'No registration, no name.',
    ballots: 'Ballot with the wording of the ideas',
    forStep: 'For the step',
    rule: (dots: number, most: number) => {
      const all = plural('en', dots, { one: '# dot', other: '# dots' })
      if (dots === 1) return `You have ${all}. Put a cross beside the idea you give it to.`
      if (most === 1) return `You have ${all}. Put a cross beside each idea you give one to.`
      return `Share out ${all}${most > 0 && most < dots ? `, at most ${most} on one idea` : ''}: put a cross in the box for each.`
    },
    noRule: 'Put a cross in the box for each dot.',
    box: 'Place for crosses',
    signing: 'Attendance sheet',
    withSigning: 'Print an attendance sheet to sign, too',
    signingHint:
      'The names come from the head of the minutes (present, excused and guests), with empty lines below them.',
    name: 'Name and organisation',
    signature: 'Signature',
  },
  hint: {
    run: 'The green button always offers what comes next. Nothing can go wrong: what is removed can come back, a step can be opened again.',
  },
} satisfies typeof cs
