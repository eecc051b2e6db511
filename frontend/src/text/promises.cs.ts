import { plural } from './plural'

export const cs = {
  title: 'Co jsme slíbili',
  // The offer at the top of the agenda, and the step it makes
  start: (n: number) => `Začít tím, co jsme slíbili (${n})`,
  startHint: 'Otevřené úkoly z minulých jednání skupiny budou prvním krokem.',
  heading: 'CO JSME SLÍBILI',
  prompt: 'Co se povedlo, co platí dál a co už neplatí?',
  // One of them in the step
  became: (text: string) => `Co je s úkolem: ${text}`,
  done: 'Hotovo',
  holds: 'Stále platí do…',
  dropped: 'Upouští se, protože…',
  until: 'Do kdy to platí dál',
  untilHint: 'Datum (15.\u00a01.), nebo slovy (do příštího jednání). Prázdné pole nechá termín, jak je.',
  because: 'Proč se od toho upouští',
  save: 'Uložit',
  cancel: 'Zrušit',
  // Its way through the workshops
  story: 'Jak se úkol vyvíjel',
  storyOf: (text: string) => `Jak se úkol vyvíjel: ${text}`,
  reworded: (text: string) => `nově zní: ${text}`,
  // The page of all of them
  lead: 'Úkoly ze všech jednání, která můžete vidět. Co je po termínu, je první.',
  none: 'Zatím jsme nic neslíbili. Úkol si dáte v jednání: v kroku s úkoly, nebo z podnětu.',
  noneFound: 'Takový úkol tu není.',
  found: (n: number) => plural('cs', n, { one: '# úkol', few: '# úkoly', many: '# úkolu', other: '# úkolů' }),
  late: 'po termínu',
  owner: 'Kdo za to zodpovídá',
  anybody: 'kdokoli',
  programme: 'Program',
  group: 'Pracovní skupina',
  due: 'Termín',
  dues: { late: 'už po termínu', week: 'do týdne', month: 'do měsíce', none: 'bez data' },
  whenever: 'jakýkoli',
  states: 'Které',
  open: 'otevřené',
  all: 'všechny',
  from: 'Slíbeno:',
  passed: (n: number) =>
    plural('cs', n, {
      one: 'prošlo # jednáním',
      few: 'prošlo # jednáními',
      many: 'prošlo # jednání',
      other: 'prošlo # jednáními',
    }),
  download: 'Stáhnout, co je vybráno',
  formats: { csv: 'CSV', xlsx: 'Excel (XLSX)', ics: 'Termíny do kalendáře (ICS)' },
}

export type PromiseWords = typeof cs
