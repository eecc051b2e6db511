import { outOf, plural } from './plural'

export const cs = {
  // The wall in hand
  wall: {
    title: 'Plátno',
    show: 'Plátno…',
    open: 'Otevřít plátno',
    close: 'Zavřít náhled plátna',
    picture: 'Náhled plátna',
    page: (n: number, of: number) => `strana ${n} / ${of}`,
    previous: 'Předchozí strana plátna',
    next: 'Další strana plátna',
    pause: 'Zastavit střídání stran na plátně',
    play: 'Střídat strany na plátně',
    code: 'Velký kód na plátně',
    smaller: 'Menší písmo na plátně',
    larger: 'Větší písmo na plátně',
    collected: 'Výsledek v pořadí, jak podněty vznikaly',
    nextPart: 'Výsledek další části sálu',
    elsewhere: 'Strany, písmo a kód odsud otočíte, když plátno otevřete v tomto prohlížeči.',
    phones: 'Na telefonech',
    onPhones: {
      shut: 'dveře jsou zavřené, čeká se na začátek',
      waiting: 'čeká se na první krok',
      ballot: 'hlasovací lístek',
      result: 'výsledek hlasování',
      blind: 'pole na psaní, každý vidí jen svoje podněty',
      writing: 'pole na psaní a podněty všech',
      causes: 'rybí kost a pole na příčiny',
      text: 'text kroku ke čtení',
      agreed: 'rozhodnutí nebo úkoly ke čtení',
      reading: 'podněty ke čtení, psát už nejde',
      end: 'poděkování a co kdo napsal',
    },
  },
  // Who is here
  done: (n: number, of: number) => `hotovo ${n} ${outOf(of)}`,
  hands: (n: number) =>
    plural('cs', n, { one: '# se hlásí', few: '# se hlásí', many: '# se hlásí', other: '# se hlásí' }),
  lower: 'Vyřízeno',
  lowerHint: 'Vyřídit všechny, kdo se hlásí',
  // Timer
  start: 'Odpočet…',
  startTitle: 'Odpočet na všech obrazovkách',
  minutes: 'Kolik minut',
  own: 'jinak',
  ownMinutes: 'Počet minut',
  ownHint: 'Od 1 do 360.',
  closes: 'Na konci uzavřít',
  closesWhat:
    'Až čas vyprší, uzavře se otevřené hlasování, a když žádné není, psaní v kroku. Jinak odpočet jen ukazuje čas.',
  closesAtEnd: 'na konci se uzavře',
  run: 'Spustit odpočet',
  more: '+1 min',
  moreAloud: '+1 min: přidat minutu',
  pause: 'Pozastavit odpočet',
  goOn: 'Pokračovat v odpočtu',
  stop: 'Zastavit odpočet',
  // Message
  write: 'Vzkaz…',
  messageTitle: 'Vzkaz na všechny obrazovky',
  messageText: 'Znění vzkazu',
  messageHint: 'Ukáže se na telefonech i na plátně, dokud ho nevezmete zpět.',
  send: 'Ukázat všem',
  takeBack: 'Vzít vzkaz zpět',
  // Door and wall
  lock: 'Zamknout dveře',
  locked: 'Dveře jsou zamčené.',
  unlock: 'Odemknout dveře',
  blank: 'Zhasnout plátno',
  blanked: 'Plátno je zhasnuté.',
  light: 'Rozsvítit plátno',
  // Writing on one's own
  blind: 'Nejdřív píše každý sám za sebe',
  blindHint: 'Co napíšou ostatní, uvidí lidé a plátno až po odkrytí. Vy vidíte všechno.',
  blindNow: 'Každý píše sám za sebe. Co kdo napsal, zatím vidíte jen vy.',
  goBlind: 'Psát každý sám',
  reveal: 'Ukázat podněty všem',
  // Hiding an idea
  hide: 'Skrýt text',
  show: 'Ukázat text',
  hidden: 'skryto',
  hiddenWhat:
    'Text vidíte tady vy a na telefonu jeho autor. Na plátně, na telefonech ostatních ani v zápisu není; hlasy zůstávají.',
}

export type RoomWords = typeof cs
