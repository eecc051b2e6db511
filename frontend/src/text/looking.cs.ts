/** The words of a look back at an earlier step. */
export const cs = {
  lookingBack: 'Prohlížíte si dřívější krok.',
  toNow: 'Zpět k tomu, co se právě děje',
  toEnd: 'Zpět na konec jednání',
}

export type LookingWords = typeof cs
