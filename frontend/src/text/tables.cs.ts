import { plural } from './plural'

const people = (n: number) =>
  plural('cs', n, { one: '# člověk', few: '# lidé', many: '# člověka', other: '# lidí' })

export const cs = {
  // Phone
  phone: {
    where: 'Kde sedím',
    choose: 'Stačí jedno klepnutí. Kdo kde sedí, se nikdo nedozví, ukazuje se jen počet.',
    change: 'Změnit',
    keep: 'Nechat, jak to je',
    guests: 'jen se dívám',
    others: (part: string) => `Tento krok je pro: ${part}. Můžete se dívat.`,
    watching: 'Jste tu jako host: vidíte všechno, ale nepíšete a nehlasujete.',
    chosen: (part: string) => `Vybráno: ${part}`,
  },
  // Console
  title: 'Stoly a skupiny',
  what: 'Rozdělte sál na stoly, nebo podle toho, za koho lidé mluví. Každý si v telefonu vybere jedním klepnutím. Vidíte jen počty, nikdy jména.',
  divide: 'Rozdělit na stoly',
  howMany: 'Kolik stolů',
  fewer: 'o stůl méně',
  more: 'o stůl víc',
  tables: 'Kde sedíte?',
  table: (n: number) => `Stůl ${n}`,
  other: 'Rozdělit jinak',
  heading: 'Na co se lidí zeptáme',
  headingHint: 'Třeba: Za koho mluvíte?',
  parts: 'Z čeho si vyberou',
  partsHint: 'Každou možnost na nový řádek.',
  guests: 'Hosté, kteří se jen dívají',
  guestsHint: 'Třeba: host. Vidí všechno, nepíšou a nehlasují. Nechte prázdné, pokud žádní nejsou.',
  deal: 'Rozsadit lidi rovnoměrně',
  dealHint: 'Kdo přijde, dostane místo hned. Změnit si ho může každý.',
  add: 'Rozdělit sál',
  edit: 'Upravit',
  remove: 'Zrušit rozdělení',
  people,
  areGuests: 'jen se dívají',
  nobody: 'zatím nikdo',
  // Steps side by side
  same: 'Stejný krok pro každý stůl',
  sameHint: 'Každý stůl nebo skupina dostane vlastní krok: píšou a hlasují v něm jen oni, ostatní se můžou dívat.',
  stepHeading: 'Nadpis kroku',
  stepPrompt: 'Otázka na telefonech',
  make: 'Přidat všem',
  headingOf: (heading: string, part: string) => `${heading} – ${part}`,
  openAll: 'Otevřít všem',
  closeAll: 'Uzavřít všem',
  open: 'Otevřít',
  close: 'Uzavřít',
  part: 'Kdo',
  seats: 'Lidí',
  ideas: 'Podnětů',
  done: 'Hotovo',
  state: 'Stav',
  voted: (n: number, of: number) => `hlasovalo ${n} z ${of}`,
  // To the plenary
  best: 'Poslat to nejlepší do společného kroku',
  bestHint: 'Pod jménem stolu. Kdo se dělí o poslední místo, jde taky. Co už tam je, se nepřidá podruhé.',
  byVotes: 'podle hlasů',
  byChosen: 'co je vybráno',
  by: 'Co poslat',
  most: 'Kolik od každého',
  oneFewer: 'o jeden méně',
  oneMore: 'o jeden víc',
  target: 'Kam',
  noTarget: 'Nejdřív přidejte do programu společný krok se sběrem podnětů.',
  send: 'Poslat',
  sent: (heading: string) => `Posláno do kroku „${heading}“.`,
  // Wall
  onWall: 'Na plátně',
  inTurn: 'všechny po řadě',
  onWallNow: 'je na plátně',
  showOnWall: 'Na plátno',
}

export type TablesWords = typeof cs
