import type { Setting } from './Pages.svelte'

/** How ideas can be set, largest first. Narrow columns only for short ideas:
 * in them long ones break too often to be read from ten metres. */
export function settingsFor(texts: string[]): Setting[] {
  const longest = Math.max(0, ...texts.map((text) => [...text].length))
  const settings: Setting[] = [
    { columns: 1, scale: 1.4 },
    { columns: 2, scale: 1.15 },
    { columns: 2, scale: 1 },
  ]
  if (longest <= 24) settings.push({ columns: 3, scale: 1 })
  return settings
}
