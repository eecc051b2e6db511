/** A device that several people use, one after another. */
export const cs = {
  device: (n: number) => `Toto zařízení má číslo ${n}. Pod ním ho zná facilitátor.`,
  next: 'Další člověk',
  nextWhat:
    'Zařízení na vás zapomene: co jste napsali a jak jste hlasovali, na něm nikdo neuvidí. V jednání všechno zůstane.',
  byTicket:
    'Váš lístek v hlasování platí, už ho ale nezměníte. Další člověk vstoupí se svou vstupenkou a počítá se zvlášť.',
  byDevice:
    'Bez vstupenek má zařízení v každém hlasování jen jeden lístek, ať se u něj vystřídá kdokoli. Má-li hlasovat každý zvlášť, požádejte facilitátora o vstupenky.',
  notSent: 'Ještě se něco odesílá nebo se to nepodařilo odeslat. Chvíli počkejte.',
  drafts: 'Co jste napsali a neodeslali, se smaže.',
  handOn: 'Předat dál',
  handing: 'Předávám…',
  stay: 'Zpět',
}
