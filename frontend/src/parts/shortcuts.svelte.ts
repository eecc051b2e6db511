import { device, remember } from '../api/device'

const stored = 'dilna-shortcuts'

/** Shortcuts of one letter, which people who speak to their computer must be
 * able to switch off (WCAG 2.1.4). */
class Shortcuts {
  #enabled = $state(device.getItem(stored) !== 'off')

  get enabled(): boolean {
    return this.#enabled
  }

  enable(enabled: boolean): void {
    this.#enabled = enabled
    remember(stored, enabled ? 'on' : 'off')
  }

  /** Does what the key stands for; never while somebody types. Keys pressed with
   * Ctrl, or with Command, are called ctrl+z and the like, and work always. */
  handle(event: KeyboardEvent, actions: Record<string, () => void>): void {
    const isChord = event.ctrlKey || event.metaKey
    if ((!this.#enabled && !isChord) || event.altKey || isTyping(event.target)) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const action = actions[isChord ? `ctrl+${event.shiftKey ? 'shift+' : ''}${key}` : key]
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
