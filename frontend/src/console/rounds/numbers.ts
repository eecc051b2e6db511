/** A paper ballot as a facilitator types it: the numbers of its ideas, one for
 * each dot. Pure: text in, counts out, and back. */

export interface ReadNumbers {
  /** Dots on each idea, in the order of the round. */
  counts: number[]
  /** What is no number of an idea; empty where all is well. */
  wrong: string
}

/** @param ideas how many are voted on */
export function readNumbers(typed: string, ideas: number): ReadNumbers {
  const counts = Array<number>(ideas).fill(0)
  for (const word of typed.split(/[\s,;.]+/).filter(Boolean)) {
    const number = /^\d{1,5}$/.test(word) ? Number(word) : 0
    if (number < 1 || number > ideas) return { counts, wrong: word }
    counts[number - 1]!++
  }
  return { counts, wrong: '' }
}

export function writeNumbers(counts: number[]): string {
  return counts.flatMap((count, i) => Array<number>(count).fill(i + 1)).join(' ')
}
