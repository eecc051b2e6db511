const stored = 'dilna-shortcuts'

/** Shortcuts of one letter, which people who speak to their computer must be
 * able to switch off (WCAG 2.1.4). */
class Shortcuts {
  #enabled = $state(localStorage.getItem(stored) !== 'off')

  get enabled(): boolean {
    return this.#enabled
  }

  enable(enabled: boolean): void {
    this.#enabled = enabled
    localStorage.setItem(stored, enabled ? 'on' : 'off')
  }

  /** Does what the key stands for; never while somebody types. */
  handle(event: KeyboardEvent, actions: Record<string, () => void>): void {
    if (!this.#enabled || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!action || isPressed(event)) return
    event.preventDefault()
    action()
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [role=menu], dialog[open]') !==
      null
  )
}

/** Space and Enter press the button that has the focus. */
function isPressed(event: KeyboardEvent): boolean {
  const presses = event.key === ' ' || event.key === 'Enter'
  return presses && event.target instanceof HTMLElement && event.target.closest('button, a, summary') !== null
}

export const shortcuts = new Shortcuts()
