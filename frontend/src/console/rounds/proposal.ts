/** How many dots a person can sensibly have: between a quarter and a third of
 * the ideas, three for ten (docs/practice.md), never more than
 * ten, because nobody weighs more than that. */
export function proposedDots(ideas: number): number {
  const between = Math.round((ideas / 4 + ideas / 3) / 2)
  return Math.min(10, Math.max(1, between))
}
