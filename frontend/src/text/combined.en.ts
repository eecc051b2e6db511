import type { CombinedWords } from './combined.cs'

export const en: CombinedWords = {
  title: 'Combined standing',
  titled: (label) => `Combined standing – ${label}`,
  round: (n) => `Round ${n}`,
  rounds: (rounds) => `Worked out from rounds: ${rounds}.`,
  weighed: (round, weight) => `${round} (weight ${weight})`,
  how: (bases) => `From each round it takes ${bases}; the result is the mean by the weights.`,
  bases: {
    points: 'the part of all points given in the round',
    marks: 'how far the mean is along the scale (the lowest mark is 0%, the highest 100%)',
    for: 'the part of those who said something that was for it',
  },
  beside: (round, share) => `${round}: ${share}`,
  missing: 'What was not counted in all of the rounds has no rank.',
  remove: 'Remove the combined standing',
  form: {
    open: 'Combine results of rounds',
    hint: 'Several rounds on the same ideas become one standing: two parts of the room, before and after the discussion, a meeting and a later survey.',
    which: 'Which rounds, and how much each counts',
    weight: (round) => `Weight: ${round}`,
    parts: (rounds) => `Counted: ${rounds}.`,
    label: 'Name (optional)',
    make: 'Show the combined standing to everybody',
    two: 'Pick at least two rounds and give each a weight from 1 to 100.',
    unknown: 'Only rounds whose result you have shown to everybody can be combined.',
    doubts: {
      entries: 'The rounds were not on the same ideas. What was not counted in all of them will have no rank.',
      rules:
        'People voted in different ways. Points shared out among ideas give smaller percentages than marks on a scale, so one round will decide more than its weight says.',
      grid: 'Each round marked something else. A mean of impact and effort, say, tells nothing; read these two in the grid.',
    },
  },
}
