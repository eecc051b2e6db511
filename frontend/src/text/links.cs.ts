import { plural } from './plural'

const inputs = (n: number) =>
  plural('cs', n, { one: '# podnět', few: '# podněty', many: '# podnětu', other: '# podnětů' })

export const cs = {
  harvest: 'Sbírat podněty odkazem',
  harvestLead:
    'Odkaz pošlete předem e-mailem nebo vyvěste jeho QR kód. Podněty píše každý, kdo odkaz má, bez přihlášení, i když jednání ještě nezačalo.',
  late: 'Sbírat podněty po jednání odkazem',
  lateLead:
    'Odkaz uvidí telefony, které byly na jednání, a stojí i u zveřejněného zápisu. Co přijde, čeká tady, než to vypořádáte.',
  states: { early: 'ještě není otevřený', open: 'otevřený', closed: 'zavřený', full: 'plný' },
  state: (state: string) => `Odkaz je ${state}.`,
  opens: 'Otevřít',
  closes: 'Zavřít',
  looked: 'Podněty nejdřív projdu',
  lookedHint: 'Než podnět přijmete, neuvidí ho nikdo jiný. Bez toho je hned v kroku a vidí ho všichni.',
  reader: 'Kdo podněty čte',
  readerHint: 'Píše se na stránce pro ty, kdo podnět posílají: Váš podnět si přečte …',
  most: 'Nejvýše podnětů',
  make: 'Připravit odkaz',
  save: 'Uložit',
  settings: 'Nastavení odkazu',
  shut: 'Zavřít hned',
  reopen: 'Znovu otevřít',
  address: 'Odkaz pro podněty',
  copy: 'Zkopírovat odkaz',
  copied: 'Zkopírováno',
  qr: 'QR kód odkazu pro podněty',
  qrPage: 'Ukázat QR kód',
  source: (from: string, to: string) => `Podněty zaslané odkazem, ${from} – ${to}`,
  taken: (n: number) => (n === 0 ? 'Zatím nic nepřišlo.' : `Přišlo: ${inputs(n)}.`),
  waiting: (n: number) =>
    plural('cs', n, {
      one: 'Čeká # podnět na vypořádání',
      few: 'Čekají # podněty na vypořádání',
      many: 'Čeká # podnětu na vypořádání',
      other: 'Čeká # podnětů na vypořádání',
    }),
  settled: (n: number) => `Vypořádané (${n})`,
  acceptAll: (n: number) => `Přijmout všechny (${n})`,
  further: 'Ukázat další',
  anonymous: 'beze jména',
  accept: 'Přijmout',
  note: 'Vzít na vědomí',
  reword: 'Upravit a přijmout',
  merge: 'Sloučit s podnětem',
  mergeHint: 'Znění zůstane čitelné v podnětu, se kterým ho sloučíte.',
  decline: 'Nepřijmout',
  drop: 'Zahodit',
  dropHint: 'Reklama, urážka nebo dvakrát totéž: nikde se neobjeví a půjde ještě přijmout.',
  after: 'Přece přijmout',
  wording: 'Jak bude podnět znít',
  reason: 'Proč ho nepřijímáte',
  reasonLate: 'Vytiskne se v zápisu u podnětu.',
  reasonHarvest: 'Poznamená se jen tady.',
  bring: 'Přinést ze sklizně',
  bringLead:
    'Co se sebralo odkazem v jednáních téhož programu. U každého podnětu bude, odkud je a kdy přišel. Do kroku s textem se podněty připíšou na konec jako odrážky.',
  harvestOf: (heading: string) => `Sklizeň „${heading}“`,
  workshop: (number: number) => (number ? `${number}. jednání` : 'jednání'),
  all: 'Vybrat všechny',
  none: 'Nevybrat žádný',
  isHere: 'už je tady',
  nothingHarvested: 'V jednáních tohoto programu zatím žádná sklizeň není.',
  bringThem: (n: number) => (n === 0 ? 'Přinést' : `Přinést ${inputs(n)}`),
  sentAs: (text: string) => `Jak přišel: ${text}`,
  of: (text: string) => `: ${text}`,
  became: {
    waiting: 'čeká',
    accepted: 'přijato',
    noted: 'vzato na vědomí',
    declined: 'nepřijato',
    merged: 'sloučeno',
    dropped: 'zahozeno',
  },
  unsettled: (n: number) =>
    plural('cs', n, {
      one: '# podnět zaslaný po jednání ještě nikdo nevypořádal.',
      few: '# podněty zaslané po jednání ještě nikdo nevypořádal.',
      many: '# podnětu zaslaného po jednání ještě nikdo nevypořádal.',
      other: '# podnětů zaslaných po jednání ještě nikdo nevypořádal.',
    }),
  toUnsettled: 'Podívat se na ně',
}

export type LinksWords = typeof cs
