import { plural } from './plural'

/** What is said while a workshop is being prepared. */
export const preparing = {
  templates: {
    steps: (n: number) => plural('cs', n, { one: '# krok', few: '# kroky', many: '# kroku', other: '# kroků' }),
    own: 'váš vzor',
    show: 'Ukázat kroky',
    rename: 'Přejmenovat vzor',
    remove: 'Odebrat vzor',
    removeAsk: (name: string) => `Opravdu odebrat vzor ${name}? Jednání, která z něj vznikla, zůstanou.`,
    menu: (name: string) => `Možnosti vzoru ${name}`,
    name: 'Název vzoru',
    save: 'Uložit jako vzor',
    saveHint:
      'Uloží se kroky, otázky, okruhy, pravidla hlasování, časy a vaše kontrolní body. Nic z toho, co lidé napsali.',
    saved: 'Vzor je uložený. Najdete ho při zakládání nového jednání.',
  },
  copy: {
    title: 'S tímto jednáním',
    make: 'Připravit další jednání',
    lead: 'Vznikne nové jednání se stejnými kroky, dalším pořadovým číslem a s novým kódem. Toto jednání se nezmění.',
    date: 'Kdy bude',
    dateHint: 'Můžete doplnit i později.',
    bring: 'Co vzít s sebou',
    openTasks: (n: number) =>
      `Co jsme slíbili: ${plural('cs', n, { one: '# otevřený úkol', few: '# otevřené úkoly', many: '# otevřeného úkolu', other: '# otevřených úkolů' })}`,
    openTasksHint: 'Budou prvním krokem. U každého pak jedním stiskem řeknete, co s ním je.',
    attendance: (n: number) => `Jména účastníků (${n})`,
    attendanceHint:
      'Přítomní, omluvení a hosté se předvyplní do záhlaví. Upravíte je, až budete vědět, kdo přišel.',
    whole: (heading: string) => `Celý krok ${heading}`,
    bringHint: 'Texty celých kroků se přenesou i se zdrojem. Hlasy, označení a výběr zůstávají tady.',
    nothing: 'Žádný krok zatím nemá obsah, přenesou se jen kroky.',
    best: 'Nejlepší podněty do stejných kroků',
    noBest: 'žádné',
    bestBy: { chosen: 'vybrané', votes: 'první podle hlasů' },
    most: 'Kolik prvních z každého kroku',
    ties: 'Podněty, které se dělí o poslední místo, jdou také.',
    comes: 'Do dalšího jednání se přenese:',
    agendaOnly: 'jen kroky, bez obsahu',
    ideasOf: (n: number, heading: string) =>
      `${plural('cs', n, { one: '# podnět', few: '# podněty', many: '# podnětu', other: '# podnětů' })} z kroku ${heading}`,
    wholeOf: (heading: string) => `celý krok ${heading}`,
    people: (n: number) => plural('cs', n, { one: '# jméno', few: '# jména', many: '# jména', other: '# jmen' }),
    create: 'Založit další jednání',
  },
  plan: {
    minutes: 'Kolik minut',
    minutesHint: '0 znamená, že čas kroku neplánujete.',
    at: (time: string, minutes: number) => (minutes > 0 ? `${time} · ${minutes} min` : time),
    only: (minutes: number) => `${minutes} min`,
    isLate: 'přes plánovaný konec',
    total: (minutes: number) => {
      const hours = Math.floor(minutes / 60)
      const rest = minutes % 60
      return `Celkem ${[hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ')}`
    },
    span: (from: string, to: string) => `od ${from} do ${to}`,
    over: (end: string, minutes: number) => `Plánovaný konec v ${end} přesáhnete o ${minutes} min.`,
    noStart: 'Vyplňte začátek jednání',
    endsAt: (time: string) => `konec asi v ${time}`,
    shorten: (end: string) => `Zkrátit zbytek do ${end}`,
    shortenHint: 'Kroky, které teprve přijdou, se zkrátí stejným dílem, aby jednání skončilo podle plánu.',
    behind: (n: number) =>
      `o ${plural('cs', n, { one: '# minutu', few: '# minuty', many: '# minuty', other: '# minut' })} později než plán`,
    ahead: (n: number) =>
      `o ${plural('cs', n, { one: '# minutu', few: '# minuty', many: '# minuty', other: '# minut' })} dřív než plán`,
  },
  checklist: {
    title: 'Kontrola před jednáním',
    left: (n: number) => plural('cs', n, { one: 'zbývá #', few: 'zbývají #', many: 'zbývá #', other: 'zbývá #' }),
    ready: 'připraveno',
    lead: 'Co Dílna pozná sama, odškrtává za vás.',
    done: 'hotovo',
    open: 'zbývá',
    fix: 'Doplnit',
    checks: {
      date: 'Datum a začátek',
      place: 'Místo',
      steps: 'Kroky jednání',
      prompts: 'Otázka u každého kroku',
      rules: 'Pravidla hlasování',
      time: 'Časový plán',
      address: 'Adresa pro telefony',
      doors: 'Otevřené dveře',
      wall: 'Plátno',
      phone: 'Zkouška s telefonem',
    },
    todo: {
      date: 'Vyplňte datum a začátek. Vytisknou se v zápisu a podle začátku se počítá časový plán.',
      place: 'Vyplňte místo. Vytiskne se v zápisu.',
      steps: 'Přidejte první krok.',
      prompts: 'U některého kroku chybí otázka, na kterou budou lidé odpovídat.',
      rules: 'U některého hlasování chybí, kolik hlasů kdo má.',
      time: 'Dejte každému kroku minuty a zkontrolujte, že se vejdou do plánovaného konce.',
      address:
        'Adresu teď otevře jen tento počítač, telefony ne. Připojte ho k Wi-Fi, na které budou telefony, a spusťte Dílnu znovu.',
      doors: 'Kód začne platit, až otevřete dveře. Stačí to udělat, když lidé přicházejí.',
      wall: 'Otevřete plátno na projektoru a podívejte se na něj z poslední řady.',
      phone: 'Načtěte QR kód vlastním telefonem. Když se objevíte uvnitř, síť v sále funguje.',
    },
    own: 'Na co myslíte vy',
    ownHint: 'Toto Dílna nepozná. Odškrtněte sami.',
    newPoint: 'Přidat vlastní bod',
    removePoint: (text: string) => `Odebrat bod: ${text}`,
  },
  rehearsal: {
    start: 'Zkusit nanečisto',
    startHint: 'Vznikne kopie jednání a přijdou do ní předstíraní lidé. Skutečné jednání se nezmění.',
    starting: 'Připravuji zkoušku…',
    title: 'Zkouška nanečisto',
    lead: 'Veďte jednání jako doopravdy: otevřete krok a předstíraní lidé začnou psát a hlasovat. Skutečného jednání se nic z toho nedotkne.',
    playing: (n: number) =>
      plural('cs', n, {
        one: 'Hraje # předstíraný člověk.',
        few: 'Hrají # předstíraní lidé.',
        many: 'Hraje # předstíraného člověka.',
        other: 'Hraje # předstíraných lidí.',
      }),
    resting: 'Předstíraní lidé teď nehrají.',
    stop: 'Zastavit předstírané lidi',
    play: 'Pustit předstírané lidi',
    remove: 'Ukončit a smazat zkoušku',
    back: 'Ke skutečnému jednání',
  },
  print: {
    title: 'Listy k tisku',
    slips: 'Lístky k rozstříhání, čtyři na stránku A4',
    slipsHint:
      'Vytiskněte tolik stránek, kolik potřebujete, a rozstříhejte je. Jdou vytisknout i předem, dokud ještě žádné podněty nejsou.',
    blankBallots: 'Hlasovací lístky s čísly',
    ideaSlips: 'Lístky na psaní podnětů',
    noVote: 'Hlasovací lístky se dají vytisknout, až v některém kroku připravíte hlasování.',
    pages: 'Celé stránky',
    lead: 'Jak se připojit, a má-li krok s hlasováním už podněty, také lístek s jejich zněním. Vytisknou se z prohlížeče, každý na vlastní stránku.',
    print: 'Vytisknout celé stránky',
    join: 'List ke vstupu',
    joinLead: 'Připojte se k jednání',
    scan: 'Načtěte kód telefonem,',
    type: 'nebo otevřete adresu',
    code: 'a zadejte kód',
    nameless: 'Bez registrace a beze jména.',
    ballots: 'Lístek se zněním podnětů',
    forStep: 'Pro krok',
    rule: (dots: number, most: number) => {
      const all = plural('cs', dots, { one: '# hlas', few: '# hlasy', many: '# hlasu', other: '# hlasů' })
      if (dots === 1) return `Máte ${all}. Udělejte křížek u podnětu, kterému ho dáváte.`
      if (most === 1) return `Máte ${all}. Udělejte křížek u podnětů, kterým je dáváte.`
      return `Rozdělte ${all}${most > 0 && most < dots ? `, jednomu podnětu nejvýše ${most}` : ''}: za každý udělejte v rámečku křížek.`
    },
    noRule: 'Za každý hlas udělejte v rámečku křížek.',
    box: 'Místo na křížky',
    signing: 'Prezenční listina',
    withSigning: 'Vytisknout i prezenční listinu k podpisu',
    signingHint: 'Jména se berou z hlavičky zápisu (přítomni, omluveni a hosté), pod nimi jsou volné řádky.',
    name: 'Jméno a organizace',
    signature: 'Podpis',
  },
  hint: {
    run: 'Zelené tlačítko vždy nabízí to, co přijde teď. Nic nepokazíte: odebrané jde vrátit a krok znovu otevřít.',
  },
}
