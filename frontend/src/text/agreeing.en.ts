/** The outline one types in, by what stands in it. */
export const outline = {
  none: { causes: 'No bones yet.', decisions: 'No decisions yet.', tasks: 'No tasks yet.' },
  add: { causes: 'Add a bone', decisions: 'Add a decision', tasks: 'Add a task' },
  line: { causes: 'Cause', decisions: 'Decision', tasks: 'Task' },
  newTop: { causes: 'New main bone', decisions: 'New decision', tasks: 'New task' },
  newUnder: {
    causes: (above: string) => `New cause under ${above}`,
    decisions: (above: string) => `Another part of the decision ${above}`,
    tasks: (above: string) => `Part of the task ${above}`,
  },
  top: { causes: 'A main bone of its own', decisions: 'A decision of its own', tasks: 'A task of its own' },
  below: { causes: 'Add under', decisions: 'Add a part', tasks: 'Add a part' },
  hint: 'Enter: next line. Tab: deeper. Shift+Tab: shallower. Alt+arrows: move. Delete on a line: remove. Esc: out of the outline.',
  hintMore: 'Ctrl+Enter: details.',
  grip: (text: string) => `Drag: ${text}`,
  deeper: 'Deeper',
  shallower: 'Shallower',
  moveUnder: 'Move under',
  level: (n: number) => `level ${n}`,
}

/** Decisions and tasks as a facilitator writes them. */
export const agreeing = {
  from: { decisions: 'Make it a decision', tasks: 'Make it a task' },
  new: { decisions: 'New decision', tasks: 'New task' },
  heading: { decisions: 'DECISIONS', tasks: 'TASKS' },
  details: { decisions: 'Who moved it and how it was decided', tasks: 'Who and by when' },
  // A decision
  mover: 'Moved by',
  vote: 'Vote on phones',
  how: 'How it was decided',
  hows: { unknown: 'not stated', votes: 'by voting', consensus: 'by consensus, nobody objects' },
  for: 'For',
  against: 'Against',
  abstain: 'Abstained',
  countsHint: 'An empty field means that the votes were not counted.',
  result: 'Result',
  resultHint: 'For example: adopted, put off until the next meeting.',
  // A task
  owners: 'Who answers for the task',
  ownersHint: 'End each name with Enter or a comma. There may be several.',
  removeOwner: (name: string) => `Remove: ${name}`,
  everyone: 'Everybody',
  due: 'Due',
  dueHint: 'A date (2027-01-15), or words (by the next meeting).',
  noSuchDay: (typed: string) =>
    `There is no such day as ${typed}. Please mend it, or say in words when the task is due.`,
  state: 'State',
  reason: 'Why, or where to',
}
