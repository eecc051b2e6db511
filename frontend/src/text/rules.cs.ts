import { amount, outOf, plural } from './plural'

const dots = (n: number) => plural('cs', n, { one: '# hlas', few: '# hlasy', many: '# hlasu', other: '# hlasů' })
const number = (n: number) => amount('cs', n)
const money = (n: number, unit: string) => (unit ? `${number(n)}\u00a0${unit}` : number(n))
const pluses = (n: number) =>
  plural('cs', n, {
    one: '# kladný hlas',
    few: '# kladné hlasy',
    many: '# kladného hlasu',
    other: '# kladných hlasů',
  })
const minuses = (n: number) =>
  plural('cs', n, {
    one: '# záporný hlas',
    few: '# záporné hlasy',
    many: '# záporného hlasu',
    other: '# záporných hlasů',
  })

export const cs = {
  names: {
    dots: 'Hlasy',
    choice: 'Pro, nebo proti',
    approval: 'Výběr',
    weights: 'Body různé váhy',
    'plus-minus': 'Kladné a záporné hlasy',
    ranking: 'Pořadí',
    scale: 'Známky na stupnici',
    budget: 'Rozpočet',
    judging: 'Porota podle kritérií',
  },
  about: {
    dots: 'Každý má několik hlasů a rozdá je mezi podněty.',
    choice: 'O každém návrhu se řekne pro, proti, nebo se člověk zdrží. Hodí se k rozhodnutí.',
    approval: 'Každý vybere, co podporuje. Všechny vybrané podněty mají stejnou váhu.',
    weights: 'Nejlepší dostane nejvíc bodů, další méně. Rozliší i to, co se líbí všem.',
    'plus-minus': 'Hlasuje se pro i proti. Ukáže, co lidi rozděluje.',
    ranking: 'Každý seřadí, co považuje za nejdůležitější. První místo dostane nejvíc bodů.',
    scale: 'Každý ohodnotí každý podnět zvlášť. Dvě kola, třeba úsilí a přínos, nakreslí mřížku.',
    budget: 'Každý podnět něco stojí a každý vybírá jen do výše rozpočtu.',
    judging: 'Porota ohodnotí každý podnět podle několika kritérií. Výsledek je po kategoriích i celkově.',
  },
  dots: {
    count: dots,
    asks: (n: number, most: number) =>
      n === 1
        ? 'Máte jeden hlas.'
        : most === 1
          ? `Máte ${dots(n)}, každý pro jiný podnět.`
          : most < n
            ? `Máte ${dots(n)}. Jednomu podnětu můžete dát nejvýše ${most}.`
            : `Máte ${dots(n)}. Rozdělte je, jak chcete.`,
    left: (n: number, of: number) =>
      plural('cs', n, {
        one: 'Zbývá # hlas',
        few: 'Zbývají # hlasy',
        many: 'Zbývá # hlasu',
        other: 'Zbývá # hlasů',
      }) + ` ${outOf(of)}`,
    spent: (of: number): string => (of === 1 ? 'Svůj hlas jste dali.' : 'Máte rozdáno.'),
    perTopic: (most: number) => `V jednom okruhu nejvýše ${most}.`,
    useAll: 'Rozdejte prosím všechny. Lístek, na kterém nějaký hlas zbude, se nepočítá.',
  },
  choice: {
    asks: 'Jste pro, proti, nebo se zdržujete?',
    answers: { for: 'Pro', against: 'Proti', abstain: 'Zdržuji se' },
    said: (n: number, of: number) =>
      n === of ? 'Vyjádřili jste se ke všemu.' : `Vyjádřili jste se k ${n} ${outOf(of)}.`,
    saidOne: (answer: string) => `Váš hlas: ${answer}.`,
    nothing: 'Zatím jste nehlasovali.',
    majority: {
      label: 'Kdy je návrh přijatý',
      simple: 'víc hlasů pro než proti',
      absolute: 'pro víc než polovina',
      'two-thirds': 'pro aspoň dvě třetiny',
      consensus: 'nikdo není proti',
    },
    of: { label: 'Z koho se to počítá', cast: 'z hlasujících', present: 'z přítomných' },
    present: 'Kolik lidí je přítomno',
    rule: {
      simple: 'K přijetí stačí víc hlasů pro než proti.',
      absolute: (present: number) =>
        present
          ? `K přijetí je potřeba víc než polovina ${outOf(present)} přítomných.`
          : 'K přijetí je potřeba víc než polovina hlasujících.',
      'two-thirds': (present: number) =>
        present
          ? `K přijetí jsou potřeba aspoň dvě třetiny ${outOf(present)} přítomných.`
          : 'K přijetí jsou potřeba aspoň dvě třetiny hlasujících.',
      consensus: 'K přijetí nesmí být nikdo proti.',
    },
    passed: (counts: string) => `Přijato: ${counts}`,
    failed: (counts: string) => `Nepřijato: ${counts}`,
    counts: (yes: number, no: number, abstained: number) =>
      `${number(yes)} pro, ${number(no)} proti, ` +
      plural('cs', abstained, {
        one: '# se zdržel',
        few: '# se zdrželi',
        many: '# se zdrželo',
        other: '# se zdrželo',
      }),
  },
  approval: {
    asks: (most: number) =>
      most === 0
        ? 'Vyberte všechno, co podporujete.'
        : plural('cs', most, {
            one: 'Vyberte nejvýše # podnět.',
            few: 'Vyberte nejvýše # podněty.',
            many: 'Vyberte nejvýše # podnětu.',
            other: 'Vyberte nejvýše # podnětů.',
          }),
    choose: 'Vybrat',
    chosen: 'Vybráno',
    said: (n: number, most: number) => (most ? `Vybráno ${n} ${outOf(most)}` : `Vybráno: ${n}`),
    most: 'Kolik jich každý smí vybrat',
    any: 'kolik chce',
    some: 'jen několik',
    atMost: 'Nejvýše podnětů',
  },
  weights: {
    asks: (weights: string) => `Rozdejte body ${weights}. Každý můžete dát jednou.`,
    asksFreely: (most: number) => `Dejte každému podnětu 0 až ${number(most)} bodů.`,
    left: (weights: string) => `Zbývá rozdat: ${weights}`,
    spent: 'Máte rozdáno.',
    said: (n: number, of: number) => `Ohodnotili jste ${n} ${outOf(of)}.`,
    give: (n: number) => plural('cs', n, { one: '# bod', few: '# body', many: '# bodu', other: '# bodů' }),
    form: { label: 'Jak se body rozdávají', once: 'každý bod jednou', freely: 'volně na každý podnět' },
    best: 'Kolik bodů má nejlepší',
    most: 'Nejvíc bodů jednomu podnětu',
  },
  plusMinus: {
    spentOf: { 1: 'Kladné hlasy jste už rozdali.', [-1]: 'Záporné hlasy jste už rozdali.' },
    asks: (plus: number, minus: number) => `Máte ${pluses(plus)} a ${minuses(minus)}.`,
    perEntry: (most: number) => `Jednomu podnětu můžete dát nejvýše ${most}.`,
    after: (n: number) =>
      `Záporný hlas můžete dát, až rozdáte ${plural('cs', n, { one: '# kladný', few: '# kladné', many: '# kladného', other: '# kladných' })}.`,
    left: (plus: number, minus: number) => `Zbývá plus: ${plus}, minus: ${minus}`,
    spent: 'Máte rozdáno.',
    more: (what: string) => `O hlas víc: ${what}`,
    fewer: (what: string) => `O hlas méně: ${what}`,
    dots: 'Kladných hlasů na osobu',
    minus: 'Záporných hlasů na osobu',
    most: 'Nejvíc hlasů jednomu podnětu',
    afterLabel: 'Záporné až po tolika kladných',
  },
  ranking: {
    asks: (places: number) =>
      plural('cs', places, {
        one: 'Klepněte na to, co je pro vás nejdůležitější.',
        few: 'Klepejte postupně na # nejdůležitější, od prvního místa.',
        many: 'Klepejte postupně na # nejdůležitějšího, od prvního místa.',
        other: 'Klepejte postupně na # nejdůležitějších, od prvního místa.',
      }),
    exactly: 'Obsaďte prosím všechna místa. Lístek, na kterém nějaké chybí, se nepočítá.',
    said: (n: number, of: number) =>
      n === of ? 'Všechna místa jsou obsazená.' : `Obsazeno míst: ${n} ${outOf(of)}`,
    place: (n: number) => `${n}. místo`,
    put: 'Zařadit',
    take: (what: string, n: number) => `${n}. místo, vyřadit: ${what}`,
    placeOf: (what: string, n: number) => `Zařadit na ${n}. místo: ${what}`,
    up: (what: string) => `O místo výš: ${what}`,
    down: (what: string) => `O místo níž: ${what}`,
    places: 'Kolik míst se obsazuje',
    need: { label: 'Kolik míst musí mít lístek', all: 'všechna', some: 'stačí některá' },
    scores: 'Body za místa, od prvního',
    scoresHint: (usual: string) => `Oddělené čárkou. Obvyklé jsou ${usual}.`,
    counts: (place: number, n: number) => `${place}. místo: ${number(n)}krát`,
  },
  scale: {
    asks: (steps: number, low: string, high: string) =>
      low && high ? `Ohodnoťte od 1 (${low}) do ${steps} (${high}).` : `Ohodnoťte od 1 do ${steps}.`,
    said: (n: number, of: number) =>
      n === of ? 'Ohodnotili jste všechno.' : `Ohodnotili jste ${n} ${outOf(of)}.`,
    group: (what: string) => `Známka: ${what}`,
    step: (n: number, label: string) => (label ? `${n}, ${label}` : `${n}`),
    clear: (what: string) => `Nehodnotit: ${what}`,
    clearShort: 'Nehodnotit',
    steps: 'Kolik stupňů má stupnice',
    naming: 'Co se hodnotí',
    namingHint: 'Například: přínos. Podle toho se jmenuje osa mřížky.',
    low: 'Co znamená 1',
    high: (steps: number) => `Co znamená ${steps}`,
    middle: (median: number, spread: number, n: number) =>
      `medián ${number(median)}, odchylka ${number(spread)}, ` +
      plural('cs', n, {
        one: 'hodnotil # člověk',
        few: 'hodnotili # lidé',
        many: 'hodnotilo # člověka',
        other: 'hodnotilo # lidí',
      }),
    grid: (across: string, up: string) => `Mřížka: ${across} a ${up}`,
  },
  budget: {
    asks: (amount: number, unit: string) => `Vyberte, co chcete zaplatit. Máte ${money(amount, unit)}.`,
    left: (left: number, of: number, unit: string) => `Zbývá ${money(left, unit)} ${outOf(of, money(of, unit))}`,
    cost: money,
    pay: 'Zaplatit',
    paid: 'Zaplaceno',
    dear: 'na to nezbývá',
    amount: 'Kolik je k rozdělení',
    unit: 'V čem se to počítá',
    unitHint: 'Například Kč, tis. Kč, hodin.',
    costs: 'Kolik co stojí',
    fits: (cost: string) => `vejde se do rozpočtu, ${cost}`,
    tooDear: (cost: string) => `do rozpočtu se nevejde, ${cost}`,
    rule: (amount: string) => `Rozpočet ${amount} se plní podle hlasů; co se nevejde, přeskočí se.`,
  },
  judging: {
    asks: (steps: number, criteria: string) => `Ohodnoťte každý podnět známkami 1 až ${steps}: ${criteria}.`,
    whole: 'Podnět se počítá, až má známku podle každého kritéria.',
    said: (n: number, of: number) => `Ohodnoceno ${n} ${outOf(of)}`,
    clear: (what: string) => `Smazat známky: ${what}`,
    clearShort: 'Smazat známky',
    previous: 'Předchozí',
    next: 'Další',
    unjudged: 'Další neohodnocený',
    go: 'Přejít na podnět',
    steps: 'Nejvyšší známka',
    criteria: 'Podle čeho se hodnotí',
    criterion: (n: number) => `${n}. kritérium`,
    weight: (name: string) => `Váha: ${name}`,
    remove: (name: string) => `Odebrat: ${name}`,
    add: 'Přidat kritérium',
    added: (n: number) => `Kritérium ${n}`,
    proposed: { benefit: 'Přínos', feasibility: 'Proveditelnost', quality: 'Kvalita zpracování' },
    judges: (n: number) =>
      plural('cs', n, {
        one: 'hodnotil # člověk',
        few: 'hodnotili # lidé',
        many: 'hodnotilo # člověka',
        other: 'hodnotilo # lidí',
      }),
  },
  form: {
    title: 'Jak se bude hlasovat',
    doubts: {
      placesOfAll: (n: number) => `Podnětů je jen ${n}: tolik míst nikdo neobsadí. Uberte místa.`,
      weightsOfAll: (n: number) => `Podnětů je jen ${n}: všechny body nikdo nerozdá. Uberte body.`,
      chooseAll: (_n: number) => 'Každý může vybrat všechno, takže výsledek nic neseřadí. Snižte počet.',
      tooMany: (n: number) =>
        `Podnětů je ${n}. Tolik jich na telefonu nikdo pečlivě neprojde, vyberte užší okruh.`,
      noCosts: (_n: number) => 'Ještě není napsáno, kolik co stojí.',
      allFits: (_n: number) => 'Rozpočet stačí na všechno, takže není z čeho vybírat.',
      nothingFits: (_n: number) => 'Něco stojí víc než celý rozpočet: pro to nikdo hlasovat nemůže.',
      noPresent: (_n: number) => 'Napište, kolik lidí je přítomno.',
      noBudget: (_n: number) => 'Napište, kolik je k rozdělení.',
      minusFree: (_n: number) => 'Záporných hlasů je víc než kladných: výsledek řekne spíš, co lidé nechtějí.',
      afterTooMany: (_n: number) => 'Tolik kladných hlasů nikdo nemá, záporný hlas by nedal nikdo.',
      oneCriterion: (_n: number) => 'Kritérium je jen jedno. Na to stačí známky na stupnici.',
      manyMarks: (n: number) =>
        `Podnětů je ${n}, každý s několika známkami. Tolik jich nikdo pečlivě neprojde: uberte kritéria, nebo podněty.`,
      choiceOfMany: (n: number) => `Podnětů je ${n}. Pro a proti se hlasuje spíš o několika návrzích.`,
    },
  },
}

export type RuleWords = typeof cs
