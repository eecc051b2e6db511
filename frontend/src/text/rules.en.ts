import { amount, plural } from './plural'
import type { RuleWords } from './rules.cs'

const dots = (n: number) => plural('en', n, { one: '# dot', other: '# dots' })
const ideas = (n: number) => plural('en', n, { one: '# idea', other: '# ideas' })
const number = (n: number) => amount('en', n)
const money = (n: number, unit: string) => (unit ? `${number(n)}\u00a0${unit}` : number(n))

export const en = {
  names: {
    dots: 'Dots',
    choice: 'For or against',
    approval: 'Choosing',
    weights: 'Points of different weight',
    'plus-minus': 'Plus and minus',
    ranking: 'Ranking',
    scale: 'Rating on a scale',
    budget: 'Budget',
    judging: 'Jury by criteria',
  },
  about: {
    dots: 'Everybody has some dots and places them on ideas.',
    choice: 'People say for, against, or abstain, to each proposal. Good for a decision.',
    approval: 'Everybody chooses what they support. All that is chosen weighs the same.',
    weights: 'The best gets the most points, the next fewer. Tells apart what everybody likes.',
    'plus-minus': 'People vote for and against. Shows what divides them.',
    ranking: 'Everybody ranks what matters most to them. The first place gets the most points.',
    scale: 'Everybody rates each idea. Two rounds, say effort and impact, draw a grid.',
    budget: 'Each idea has a cost, and everybody chooses only as far as the budget goes.',
    judging: 'A jury marks each idea by several criteria. Results come by category and overall.',
  },
  dots: {
    count: dots,
    asks: (n: number, most: number) =>
      n === 1
        ? 'You have one dot.'
        : most === 1
          ? `You have ${dots(n)}, each for another idea.`
          : most < n
            ? `You have ${dots(n)}. At most ${most} on one idea.`
            : `You have ${dots(n)}. Place them as you like.`,
    left: (n: number, of: number) => plural('en', n, { one: '# dot left', other: '# dots left' }) + ` of ${of}`,
    spent: (of: number): string => (of === 1 ? 'Your dot is placed.' : 'All dots are placed.'),
    perTopic: (most: number) => `At most ${most} in one topic.`,
    useAll: 'Please place all of them. A ballot with a dot left is not counted.',
  },
  choice: {
    asks: 'Are you for, against, or do you abstain?',
    answers: { for: 'For', against: 'Against', abstain: 'Abstain' },
    said: (n: number, of: number) =>
      n === of ? 'You have answered everything.' : `You have answered ${n} of ${of}.`,
    saidOne: (answer: string) => `Your vote: ${answer}.`,
    nothing: 'You have not voted yet.',
    majority: {
      label: 'When a proposal is carried',
      simple: 'more for than against',
      absolute: 'more than half for',
      'two-thirds': 'at least two thirds for',
      consensus: 'nobody against',
    },
    of: { label: 'Of whom', cast: 'of those who vote', present: 'of those present' },
    present: 'How many people are present',
    rule: {
      simple: 'Carried if more people are for it than against it.',
      absolute: (present: number) =>
        present
          ? `Carried if more than half of the ${number(present)} present are for it.`
          : 'Carried if more than half of those voting are for it.',
      'two-thirds': (present: number) =>
        present
          ? `Carried if at least two thirds of the ${number(present)} present are for it.`
          : 'Carried if at least two thirds of those voting are for it.',
      consensus: 'Carried if nobody is against it.',
    },
    passed: (counts: string) => `Carried: ${counts}`,
    failed: (counts: string) => `Not carried: ${counts}`,
    counts: (yes: number, no: number, abstained: number) =>
      `${number(yes)} for, ${number(no)} against, ${number(abstained)} abstained`,
  },
  approval: {
    asks: (most: number) => (most === 0 ? 'Choose all that you support.' : `Choose at most ${ideas(most)}.`),
    choose: 'Choose',
    chosen: 'Chosen',
    said: (n: number, most: number) => (most ? `${n} of ${most} chosen` : `Chosen: ${n}`),
    most: 'How many everybody may choose',
    any: 'as many as they like',
    some: 'only some',
    atMost: 'Ideas at most',
  },
  weights: {
    asks: (weights: string) => `Give the points ${weights}, each once.`,
    asksFreely: (most: number) => `Give every idea 0 to ${number(most)} points.`,
    left: (weights: string) => `Still to give: ${weights}`,
    spent: 'All your points are given.',
    said: (n: number, of: number) => `You have rated ${n} of ${of}.`,
    give: (n: number) => plural('en', n, { one: '# point', other: '# points' }),
    form: { label: 'How points are given', once: 'each number once', freely: 'freely on each idea' },
    best: 'Points of the best',
    most: 'Most points on one idea',
  },
  plusMinus: {
    spentOf: { 1: 'Your plus dots are all placed.', [-1]: 'Your minus dots are all placed.' },
    asks: (plus: number, minus: number) =>
      `You have ${plural('en', plus, { one: '# plus dot', other: '# plus dots' })} and ${plural('en', minus, { one: '# minus dot', other: '# minus dots' })}.`,
    perEntry: (most: number) => `At most ${most} on one idea.`,
    after: (n: number) =>
      `You can place a minus dot once ${plural('en', n, { one: '# plus dot is', other: '# plus dots are' })} placed.`,
    left: (plus: number, minus: number) => `Left: ${plus} plus, ${minus} minus`,
    spent: 'All your dots are placed.',
    more: (what: string) => `One dot more: ${what}`,
    fewer: (what: string) => `One dot fewer: ${what}`,
    dots: 'Plus dots for each person',
    minus: 'Minus dots for each person',
    most: 'Most dots on one idea',
    afterLabel: 'Minus only after so many plus',
  },
  ranking: {
    asks: (places: number) =>
      places === 1
        ? 'Tap what matters most to you.'
        : `Tap the ${places} that matter most to you, from the first place down.`,
    exactly: 'Please fill all the places. A ballot with a place missing is not counted.',
    said: (n: number, of: number) => (n === of ? 'All places are filled.' : `${n} of ${of} places filled`),
    place: (n: number) => `place ${n}`,
    put: 'Rank',
    take: (what: string, n: number) => `place ${n}, take out: ${what}`,
    placeOf: (what: string, n: number) => `Rank on place ${n}: ${what}`,
    up: (what: string) => `One place up: ${what}`,
    down: (what: string) => `One place down: ${what}`,
    places: 'How many places are filled',
    need: { label: 'How many places a ballot must have', all: 'all', some: 'some are enough' },
    scores: 'Points of the places, from the first',
    scoresHint: (usual: string) => `With commas between. Usual are ${usual}.`,
    counts: (place: number, n: number) => `place ${place}: ${plural('en', n, { one: 'once', other: '# times' })}`,
  },
  scale: {
    asks: (steps: number, low: string, high: string) =>
      low && high ? `Rate from 1 (${low}) to ${steps} (${high}).` : `Rate from 1 to ${steps}.`,
    said: (n: number, of: number) => (n === of ? 'You have rated everything.' : `You have rated ${n} of ${of}.`),
    group: (what: string) => `Rating: ${what}`,
    step: (n: number, label: string) => (label ? `${n}, ${label}` : `${n}`),
    clear: (what: string) => `Do not rate: ${what}`,
    clearShort: 'Do not rate',
    steps: 'How many steps the scale has',
    naming: 'What is rated',
    namingHint: 'For example: impact. The axis of the grid is called so.',
    low: 'What 1 means',
    high: (steps: number) => `What ${steps} means`,
    middle: (median: number, spread: number, n: number) =>
      `median ${number(median)}, spread ${number(spread)}, ${plural('en', n, { one: '# person rated', other: '# people rated' })}`,
    grid: (across: string, up: string) => `Grid: ${across} and ${up}`,
  },
  budget: {
    asks: (amount: number, unit: string) => `Choose what you would pay for. You have ${money(amount, unit)}.`,
    left: (left: number, of: number, unit: string) => `${money(left, unit)} of ${money(of, unit)} left`,
    cost: money,
    pay: 'Pay for it',
    paid: 'Paid',
    dear: 'not enough left',
    amount: 'How much there is',
    unit: 'What it is counted in',
    unitHint: 'For example €, thousand €, hours.',
    costs: 'What each costs',
    fits: (cost: string) => `within the budget, ${cost}`,
    tooDear: (cost: string) => `over the budget, ${cost}`,
    rule: (amount: string) => `The budget of ${amount} is filled by votes; what does not fit is passed over.`,
  },
  judging: {
    asks: (steps, criteria) => `Mark each idea from 1 to ${steps}: ${criteria}.`,
    whole: 'An idea counts once it has a mark for every criterion.',
    said: (n, of) => `Judged ${n} of ${of}`,
    clear: (what) => `Clear the marks: ${what}`,
    clearShort: 'Clear the marks',
    previous: 'Previous',
    next: 'Next',
    unjudged: 'Next not judged',
    go: 'Go to idea',
    steps: 'Highest mark',
    criteria: 'What is judged',
    criterion: (n) => `Criterion ${n}`,
    weight: (name) => `Weight: ${name}`,
    remove: (name) => `Remove: ${name}`,
    add: 'Add a criterion',
    added: (n) => `Criterion ${n}`,
    proposed: { benefit: 'Benefit', feasibility: 'Feasibility', quality: 'Quality of the proposal' },
    judges: (n) => plural('en', n, { one: 'judged by # person', other: 'judged by # people' }),
  },
  form: {
    title: 'How people will vote',
    doubts: {
      placesOfAll: (n: number) => `There are only ${ideas(n)}: nobody can fill that many places. Take some away.`,
      weightsOfAll: (n: number) => `There are only ${ideas(n)}: nobody can give all the points. Take some away.`,
      chooseAll: (_n: number) =>
        'Everybody can choose everything, so the result puts nothing first. Lower the number.',
      tooMany: (n: number) =>
        `There are ${ideas(n)}. Nobody goes through so many on a phone with care: choose fewer.`,
      noCosts: (_n: number) => 'It is not written yet what each costs.',
      allFits: (_n: number) => 'The budget pays for everything, so there is nothing to choose.',
      nothingFits: (_n: number) => 'Something costs more than the whole budget: nobody can vote for it.',
      noPresent: (_n: number) => 'Write how many people are present.',
      noBudget: (_n: number) => 'Write how much there is.',
      minusFree: (_n: number) =>
        'There are more minus dots than plus dots: the result says what people do not want.',
      afterTooMany: (_n: number) => 'Nobody has that many plus dots, so nobody could place a minus dot.',
      oneCriterion: () => 'There is one criterion only. Marks on a scale do for that.',
      manyMarks: (n) =>
        `There are ${n} ideas, each with several marks. Nobody goes through so many with care: take fewer criteria, or fewer ideas.`,
      choiceOfMany: (n: number) => `There are ${ideas(n)}. For or against is for a few proposals.`,
    },
  },
} satisfies RuleWords
