import { device, remember } from '../api/device'

/** How large the letters are: as the device says, or larger. */
export const sizes = ['usual', 'larger', 'largest'] as const
export type Size = (typeof sizes)[number]

const stored = 'dilna-letters'

class Letters {
  #size = $state<Size>(sizes.find((size) => size === device.getItem(stored)) ?? 'usual')

  constructor() {
    this.#show()
  }

  get size(): Size {
    return this.#size
  }

  choose(size: Size): void {
    this.#size = size
    remember(stored, size)
    this.#show()
  }

  #show(): void {
    document.documentElement.dataset['letters'] = this.#size
  }
}

/** The size of letters on this device. */
export const letters = new Letters()
