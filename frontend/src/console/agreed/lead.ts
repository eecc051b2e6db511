import { tick } from 'svelte'

/** Goes to an entry wherever it stands in this workshop, and shows it: the focus is on it. */
export function lead(address: string, entry: string): void {
  const show = async () => {
    await tick()
    const row = document.querySelector<HTMLElement>(`[data-entry="${entry}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.focus()
  }
  if (location.hash === address) return void show()
  addEventListener('hashchange', () => void show(), { once: true })
  location.hash = address
}
