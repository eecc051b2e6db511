import { device, lasting } from '../api/device'

/**
 * JSON values that stay on this device, under one prefix of its storage. Where
 * the browser gives no room (full, or private browsing) they live as long as
 * the page: then `lasting` is false.
 */
export class Shelf {
  readonly #storage: typeof device
  readonly #prefix: string
  readonly #memory = new Map<string, string>()

  constructor(prefix: string, storage: typeof device = device) {
    this.#prefix = prefix + '/'
    this.#storage = storage
  }

  get lasting(): boolean {
    return lasting && this.#memory.size === 0
  }

  get<T>(name: string): T | undefined {
    const key = this.#prefix + name
    const text = this.#memory.get(key) ?? this.#storage.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as T)
  }

  put(name: string, value: unknown): void {
    const key = this.#prefix + name
    const text = JSON.stringify(value)
    try {
      this.#storage.setItem(key, text)
      this.#memory.delete(key)
    } catch {
      this.#memory.set(key, text)
    }
  }

  drop(name: string): void {
    this.#memory.delete(this.#prefix + name)
    this.#storage.removeItem(this.#prefix + name)
  }

  /** Names in alphabetical order. */
  names(): string[] {
    const stored = Array.from({ length: this.#storage.length }, (_, i) => this.#storage.key(i) ?? '')
    const all = [...new Set([...stored, ...this.#memory.keys()])]
    return all
      .filter((key) => key.startsWith(this.#prefix))
      .map((key) => key.slice(this.#prefix.length))
      .sort()
  }

  /** Tells when another tab puts or drops something; returns how to stop listening. */
  watch(changed: () => void): () => void {
    const hear = (event: StorageEvent) => {
      if (event.key === null || event.key.startsWith(this.#prefix)) changed()
    }
    window.addEventListener('storage', hear)
    return () => window.removeEventListener('storage', hear)
  }
}
