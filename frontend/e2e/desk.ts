import type { Page } from '@playwright/test'

export const rows = (console: Page) => console.locator('.collect li')
export const row = (console: Page, text: string) => rows(console).filter({ hasText: text }).first()
/** On the strip that offers to take back what was done last. */
export const undo = (console: Page) => console.getByRole('button', { name: 'Vrátit zpět', exact: true })

export async function pick(console: Page, idea: string, item: string): Promise<void> {
  await console.getByRole('button', { name: `Další možnosti: ${idea}`, exact: true }).click()
  await console.getByRole('menuitem', { name: item }).click()
}

/** Presses at one row's number and lets go over another row. */
export async function drag(console: Page, from: string, over: string, share = 0.5): Promise<void> {
  const grip = await row(console, from).getByTitle('Tažením přesunete').boundingBox()
  const target = await console.locator('[data-row]').filter({ hasText: over }).first().boundingBox()
  await console.mouse.move(grip!.x + 10, grip!.y + grip!.height / 2)
  await console.mouse.down()
  await console.mouse.move(target!.x + 90, target!.y + target!.height * share, { steps: 5 })
  await console.mouse.up()
}
