import { plural } from './plural'

export const sorting = {
  under: 'Zařadit pod podnět',
  underHint: 'Přesune se i s tím, co je pod ním.',
  byItself: 'Osamostatnit',
  merge: 'Sloučit s podnětem',
  mergeHint:
    'Vyberte podnět, který říká totéž. Jeho znění tu zůstane k přečtení, hlasy se sečtou a kdykoli ho můžete zase vyjmout.',
  filter: 'Najít podnět',
  nothing: 'Žádný takový podnět tu není.',
  grip: 'Tažením přesunete podnět jinam',
  alike: (n: number) =>
    plural('cs', n, {
      one: 'Možná totéž: # dvojice',
      few: 'Možná totéž: # dvojice',
      many: 'Možná totéž: # dvojice',
      other: 'Možná totéž: # dvojic',
    }),
  maybe: 'Možná totéž',
  maybeHint:
    'Podněty s podobným zněním. Vyberte, které znění zůstane hlavní. Druhé se k němu připojí a jde zase vyjmout.',
  acrossTopics: 'Hledat i mezi okruhy',
  noneAlike: 'Nic dalšího si podobné není.',
  keep: 'Sloučit sem',
  keepThis: (text: string) => `Sloučit sem: ${text}`,
  different: 'Nejsou stejné',
  merged: 'Sloučeno s podněty',
  includes: (texts: string) => `sloučeno s: ${texts}`,
  takeOut: 'Vyjmout',
  takeOutOf: (text: string) => `Vyjmout: ${text}`,
  original: 'Původně:',
  originally: (text: string) => `původně: ${text}`,
  putBack: 'Vrátit původní znění',
}

/** The board on which ideas are sorted into topics. */
export const board = {
  open: 'Třídit na tabuli',
  title: 'Třídění podnětů do okruhů',
  hint: 'Klávesa 1 až 9 pošle zvýrazněný podnět do okruhu, 0 zpátky mezi nezařazené, Z krok vrátí. Víc podnětů najednou: zaškrtněte je (nebo X). Jde to i tažením a klepnutím na název okruhu.',
  back: 'Zpět na seznam',
  loose: 'Nezařazené',
  sendTo: (heading: string) => `Poslat sem: ${heading}`,
  tick: (text: string) => `Vybrat k přesunu: ${text}`,
  inHand: (text: string) => `Další: ${text}`,
  allSorted: 'Všechny podněty jsou zařazené.',
  under: (n: number) => `+ ${n} pod ním`,
}

export const history = {
  title: 'Historie změn',
  hint: 'Co jste udělali s obsahem jednání. Vrátit jde i starší změna, pokud ji mezitím nikdo nepřepsal.',
  none: 'Zatím se nic nezměnilo.',
  older: 'Starší změny',
  was: (text: string) => `Předtím: ${text}`,
  redo: 'Provést znovu',
  sentence: (done: string, part: string, subject: string) =>
    subject === '' ? `${done}: ${part}` : `${done}: ${part} „${subject}“`,
  undone: (sentence: string) => `Vráceno zpět – ${sentence}`,
  addedTogether: (n: number, first: string) => `Přidáno najednou (${n}): „${first}“ a další`,
  redone: (sentence: string) => `Provedeno znovu – ${sentence}`,
  done: {
    added: 'Přidáno',
    removed: 'Odebráno',
    restored: 'Obnoveno',
    merged: 'Sloučeno',
    separated: 'Vyjmuto ze sloučení',
    reworded: 'Přeformulováno',
    moved: 'Přesunuto',
    marked: 'Označeno ⚫',
    unmarked: 'Zrušeno označení ⚫',
    chosen: 'Vybráno k další práci',
    unchosen: 'Zrušen výběr',
    opened: 'Otevřeno',
    closed: 'Zavřeno',
    drawn: 'Losováno',
    changed: 'Upraveno',
  },
  parts: {
    workshops: 'záhlaví zápisu',
    steps: 'krok',
    topics: 'okruh',
    ideas: 'podnět',
    causes: 'příčina',
    decisions: 'rozhodnutí',
    tasks: 'úkol',
    divisions: 'rozdělení sálu',
    combinations: 'společné pořadí',
    rounds: 'kolo hlasování',
    drafts: 'znění zápisu',
    questions: 'otázky zpětné vazby',
  },
}
