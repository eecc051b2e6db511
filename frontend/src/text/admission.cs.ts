import { plural } from './plural'

const devices = (n: number) =>
  plural('cs', n, { one: '# zařízení', few: '# zařízení', many: '# zařízení', other: '# zařízení' })

/** How people get in, and their devices, as the console says it. */
export const cs = {
  openNow: {
    open: 'Dveře jsou otevřené. Kdo zadá kód, je uvnitř.',
    tickets: 'Dveře jsou otevřené. Dovnitř se vstupuje se vstupenkou, kód nestačí.',
    lobby: 'Dveře jsou otevřené. Kdo zadá kód, čeká, až ho pustíte.',
  },
  title: 'Jak se vstupuje',
  ways: { open: 'S kódem', tickets: 'Se vstupenkou', lobby: 'Po jednom' },
  proves: {
    open: 'Kdo má kód, je uvnitř hned. Nikdo ale nepozná, zda jeden člověk nevstoupil na dvou zařízeních nebo v soukromém okně prohlížeče: při hlasování se počítají zařízení, ne lidé.',
    tickets:
      'Každá vstupenka pustí dovnitř jedno zařízení. Kdo dostal jednu vstupenku, má v každém hlasování jeden lístek. Že ji nepředal někomu jinému, vstupenka nedokáže; a vy byste s nerozdanými vstupenkami vstoupit mohli.',
    lobby:
      'Kdo načte kód, čeká, až ho pustíte. Vidíte, koho pouštíte, podle čísla na jeho telefonu. Kdo odejde a vstoupí znovu na jiném zařízení, projde, když ho pustíte.',
  },
  stay: 'Změnit to jde i během jednání. Kdo je uvnitř, zůstane.',
  most: 'Nejvyšší počet zařízení',
  mostHint: 'Nevyplněno: vejde se každé. Kdo se nevejde, dozví se, že má přijít za vámi.',
  save: 'Uložit',
  tickets: 'Vstupenky',
  noTickets: 'Zatím žádné nejsou.',
  counts: (all: number, used: number) =>
    `${plural('cs', all, { one: '# vstupenka', few: '# vstupenky', many: '# vstupenky', other: '# vstupenek' })}, použito ${used}`,
  add: 'Kolik přidat',
  make: 'Přidat vstupenky',
  print: 'Vytisknout nepoužité (PDF)',
  printHint: 'Deset na stránku A4. Rozstříhejte je a rozdejte, každému jednu.',
  lost: 'Ztracená vstupenka číslo',
  reissue: 'Vydat znovu',
  reissueHint:
    'Starý kód přestane platit. Kdo s ním vstoupil, přijde o místo i o lístky v otevřených hlasováních.',
  issued: (n: number) => `Vstupenka č. ${n} vydaná znovu`,
  issuedWhat: 'Ať ji člověk načte telefonem přímo odsud, nebo opíše kód.',
  qr: 'QR kód vstupenky',
  printOne: 'Vytisknout ji (PDF)',
  lobby: (n: number) =>
    plural('cs', n, {
      one: 'U dveří čeká # člověk',
      few: 'U dveří čekají # lidé',
      many: 'U dveří čeká # člověka',
      other: 'U dveří čeká # lidí',
    }),
  waits: (n: number) => plural('cs', n, { one: 'Čeká #', few: 'Čekají #', many: 'Čeká #', other: 'Čeká #' }),
  letIn: 'Pustit',
  letInOf: (n: number) => `Pustit číslo ${n}`,
  refuse: 'Nepustit',
  refuseOf: (n: number) => `Nepustit číslo ${n}`,
  letAll: (n: number) => `Pustit všechny (${n})`,
  devices: 'Zařízení',
  inside: (n: number) => `Uvnitř: ${devices(n)}`,
  show: 'Ukázat zařízení',
  devicesWhat:
    'Každý najde číslo svého zařízení v Přehledu na telefonu. Co kdo napsal nebo jak hlasoval, tu nikdy není.',
  votedWhat: 'Kdo už hlasoval, se ukáže, až odevzdá lístek aspoň pět telefonů.',
  number: 'Číslo',
  came: 'Vstup',
  ticket: (n: number) => `vstupenka č. ${n}`,
  cameBy: { open: 's kódem', tickets: 'se vstupenkou', lobby: 'pustili jste ho' },
  joined: 'Kdy',
  state: 'Stav',
  connected: 'připojené',
  away: 'nepřipojené',
  out: 'vyřazené',
  refused: 'nepuštěné dovnitř',
  voted: 'hlasovalo',
  notVoted: 'nehlasovalo',
  vote: 'Hlasování',
  takeOut: 'Vyřadit',
  takeOutOf: (n: number) => `Vyřadit zařízení číslo ${n}`,
  takeOutAsk: (n: number) => `Vyřadit zařízení číslo ${n}?`,
  takeOutWhat:
    'Přijde o místo i o lístky v otevřených hlasováních a na telefonu se dozví proč. Co se už sečetlo a co napsalo, zůstane. Můžete ho pustit zpátky.',
  back: 'Pustit zpátky',
  backOf: (n: number) => `Pustit zpátky zařízení číslo ${n}`,
  refresh: 'Načíst znovu',
  tooMany: (ballots: number, people: number) =>
    `Lístků je ${ballots}, ale přítomných podle zápisu jen ${people}. Někdo mohl hlasovat víckrát, nebo počet přítomných nesedí.`,
}
