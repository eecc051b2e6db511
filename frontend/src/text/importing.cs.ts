import { plural } from './plural'

/** Bringing in what was made elsewhere: a workshop file, ideas from a table, an example. */
export const cs = {
  file: 'Ze souboru jednání',
  fileHint:
    'Soubor .json, který Dílna stáhne u zápisu, nebo zápis v PDF, který soubor jednání obsahuje. Vznikne z něj nové jednání, nic jiného se nezmění.',
  reading: 'Načítám soubor…',
  wrong: 'Soubor nejde načíst. Co je potřeba opravit:',
  more: (n: number) =>
    plural('cs', n, {
      one: 'a ještě # věc',
      few: 'a ještě # věci',
      many: 'a ještě # věci',
      other: 'a ještě # věcí',
    }),
  example: 'Otevřít ukázku',
  exampleHint: 'Celé skutečné jednání i se zápisem. Můžete v něm zkusit všechno a pak ho odebrat.',
  exampleTitle: 'Ukázka: jednání skupiny Sociální služby 2',
  open: 'Vložit z tabulky',
  hint: 'Zkopírujte buňky v Excelu a vložte je sem, nebo vyberte soubor CSV či XLSX.',
  cells: 'Zkopírované buňky',
  choose: 'Vybrat soubor CSV nebo XLSX',
  notRead: 'Tento soubor nejde přečíst. Uložte ho prosím jako XLSX nebo CSV.',
  ideas: 'Podněty jsou ve sloupci',
  topics: 'Okruhy jsou ve sloupci',
  noTopics: 'okruhy tu nejsou',
  headed: 'První řádek jsou nadpisy sloupců',
  column: (n: number, sample: string) => `${n}. sloupec: ${sample || 'prázdný'}`,
  preview: 'Jak to bude',
  nothing: 'V tomto sloupci nic není.',
  rest: (n: number) =>
    plural('cs', n, {
      one: 'a ještě # podnět',
      few: 'a ještě # podněty',
      many: 'a ještě # podnětu',
      other: 'a ještě # podnětů',
    }),
  newTopics: (n: number) =>
    plural('cs', n, {
      one: 'Přibude # okruh.',
      few: 'Přibudou # okruhy.',
      many: 'Přibude # okruhu.',
      other: 'Přibude # okruhů.',
    }),
  tooMany: (n: number) => `Najednou jde vložit nejvýše ${n} podnětů. Rozdělte prosím tabulku.`,
  tooLong: (n: string) =>
    `Některý podnět je delší než ${n} znaků, nebo okruh delší, než může být. Zkraťte je prosím v tabulce.`,
  write: (n: number) =>
    n === 0
      ? 'Zapsat podněty'
      : plural('cs', n, {
          one: 'Zapsat # podnět',
          few: 'Zapsat # podněty',
          many: 'Zapsat # podnětu',
          other: 'Zapsat # podnětů',
        }),
}

export type ImportingWords = typeof cs
