/** Whether the key belongs to a letter that is still being composed (an input
 * method, a dead key). Safari says so of the Enter that ends the composition by
 * its key code alone. */
export function composes(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** Whether the key sends what stands in a field: Enter alone, not Shift+Enter,
 * and not the Enter that ends a composed letter. Every field that sends on Enter
 * asks here. */
export function sends(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.shiftKey && !composes(event)
}
