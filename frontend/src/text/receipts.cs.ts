export const cs = {
  looking: 'Hledám váš lístek v seznamu všech lístků…',
  look: 'Najít můj lístek v seznamu',
  again: 'Zkusit znovu',
  counted: 'Váš lístek je započítán.',
  says: 'V seznamu všech lístků je s tím, co jste dali:',
  other: 'Váš lístek je v seznamu s něčím jiným, než co jste dali.',
  otherSays: 'V seznamu říká:',
  missing: 'Váš lístek v seznamu není.',
  tell: 'Řekněte to hned facilitátorovi a ukažte mu kontrolní číslo. Nechte si ho, dokud se to nevysvětlí.',
  receipt: (n: string) => `Kontrolní číslo vašeho lístku: ${n}`,
  explain: 'Podle něj lístek najdete i v zápisu, pokud v něm lístky jsou. Nikdo jiný neví, že je váš.',
  gone: 'podnět, který už tu není',
  forget: 'Zapomenout můj lístek na tomto zařízení',
}

export type ReceiptWords = typeof cs
