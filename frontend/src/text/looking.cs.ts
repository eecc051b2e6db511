/** The words of steps that are over: a look back, what was begun in one. */
export const cs = {
  lookingBack: 'Prohlížíte si dřívější krok.',
  toNow: 'Zpět k tomu, co se právě děje',
  toEnd: 'Zpět na konec jednání',
  draftKept: (heading: string) => `Krok „${heading}“ už je uzavřený. Co jste v něm rozepsali, zůstalo uložené.`,
  draftShow: 'Ukázat rozepsaný text',
}

export type LookingWords = typeof cs
