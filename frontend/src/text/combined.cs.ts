export const cs = {
  title: 'Společné pořadí',
  titled: (label: string) => `Společné pořadí – ${label}`,
  round: (n: number) => `${n}. kolo`,
  rounds: (rounds: string) => `Počítáno z kol: ${rounds}.`,
  weighed: (round: string, weight: string) => `${round} (váha ${weight})`,
  how: (bases: string) => `Z každého kola se bere ${bases}; výsledek je průměr podle vah.`,
  bases: {
    points: 'podíl na všech bodech rozdaných v kole',
    marks: 'poloha průměru na stupnici (nejnižší známka 0 %, nejvyšší 100 %)',
    for: 'podíl hlasů pro mezi těmi, kdo se vyjádřili',
  },
  beside: (round: string, share: string) => `${round}: ${share}`,
  missing: 'Co se nepočítalo ve všech kolech, nemá pořadí.',
  remove: 'Odebrat společné pořadí',
  form: {
    open: 'Spojit výsledky kol',
    hint: 'Z několika kol o stejných podnětech vznikne jedno společné pořadí: dvě části sálu, před diskusí a po ní, setkání a pozdější anketa.',
    which: 'Která kola a jakou mají váhu',
    weight: (round: string) => `Váha: ${round}`,
    parts: (rounds: string) => `Počítá se: ${rounds}.`,
    label: 'Název (nepovinný)',
    make: 'Ukázat společné pořadí všem',
    two: 'Vyberte aspoň dvě kola a každému dejte váhu od 1 do 100.',
    unknown: 'Spojit jde jen kola, jejichž výsledek jste už všem ukázali.',
    doubts: {
      entries: 'Kola nebyla o stejných podnětech. Co se nepočítalo ve všech kolech, nebude mít pořadí.',
      rules:
        'V kolech se hlasovalo různým způsobem. Body rozdělené mezi podněty vycházejí v menších procentech než známky na stupnici, takže jedno kolo rozhodne víc, než říká jeho váha.',
      grid: 'Každé kolo hodnotilo něco jiného. Průměr třeba z dopadu a náročnosti nic neříká, taková dvě kola čtěte v mřížce.',
    },
  },
}

export type CombinedWords = typeof cs
