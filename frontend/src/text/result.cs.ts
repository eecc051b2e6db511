import { plural } from './plural'

export const cs = {
  notCounted: 'nepočítáno',
  legend: 'Nepočítáno znamená, že se o podnětu nehlasovalo nebo jeho hlasy nikdo nesečetl. Není to nula.',
  unknown: 'hlasovalo se, součty ale nejsou známy',
  voters: (n: number) =>
    plural('cs', n, {
      one: 'hlasoval # člověk',
      few: 'hlasovali # lidé',
      many: 'hlasovalo # člověka',
      other: 'hlasovalo # lidí',
    }),
  given: (n: number) =>
    plural('cs', n, {
      one: 'rozdán # hlas',
      few: 'rozdány # hlasy',
      many: 'rozdáno # hlasu',
      other: 'rozdáno # hlasů',
    }),
  partial: (n: number) =>
    plural('cs', n, {
      one: '# lístek nebyl úplný a nezapočítal se.',
      few: '# lístky nebyly úplné a nezapočítaly se.',
      many: '# lístku nebylo úplného a nezapočítalo se.',
      other: '# lístků nebylo úplných a nezapočítalo se.',
    }),
  place: (from: number, to: number) => (from === to ? `${from}. místo` : `${from}.–${to}. shoda`),
  byLot: (from: number, to: number, lot: number) => `${from}.–${to}. shoda, losem ${lot}.`,
  mine: (n: number) => `vaše ${n}`,
  mineSaid: (what: string) => `vy: ${what}`,
  mineChosen: 'vaše volba',
  marked: 'označeno',
  someVote: (who: string) => `Hlasuje jen část lidí: ${who}.`,
  someVoted: (who: string) => `Hlasovala jen část lidí: ${who}.`,
}

export type ResultWords = typeof cs
