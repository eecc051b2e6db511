/** Steps that people were never at, although the room has gone past them: said
 * as skipped. What is sent in after the meeting waits for its time. */
export function skipped<S extends { id: string; state: string; origin: string }>(
  steps: S[],
  workshop: { state: string; current_step: string } | undefined,
): S[] {
  const here = steps.findIndex((step) => step.id === workshop?.current_step)
  const past = workshop?.state === 'ended' ? steps : steps.slice(0, Math.max(0, here))
  return past.filter((step) => step.state === 'waiting' && step.origin !== 'late')
}
