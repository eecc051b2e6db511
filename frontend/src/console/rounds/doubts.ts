/** What is odd about a rule of voting. Pure: numbers in, words to look up out. */

export type Doubt = 'unplaceable' | 'everything' | 'many' | 'oneTakesAll'

/** Nobody weighs more dots than this. */
const mostDots = 10
/** With more dots of one person on one idea, one person decides
 * (docs/practice.md). */
const mostOnOne = 3

/**
 * @param ideas how many are voted on; 0: not known yet
 * @param dots of one person in all
 * @param most of one person on one idea
 */
export function doubts(ideas: number, dots: number, most: number): Doubt[] {
  const found: Doubt[] = []
  if (ideas > 0 && dots > ideas * most) found.push('unplaceable')
  else if (ideas > 1 && most === 1 && dots === ideas) found.push('everything')
  if (dots > mostDots) found.push('many')
  if (ideas > 2 && most > mostOnOne) found.push('oneTakesAll')
  return found
}
