import { amount, plural } from './plural'

export const cs = {
  ballot: (by: string) =>
    `Výsledek se řekne i podle částí (${by}), ale jen za ty, kde se započítá aspoň 5 lístků.`,
  title: (by: string) => `Podle částí: ${by}`,
  choose: 'Čí výsledek',
  all: 'Všichni',
  part: (name: string, ballots: number) => `${name} (${amount('cs', ballots)})`,
  ballots: (n: number) =>
    plural('cs', n, { one: '# lístek', few: '# lístky', many: '# lístku', other: '# lístků' }),
  resultOf: (name: string, ballots: number): string => `${name}: ${cs.ballots(ballots)}`,
  how: 'V závorce je počet započítaných lístků. Části, kde jich bylo málo na to, aby zůstaly tajné, jsou jen v celkovém výsledku.',
  none: 'Podle částí se výsledek neukazuje: nikde se nesešlo dost lístků, aby zůstaly tajné.',
  form: {
    label: 'Výsledek také podle',
    nobody: 'jen za všechny',
    hint: 'Lidé se to dozvědí na lístku, než začnou hlasovat. Zvlášť se ukážou jen části, kde se započítá aspoň 5 lístků z telefonů. Lístky na papíře patří jen do celkového výsledku.',
  },
}

export type ByPartWords = typeof cs
