/** How far a hand may tremble between pressing and letting go, in CSS pixels. */
const tremble = 8

let begun: { button: HTMLButtonElement; x: number; y: number } | undefined

export function pressBegins({ target, clientX: x, clientY: y }: PointerEvent): void {
  const button = target instanceof Element ? target.closest('button') : null
  begun = button ? { button, x, y } : undefined
}

/**
 * A press belongs to the button it began on. What comes from the room meanwhile may move that one aside; the click
 * would go to what lies there now, or to nothing. Who moves the pointer away herself still calls the press off. To
 * be called for each click before anybody else hears of it.
 */
export function pressEnds(event: MouseEvent): void {
  const was = begun
  begun = undefined
  if (!was?.button.isConnected || was.button.contains(event.target as Node)) return
  if (Math.hypot(event.clientX - was.x, event.clientY - was.y) > tremble) return
  event.preventDefault()
  event.stopPropagation()
  was.button.click()
}
