/** The outline one types in, by what stands in it. */
export const outline = {
  none: { causes: 'Zatím žádná kost.', decisions: 'Zatím žádné rozhodnutí.', tasks: 'Zatím žádný úkol.' },
  add: { causes: 'Přidat kost', decisions: 'Přidat rozhodnutí', tasks: 'Přidat úkol' },
  line: { causes: 'Příčina', decisions: 'Rozhodnutí', tasks: 'Úkol' },
  newTop: { causes: 'Nová hlavní kost', decisions: 'Nové rozhodnutí', tasks: 'Nový úkol' },
  newUnder: {
    causes: (above: string) => `Nová příčina pod ${above}`,
    decisions: (above: string) => `Další bod rozhodnutí ${above}`,
    tasks: (above: string) => `Dílčí úkol pod ${above}`,
  },
  top: { causes: 'Samostatná hlavní kost', decisions: 'Samostatné rozhodnutí', tasks: 'Samostatný úkol' },
  below: { causes: 'Přidat pod', decisions: 'Přidat bod', tasks: 'Přidat dílčí úkol' },
  hint: 'Enter: další řádek. Tab: hlouběji. Shift+Tab: výš. Alt+šipky: přesunout. Delete na řádku: odebrat. Esc: ven z osnovy.',
  hintMore: 'Ctrl+Enter: podrobnosti.',
  grip: (text: string) => `Přetáhnout: ${text}`,
  deeper: 'Hlouběji',
  shallower: 'Výš ve stromu',
  moveUnder: 'Přesunout pod',
  level: (n: number) => `${n}. úroveň`,
}

/** Decisions and tasks as a facilitator writes them. */
export const agreeing = {
  from: { decisions: 'Z toho rozhodnutí', tasks: 'Z toho úkol' },
  new: { decisions: 'Nové rozhodnutí', tasks: 'Nový úkol' },
  heading: { decisions: 'ROZHODNUTÍ', tasks: 'ÚKOLY' },
  details: { decisions: 'Kdo navrhl a jak se rozhodlo', tasks: 'Kdo a dokdy' },
  // A decision
  mover: 'Kdo to navrhl',
  vote: 'Hlasovat na telefonech',
  how: 'Jak se rozhodlo',
  hows: { unknown: 'neuvádíme', votes: 'hlasováním', consensus: 'shodou, nikdo není proti' },
  for: 'Pro',
  against: 'Proti',
  abstain: 'Zdrželi se',
  countsHint: 'Prázdné pole znamená, že se hlasy nepočítaly.',
  result: 'Výsledek',
  resultHint: 'Například: přijato, odloženo na příští jednání.',
  // A task
  owners: 'Kdo za úkol zodpovídá',
  ownersHint: 'Jméno potvrďte Enterem nebo čárkou. Lidí může být víc.',
  removeOwner: (name: string) => `Odebrat: ${name}`,
  everyone: 'Všichni',
  due: 'Termín',
  dueHint: 'Datum (15.\u00a01.), nebo slovy (do příštího jednání).',
  noSuchDay: (typed: string) => `Datum ${typed} neexistuje. Opravte ho prosím, nebo napište termín slovy.`,
  state: 'Stav',
  reason: 'Proč, nebo kam',
}
