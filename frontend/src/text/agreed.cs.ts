import { amount } from './plural'

export const cs = {
  resolution: (number: string) => `Usnesení ${number}`,
  part: (letter: string) => `${letter})`,
  moved: (name: string) => `návrh: ${name}`,
  for: (n: number) => `pro ${amount('cs', n)}`,
  against: (n: number) => `proti ${amount('cs', n)}`,
  abstained: (n: number) => `zdrželi se ${amount('cs', n)}`,
  passed: 'přijato',
  failed: 'nepřijato',
  consensus: 'shodou, nikdo nebyl proti',
  byVotes: 'hlasováním',
  votedOn: (texts: string[]) =>
    texts.every(Boolean) ? `hlasovalo se o znění: ${texts.join(' · ')}` : 'hlasovalo se o jiném znění',
  owners: (names: string) => `zodpovídá: ${names}`,
  everyone: 'všichni',
  nobody: 'zodpovídá: zatím neurčeno',
  due: (when: string) => `termín: ${when}`,
  lastTime: (when: string) => `minule ${when || 'bez termínu'}`,
  state: { open: 'trvá', done: 'splněno', moved: 'přesunuto', dropped: 'zrušeno' },
  madeFrom: 'vzniklo z:',
  noDecisions: 'Zatím jsme se na ničem nerozhodli.',
  noTasks: 'Zatím jsme si žádný úkol nedali.',
}

export type AgreedWords = typeof cs
