import { plural } from './plural'
import { votedOf } from './votedOf'

const ideas = (n: number) => plural('en', n, { one: '# idea', other: '# ideas' })
const dots = (n: number) => plural('en', n, { one: '# dot', other: '# dots' })

export const voting = {
  rounds: {
    printBallots: 'Print ballots (PDF, four on a page)',
    title: 'Voting',
    prepare: 'Prepare a vote',
    prepareTyped: 'Totals from paper',
    prepareNext: 'Prepare another round',
    label: 'Heading of the column of votes',
    labelHint: 'For example: Votes for the priority of the problem.',
    dots: 'Dots for each person',
    perIdea: 'Most dots on one idea',
    proposal: (n: number, d: string) => `For ${ideas(n)} we suggest ${d}: a quarter to a third of the ideas.`,
    useProposal: (d: string) => `Use ${d}`,
    rule: (d: number, per: number) =>
      d === 1
        ? 'Everybody has one dot.'
        : per >= d
          ? `Everybody has ${dots(d)} to place freely, all on one idea if they like.`
          : per === 1
            ? `Everybody has ${dots(d)}, each for another idea.`
            : `Everybody has ${dots(d)}, at most ${per} on one idea.`,
    perTopic: 'Most dots in one topic',
    perTopicRule: (most: number) => `At most ${most} in one topic.`,
    useAllRule: 'A ballot with a dot left is not counted.',
    useAll: { label: 'Whether all dots must be placed', no: 'no', yes: 'yes, else the ballot is not counted' },
    ruleTyped: 'People vote on paper. You type in the totals.',
    limits: 'Change how much everybody has',
    limitsHint:
      'Phones follow at once. It may always be raised, and lowered only so far that what anybody has spent still fits.',
    open: 'Open voting',
    close: 'Close voting',
    remove: 'Remove the round',
    nobody: 'Nobody voted.',
    nobodyHint:
      'The minutes will say that not one vote was counted. The round is not on the wall. Start it again, or remove it.',
    reopen: 'Start again',
    states: { prepared: 'prepared', open: 'voting', closed: 'closed' },
    unseen:
      'So far only you see the result. It is not on phones, on the wall or in the minutes until you show it.',
    show: 'Show the result',
    showUpwards: 'From the last place up',
    showNext: 'Show the next place',
    showRest: 'Show everything',
    shownFrom: (place: number) =>
      `Everybody sees the result from place ${place} down. What is above it only you see.`,
    running: 'Nobody sees the totals, you included, until you close the round.',
    ballots: votedOf.en,
    nothing: 'First there must be ideas to vote on.',
    stepShut: 'You can open voting once you have gone to this step.',
    unnamed: (n: number) => `Round ${n}`,
    notCounted: 'not counted',
    order: 'Order in the minutes',
    orders: { collected: 'as collected', votes: 'by votes' },
    wallOrder: 'Order on the wall',
    wallOrders: { collected: 'as collected', votes: 'from the first place' },
    type: 'Type in the totals',
    correct: 'Correct the totals',
    typeHint: 'An empty field means the idea was not counted. That is not zero.',
    typeHintChoice:
      'Where you fill in nothing, the idea was not counted. If you fill in only some, the others are zero.',
    totals: {
      points: (n: number) => `Total of votes for idea ${n}`,
      mean: (n: number) => `Mean of the marks of idea ${n}`,
      for: (_n: number) => 'For',
      against: (_n: number) => 'Against',
      abstain: (_n: number) => 'Abstained',
    },
    outsideMean: (steps: number) => `Write a number from 1 to ${steps}, say 1.5.`,
    voters: 'How many people voted',
    dotsTyped: 'How many dots everybody had',
    perIdeaTyped: 'Most dots on one idea',
    ruleHint: 'Optional. What you leave empty is not in the minutes.',
    outside: (most: number) => `Write a number from 1 to ${most}, or leave the field empty.`,
    noMinus: 'A total cannot be below zero here: nobody had minus dots in this round.',
    saveTotals: 'Save the totals and close the round',
    saveCorrection: 'Save the correction',
    countedDots: dots,
    spent: (n: number) =>
      plural('en', n, { one: '# person has placed all dots', other: '# people have placed all dots' }),
    openBeside: 'Open beside what is running',
    besideHint: 'People will have the ballots one under another. Each vote is closed by itself.',
    nested: 'Vote on ideas that stand under others, too',
    proposals: 'Allow proposals while people vote',
    proposalsHint:
      'Whoever votes may add three ideas at most. They are on every ballot at once, as the last ones, and the minutes say that they came during the vote. They can be reworded, merged or removed once it has ended.',
    who: 'Who votes',
    whoHint: 'If you tick nothing, everybody votes whom the step is for.',
    connected: (n: number) => `phones connected: ${n}`,
  },
  rule: {
    fewer: 'fewer',
    more: 'more',
    typeInstead: 'Vote on paper and type in the totals',
    onPhones: 'Vote on phones',
    notPlayed: 'Phones cannot vote by this rule. Vote on paper and type in the totals.',
    onPaper: 'Vote on paper',
    missing: 'Say how many dots everybody has.',
    among: (n: number) => `Only ${n} chosen ideas are voted on.`,
    doubts: {
      unplaceable: (n: number, d: number, most: number) =>
        `There are ${ideas(n)}, and at most ${most} can go on one: nobody can place ${dots(d)}. Take some away.`,
      everything: (_n: number, _d: number, _most: number) =>
        'Everybody can vote for everything, so the result puts nothing first. Take dots away.',
      many: (_n: number, _d: number, _most: number) => 'Nobody weighs more than ten dots with care.',
      oneTakesAll: (_n: number, _d: number, most: number) =>
        `One person can put ${dots(most)} on a single idea and decide for the others. At most 3 is usual.`,
    },
  },
  paper: {
    enter: 'Enter a paper ballot',
    title: 'Paper ballot',
    entering: (n: number) => `You are entering ballot no. ${n}. You may write the number on it.`,
    correcting: (n: number) => `You are correcting ballot no. ${n}.`,
    receipt: (n: string) => `Receipt: ${n}. Whoever copies it down finds their ballot in the list after the vote.`,
    numbers: 'Numbers of the ideas on the ballot',
    numbersHint: 'As on the wall, with spaces between. The same number twice is two dots.',
    noSuchIdea: (typed: string) => `There is no idea with the number ${typed}.`,
    used: (n: number, of: number) => `${dots(n)} of ${of} on the ballot`,
    count: 'Count the ballot',
    saveCorrection: 'Save the corrected ballot',
    counted: (n: number) => `Ballot no. ${n} is counted.`,
    entered: 'Ballots entered',
    nth: (n: number) => `ballot no. ${n}`,
    incomplete: 'The ballot is not complete. It is saved, but by the rule it is not counted.',
    takenBack: 'not counted',
    correct: 'Correct',
    takeBack: 'Take back',
    unlinked: 'When voting closes, the ballots are shuffled with all others, and only their number stays.',
    amongThem: (n: number) => `${plural('en', n, { one: '# ballot', other: '# ballots' })} of them on paper`,
  },
  ties: {
    goOn: 'How many ideas go on',
    places: (from: number, to: number) => `Places ${from}–${to}: a tie`,
    each: (d: string) => `Each has ${d}.`,
    decides: (n: number) =>
      n === 1
        ? 'Another round, or a lot, decides the first place.'
        : `Another round, or a lot, decides which are among the first ${n}.`,
    draw: 'Decide by lot',
    askDraw: 'A lot is drawn once. It stands, cannot be taken back or drawn again, and will be in the minutes.',
    drawNow: 'Draw the lot',
    drawn: (when: string) => `The order was decided by lot on ${when}:`,
    none: 'There is no tie in these places.',
    secondRound: 'Open another round among them',
    amongFirst: (n: number) => `Prepare another round among the first ${n}`,
    prepareSecond: 'Only prepare it',
  },
}
