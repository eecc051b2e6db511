/** The browser's own storage; undefined where it is blocked: reading it, or from it, throws. */
function kept(): Storage | undefined {
  try {
    void localStorage.length
    return localStorage
  } catch {
    return undefined
  }
}

/** Where storage is blocked, what would be kept lives as long as the page. */
function page(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length' | 'clear'> {
  const all = new Map<string, string>()
  return {
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
    key: (index) => [...all.keys()][index] ?? null,
    clear: () => all.clear(),
    get length() {
      return all.size
    },
  }
}

const storage = kept()

/** What this browser keeps for the page. */
export const device = storage ?? page()

/** Whether it is still there when the page is opened again. */
export const lasting = storage !== undefined

/** Keeps a preference; where there is no room, it holds until the page is closed. */
export function remember(key: string, value: string): void {
  try {
    device.setItem(key, value)
  } catch {
    // Full: a preference is not worth a word.
  }
}
