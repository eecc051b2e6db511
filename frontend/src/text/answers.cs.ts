import { plural } from './plural'

const given = (n: number) =>
  plural('cs', n, { one: '# odpověď', few: '# odpovědi', many: '# odpovědi', other: '# odpovědí' })

export const cs = {
  title: 'Zpětná vazba',
  answered: (n: number) =>
    n === 0
      ? 'Zatím nikdo neodpověděl.'
      : plural('cs', n, {
          one: 'Odpověděl # člověk.',
          few: 'Odpověděli # lidé.',
          many: 'Odpovědělo # člověka.',
          other: 'Odpovědělo # lidí.',
        }),
  openUntil: (when: string) => `Lidé mohou na telefonech odpovídat do ${when}.`,
  closed: 'Odpovídat už nejde.',
  never: 'Lidé zatím odpovídat nemohou.',
  close: 'Uzavřít hned',
  open: 'Otevřít na den',
  withheld:
    'Texty se ukážou, až odpovědí aspoň tři lidé nebo až bude zpětná vazba uzavřená. Do té doby by se poznalo, čí jsou.',
  mean: (mean: string, n: number) => `Průměr ${mean} z 5 (${given(n)})`,
  score: 'Známka',
  count: 'Odpovědí',
  noTexts: 'Nikdo nic nenapsal.',
  hide: 'Skrýt',
  hideWhat: (text: string) => `Skrýt, nebude v zápisu: ${text}`,
  showAgain: (text: string) => `Znovu ukázat: ${text}`,
  hidden: 'skryto, v zápisu nebude',
  show: 'Ukázat',
  remove: 'Odstranit',
  removeWhat: (text: string) => `Odstranit natrvalo: ${text}`,
  removeAsk: 'Odstranit odpověď natrvalo?',
  removeHow: 'Nepůjde to vzít zpět. Zmizí odevšad kromě schválených verzí zápisu.',
  group: 'Jak to skupina viděla dřív',
  groupCaption: 'Průměrná známka jednání této skupiny',
  workshop: 'Jednání',
  average: 'Průměr',
  line: (means: string) => `Průměry od nejstaršího jednání: ${means}.`,
  inMinutes: 'Do zápisu se dostane, jen když to zapnete na kartě Zápis v části Podoba.',
  ask: {
    lead: 'Na co se telefony zeptají, až jednání ukončíte. Odpovídá se anonymně, jeden den. Kopie jednání a vzory si otázky berou s sebou.',
    question: (n: number) => `Otázka ${n}`,
    text: 'Znění otázky',
    kind: 'Jak se odpovídá',
    kinds: { scale: 'známkou 1 až 5', text: 'vlastními slovy' },
    low: 'Co znamená 1',
    high: 'Co znamená 5',
    on: 'Ptát se na to',
    up: (n: number) => `Posunout otázku ${n} výš`,
    down: (n: number) => `Posunout otázku ${n} níž`,
    remove: (n: number) => `Odebrat otázku ${n}`,
    add: 'Přidat otázku',
    save: 'Uložit otázky',
    saved: 'Uloženo',
    none: 'Všechny otázky jsou vypnuté: po jednání se telefony na nic nezeptají.',
    changed: 'Otázky mezitím změnil někdo jiný. Vaše znění tu zůstává; uložením nahradí to jeho.',
    theirs: 'Načíst jeho znění',
  },
  mail: {
    send: 'Napsat e-mail s odkazem',
    hint: 'Otevře se váš poštovní program s připraveným textem. Příjemce doplníte vy.',
    subject: (name: string) => `Zápis: ${name}`,
    body: (name: string, link: string) =>
      `Dobrý den,\n\nzápis z jednání „${name}“ je zveřejněný. Přečtete si ho tady:\n${link}\n\nDěkujeme za účast.\n`,
  },
}
