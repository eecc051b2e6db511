/** What this browser keeps for the page. */
interface Device extends Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length' | 'clear'> {
  /** Whether it is still there when the page is opened again. */
  readonly lasting: boolean
}

/** Where the browser blocks storage, what would be kept lives as long as the page. */
class Page implements Device {
  readonly lasting = false
  readonly #all = new Map<string, string>()

  getItem = (key: string) => this.#all.get(key) ?? null
  setItem = (key: string, value: string) => void this.#all.set(key, value)
  removeItem = (key: string) => void this.#all.delete(key)
  key = (index: number) => [...this.#all.keys()][index] ?? null
  clear = () => this.#all.clear()

  get length(): number {
    return this.#all.size
  }
}

/** The browser's own storage. A full one refuses what is new, and only that. */
class Kept implements Device {
  readonly lasting = true
  readonly #storage: Storage

  constructor(storage: Storage) {
    this.#storage = storage
    void storage.length // a blocked one throws here at the latest
  }

  getItem = (key: string) => this.#storage.getItem(key)
  setItem = (key: string, value: string) => this.#storage.setItem(key, value)
  removeItem = (key: string) => this.#storage.removeItem(key)
  key = (index: number) => this.#storage.key(index)
  clear = () => this.#storage.clear()

  get length(): number {
    return this.#storage.length
  }
}

function open(): Device {
  try {
    return new Kept(localStorage)
  } catch {
    return new Page()
  }
}

export const device = open()

/** Keeps a preference; where there is no room, it holds until the page is closed. */
export function remember(key: string, value: string): void {
  try {
    device.setItem(key, value)
  } catch {
    // Full: a preference is not worth a word.
  }
}

/** Whether the browser lets the page keep what it needs to know who one is. */
export const allowed = device.lasting && navigator.cookieEnabled
