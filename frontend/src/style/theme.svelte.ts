import { device, remember } from '../api/device'

/** How the screen is lit: as the device says, or as the person chose. */
export type Choice = 'device' | 'light' | 'dark'

const stored = 'dilna-theme'

class Theme {
  #choice = $state<Choice>(first())

  get choice(): Choice {
    return this.#choice
  }

  choose(choice: Choice): void {
    this.#choice = choice
    remember(stored, choice)
    show(choice)
  }
}

function first(): Choice {
  const chosen = device.getItem(stored)
  return chosen === 'light' || chosen === 'dark' ? chosen : 'device'
}

function show(choice: Choice): void {
  if (choice === 'device') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = choice
}

/** The light or dark choice on this device. */
export const theme = new Theme()
show(theme.choice)
