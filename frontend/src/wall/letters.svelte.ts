import { device, remember } from '../api/device'

const stored = 'dilna-wall-letters'
const sizes = [0.7, 0.85, 1, 1.15, 1.3, 1.5, 1.75, 2]
const usual = 1

/** How much larger this wall's letters are than they come by themselves: halls
 * and eyes differ. Kept on the device that is the wall. */
class Letters {
  #size = $state(sizes.find((size) => String(size) === device.getItem(stored)) ?? usual)

  get size(): number {
    return this.#size
  }

  get isLargest(): boolean {
    return this.#size === sizes.at(-1)
  }

  get isSmallest(): boolean {
    return this.#size === sizes[0]
  }

  larger(): void {
    this.#choose(sizes.indexOf(this.#size) + 1)
  }

  smaller(): void {
    this.#choose(sizes.indexOf(this.#size) - 1)
  }

  asUsual(): void {
    this.#choose(sizes.indexOf(usual))
  }

  /** As another wall of this device. */
  as(size: number): void {
    if (sizes.includes(size)) this.#size = size
  }

  #choose(at: number): void {
    this.#size = sizes[Math.min(Math.max(at, 0), sizes.length - 1)] ?? usual
    remember(stored, String(this.#size))
  }
}

export const letters = new Letters()
