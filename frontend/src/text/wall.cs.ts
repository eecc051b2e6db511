import { outOf, plural } from './plural'

const placed = (n: number) =>
  plural('cs', n, {
    one: 'rozdán # hlas',
    few: 'rozdány # hlasy',
    many: 'rozdáno # hlasu',
    other: 'rozdáno # hlasů',
  })
const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)

export const cs = {
  app: 'Dílna',
  settings: 'Nastavení',
  open: 'Otevřete v telefonu',
  type: 'a zadejte kód',
  scan: 'nebo načtěte QR kód',
  qr: 'QR kód, který vede do jednání',
  code: 'Kód',
  shut: 'Za chvíli začínáme.',
  ended: 'Jednání skončilo. Děkujeme.',
  here: (n: number) =>
    plural('cs', n, { one: 'Je nás tu #', few: 'Jsme tu #', many: 'Je nás tu #', other: 'Je nás tu #' }),
  nth: (n: number) => `${n}. jednání`,
  none: 'Zatím prázdno. Napište první podnět.',
  blind: 'Teď píše každý sám za sebe. Co jsme napsali, se ukáže všem najednou.',
  hidden: '(skryto)',
  votedElse: 'hlasovalo se o jiném znění',
  locked: 'Dveře jsou zamčené.',
  blank: 'Plátno je zhasnuté.',
  noCauses: 'Zatím bez příčin. Co za tím stojí?',
  withoutTopic: 'Bez okruhu',
  marked: 'označeno',
  votedOf: (n: number, of: number) => `hlasovalo ${n} ${outOf(of)}`,
  rule: (dots: number, most: number) =>
    `${plural('cs', dots, { one: '# hlas', few: '# hlasy', many: '# hlasu', other: '# hlasů' })} pro každého, jednomu podnětu nejvýš ${most}`,
  result: 'Výsledek',
  resultOf: (n: number) => `Výsledek ${n}. kola`,
  nthRound: (n: number) => `${n}. kolo`,
  turnout: (voters: number, points: number) =>
    `${plural('cs', voters, { one: 'Hlasoval # člověk', few: 'Hlasovali # lidé', many: 'Hlasovalo # člověka', other: 'Hlasovalo # lidí' })}, ${placed(points)}`,
  points: (points: number) => capital(placed(points)),
  place: (from: number, to: number) => (from === to ? `${from}. místo` : `${from}.–${to}. shoda`),
  notCounted: 'nepočítáno',
  again: 'pokračování',
  picture: (effect: string) => `Rybí kost: ${effect}`,
  page: (page: number, of: number) => `${page} / ${of}`,
  pageAloud: (page: number, of: number) => `Strana ${page} ${outOf(of)}`,
  previous: 'Předchozí strana',
  next: 'Další strana',
  pause: 'Zastavit střídání stran',
  play: 'Střídat strany',
  hint: 'F: celá obrazovka. Q: velký kód kdykoli během jednání. Mezerník zastaví střídání stran. O: výsledek v pořadí, jak podněty vznikaly.',
  bigCode: 'Zobrazit velký kód (Q)',
  fullscreen: 'Na celou obrazovku (F)',
  connecting: 'Připojuji se…',
  away: 'Spojení vypadlo, obnovuji je…',
  noLink: 'Odkaz na plátno není úplný. Otevřete ho znovu z řízení jednání.',
  wrongLink: 'Tento odkaz na plátno neplatí. Otevřete ho znovu z řízení jednání.',
}

export type WallWords = typeof cs
