import { plural } from './plural'

export const cs = {
  looking: {
    back: 'Prohlížíte si dřívější krok.',
    toNow: 'Zpět k tomu, co se právě děje',
    toEnd: 'Zpět na konec jednání',
    draftKept: (heading: string) => `Krok „${heading}“ už je uzavřený. Co jste v něm rozepsali, zůstalo uložené.`,
    draftShow: 'Ukázat rozepsaný text',
  },
  fishbone: {
    effect: 'Čeho se příčiny týkají',
    add: 'Přidat hlavní příčinu',
    addUnder: (what: string) => `Přidat příčinu k: ${what}`,
    why: (what: string) => `Co za tím stojí: ${what}`,
    none: 'Zatím tu není žádná příčina. Co za tím stojí?',
    under: (what: string) => `u: ${what}`,
    main: 'hlavní příčina',
    causes: 'Příčiny',
  },
  steps: {
    heading: 'Kroky jednání',
    now: 'právě teď',
    closed: 'uzavřený',
    none: 'Zatím nezačal žádný krok.',
  },
  ideas: {
    blind: 'Teď píše každý sám za sebe. Co napsali ostatní, uvidíte, až všichni dopíšou.',
    all: (n: number) =>
      plural('cs', n, {
        one: 'Zatím # podnět',
        few: 'Zatím # podněty',
        many: 'Zatím # podnětu',
        other: 'Zatím # podnětů',
      }),
    inClosed: (n: number) =>
      plural('cs', n, { one: '# podnět', few: '# podněty', many: '# podnětu', other: '# podnětů' }),
    none: 'Zatím tu nic není. Buďte první.',
    hidden: '(skryto)',
    noneInClosed: 'V tomto kroku nic nezaznělo.',
    my: 'můj',
    merged: (texts: string) => `sloučeno s: ${texts}`,
    voted: (texts: string[]) =>
      texts.every(Boolean) ? `hlasovalo se o znění: ${texts.join(' · ')}` : 'hlasovalo se o jiném znění',
    marked: 'označeno',
  },
  menu: {
    settings: 'Nastavení',
    elsewhere: 'Zadat kód jiného jednání',
    seat: 'Vaše místo v jednání zůstane na tomto zařízení, i když stránku zavřete.',
  },
  topics: {
    heading: 'Vyberte okruh',
    back: 'Všechny okruhy',
    next: 'Další okruh',
    count: (n: number) =>
      plural('cs', n, { one: '# podnět', few: '# podněty', many: '# podnětu', other: '# podnětů' }),
  },
  round: {
    heading: 'Hlasování',
    change: 'Dokud hlasování neskončí, můžete své rozhodnutí měnit.',
    nth: (n: number) => `${n}. kolo`,
    among: 'Hlasuje se znovu, jen o některých podnětech.',
    awaits: (voted: boolean) =>
      `Hlasování skončilo${voted ? ', váš lístek je odevzdaný' : ''}. Výsledek se ukáže všem najednou.`,
    propose: 'Navrhnout něco jiného',
    proposal: 'Váš návrh',
    proposeHint: 'Návrh se hned objeví všem na konci lístku. Přidat můžete nejvýše tři.',
    result: 'Výsledek hlasování',
    counted: 'Vaše hlasy jsou započítané.',
    notCounted: 'Váš lístek nebyl úplný, proto se nepočítá.',
  },
  ended: {
    thanks: 'Děkujeme, že jste byli u toho.',
    minutes: 'Zápis dostanete od toho, kdo jednání vedl.',
    look: 'Co jsme společně vytvořili',
    unsent: 'Něco z toho, co jste napsali, se ještě neodeslalo. Nechte prosím stránku chvíli otevřenou.',
  },
}

export type ApartWords = typeof cs
