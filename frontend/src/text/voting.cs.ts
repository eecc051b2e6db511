import { outOf, plural } from './plural'
import { votedOf } from './votedOf'

const ideas = (n: number) =>
  plural('cs', n, { one: '# podnět', few: '# podněty', many: '# podnětu', other: '# podnětů' })
const dots = (n: number) => plural('cs', n, { one: '# hlas', few: '# hlasy', many: '# hlasu', other: '# hlasů' })
export const voting = {
  rounds: {
    printBallots: 'Vytisknout hlasovací lístky (PDF, čtyři na stránku)',
    title: 'Hlasování',
    prepare: 'Připravit hlasování',
    prepareTyped: 'Součty z papíru',
    prepareNext: 'Připravit další kolo',
    label: 'Nadpis sloupce s hlasy',
    labelHint: 'Například: Počet hlasů pro prioritizaci problému.',
    dots: 'Hlasů na osobu',
    perIdea: 'Nejvíc hlasů jednomu podnětu',
    proposal: (n: number, d: string) => `Na ${ideas(n)} doporučujeme ${d}: čtvrtinu až třetinu podnětů.`,
    useProposal: (d: string) => `Použít ${d}`,
    rule: (d: number, per: number) =>
      per >= d && d > 1
        ? `Každý má ${dots(d)} a může je dát, jak chce, i všechny jednomu podnětu.`
        : per === 1 && d > 1
          ? `Každý má ${dots(d)}, každý pro jiný podnět.`
          : d === 1
            ? 'Každý má jeden hlas.'
            : `Každý má ${dots(d)}, jednomu podnětu může dát nejvýše ${per}.`,
    perTopic: 'Nejvíc hlasů v jednom okruhu',
    perTopicRule: (most: number) => `V jednom okruhu nejvýše ${most}.`,
    useAllRule: 'Lístek, na kterém nějaký hlas zbude, se nepočítá.',
    useAll: { label: 'Musí každý rozdat všechny hlasy', no: 'nemusí', yes: 'musí, jinak se lístek nepočítá' },
    ruleTyped: 'Hlasuje se na papíře. Součty zapíšete vy.',
    limits: 'Změnit, kolik hlasů každý má',
    limitsHint: 'Telefony se změnou řídí hned. Zvýšit jde vždy, snížit jen tak, aby se vešlo, co už kdo rozdal.',
    open: 'Spustit hlasování',
    close: 'Ukončit hlasování',
    remove: 'Odebrat kolo',
    nobody: 'Nikdo nehlasoval.',
    nobodyHint:
      'V zápisu bude, že se nezapočítal ani jeden hlas. Na plátně kolo není. Můžete ho spustit znovu, nebo odebrat.',
    reopen: 'Spustit znovu',
    states: { prepared: 'připraveno', open: 'hlasuje se', closed: 'uzavřeno' },
    unseen: 'Výsledek zatím vidíte jen vy. Na telefonech, na plátně ani v zápisu není, dokud ho neukážete.',
    show: 'Ukázat výsledek',
    showUpwards: 'Od posledního místa',
    showNext: 'Ukázat další místo',
    showRest: 'Ukázat všechno',
    shownFrom: (place: number) => `Všichni vidí výsledek od ${place}. místa dolů. Co je nad ním, vidíte jen vy.`,
    running: 'Součty nevidí nikdo, ani vy, dokud kolo neukončíte.',
    ballots: votedOf.cs,
    nothing: 'Nejdřív je potřeba mít podněty, o kterých se bude hlasovat.',
    stepShut: 'Spustit půjde, až na tento krok přejdete.',
    unnamed: (n: number) => `${n}. kolo`,
    notCounted: 'nepočítáno',
    order: 'Pořadí v zápisu',
    orders: { collected: 'jak podněty přišly', votes: 'podle hlasů' },
    wallOrder: 'Pořadí na plátně',
    wallOrders: { collected: 'jak podněty přišly', votes: 'od prvního místa' },
    type: 'Zapsat součty',
    correct: 'Opravit součty',
    typeHint: 'Prázdné pole znamená, že se podnět nepočítal. To není nula.',
    typeHintChoice:
      'Kde nevyplníte nic, tam se podnět nepočítal. Vyplníte-li jen některé pole, ostatní jsou nula.',
    totals: {
      points: (n: number) => `Součet hlasů pro podnět ${n}`,
      mean: (n: number) => `Průměr známek podnětu ${n}`,
      for: (_n: number) => 'Pro',
      against: (_n: number) => 'Proti',
      abstain: (_n: number) => 'Zdrželo se',
    },
    outsideMean: (steps: number) => `Napište číslo od 1 do ${steps}, třeba 1,5.`,
    voters: 'Kolik lidí hlasovalo',
    dotsTyped: 'Kolik hlasů měl každý',
    perIdeaTyped: 'Nejvíc hlasů jednomu podnětu',
    ruleHint: 'Nepovinné. Co nevyplníte, v zápisu nestojí.',
    outside: (most: number) => `Napište číslo od 1 do ${most}, nebo nechte pole prázdné.`,
    noMinus: 'Záporný součet tu být nemůže: záporné hlasy v tomto kole nikdo neměl.',
    saveTotals: 'Uložit součty a ukončit kolo',
    saveCorrection: 'Uložit opravu',
    countedDots: dots,
    spent: (n: number) =>
      plural('cs', n, {
        one: 'všechny hlasy rozdal # člověk',
        few: 'všechny hlasy rozdali # lidé',
        many: 'všechny hlasy rozdalo # člověka',
        other: 'všechny hlasy rozdalo # lidí',
      }),
    openBeside: 'Spustit vedle toho, co běží',
    besideHint: 'Lidé budou mít lístky pod sebou. Každé hlasování ukončíte zvlášť.',
    nested: 'Hlasovat i o podnětech, které stojí pod jinými',
    proposals: 'Povolit vlastní návrhy během hlasování',
    proposalsHint:
      'Kdo hlasuje, smí přidat nejvýše tři podněty. Hned jsou na všech lístcích, jako poslední, a v zápisu se pozná, že přišly až při hlasování. Přeformulovat, sloučit nebo odebrat je půjde po ukončení.',
    who: 'Kdo hlasuje',
    whoHint: 'Když nezaškrtnete nic, hlasují všichni, komu je krok určen.',
    connected: (n: number) => `připojených telefonů: ${n}`,
  },
  rule: {
    fewer: 'méně',
    more: 'více',
    typeInstead: 'Hlasovat na papíře a zapsat součty',
    onPhones: 'Hlasovat na telefonech',
    notPlayed: 'Na telefonech se podle tohoto pravidla hlasovat nedá. Nechte hlasovat na papíře a zapište součty.',
    onPaper: 'Hlasovat na papíře',
    missing: 'Řekněte, kolik hlasů každý má.',
    among: (n: number) => `Hlasuje se jen mezi ${n} vybranými podněty.`,
    doubts: {
      unplaceable: (n: number, d: number, most: number) =>
        `Podnětů je ${n} a na jeden smí nejvýše ${most}: ${dots(d)} nikdo nerozdá. Uberte hlasy.`,
      everything: (_n: number, _d: number, _most: number) =>
        'Každý může dát hlas všemu, takže výsledek nic neseřadí. Uberte hlasy.',
      many: (_n: number, _d: number, _most: number) => 'Víc než deset hlasů už nikdo pečlivě nerozváží.',
      oneTakesAll: (_n: number, _d: number, most: number) =>
        `Jeden člověk může jedinému podnětu dát ${dots(most)}, a tím rozhodnout za ostatní. Obvyklé jsou nejvýše 3.`,
    },
  },
  paper: {
    enter: 'Zapsat lístek z papíru',
    title: 'Lístek z papíru',
    entering: (n: number) => `Zapisujete lístek č. ${n}. Číslo si na něj můžete napsat.`,
    correcting: (n: number) => `Opravujete lístek č. ${n}.`,
    receipt: (n: string) => `Kontrolní číslo: ${n}. Kdo si ho opíše, najde po hlasování svůj lístek v seznamu.`,
    numbers: 'Čísla podnětů na lístku',
    numbersHint: 'Jak stojí na plátně, oddělená mezerou. Totéž číslo dvakrát jsou dva hlasy.',
    noSuchIdea: (typed: string) => `Podnět s číslem ${typed} tu není.`,
    used: (n: number, of: number) => `na lístku ${dots(n)} ${outOf(of)}`,
    count: 'Započítat lístek',
    saveCorrection: 'Uložit opravu lístku',
    counted: (n: number) => `Lístek č. ${n} je započítaný.`,
    entered: 'Zapsané lístky',
    nth: (n: number) => `lístek č. ${n}`,
    incomplete: 'Lístek není úplný. Uloží se, ale podle pravidla se nezapočítá.',
    takenBack: 'nepočítá se',
    correct: 'Opravit',
    takeBack: 'Vzít zpět',
    unlinked: 'Po ukončení hlasování se lístky promíchají s ostatními a zůstane jen jejich počet.',
    amongThem: (n: number) =>
      `z toho ${plural('cs', n, { one: '# lístek', few: '# lístky', many: '# lístku', other: '# lístků' })} z papíru`,
  },
  ties: {
    goOn: 'Kolik podnětů jde dál',
    places: (from: number, to: number) => `${from}.–${to}. místo: shoda`,
    each: (d: string) => `Každý má ${d}.`,
    decides: (n: number) =>
      n === 1
        ? 'O prvním místě rozhodne další kolo, nebo los.'
        : `Které se vejdou do prvních ${n} míst, rozhodne další kolo, nebo los.`,
    draw: 'Rozhodnout losem',
    askDraw: 'Losuje se jednou. Los platí, nejde vzít zpět ani opakovat a bude v zápisu.',
    drawNow: 'Losovat',
    drawn: (when: string) => `O pořadí rozhodl los ${when}:`,
    none: 'Na těchto místech není žádná shoda.',
    secondRound: 'Spustit další kolo mezi nimi',
    prepareSecond: 'Jen připravit',
    amongFirst: (n: number) => `Připravit další kolo mezi prvními ${n}`,
  },
}
