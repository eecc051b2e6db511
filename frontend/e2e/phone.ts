import type { Locator, Page } from '@playwright/test'

// What one finds on a participant's phone, in Czech.

export const lost = 'Spojení se přerušilo. Co napíšete, zůstane v tomto zařízení a odešle se samo.'

export const field = (phone: Page) => phone.getByLabel('Váš podnět')
export const send = (phone: Page) => phone.getByRole('button', { name: 'Odeslat' })

/** What I wrote, newest first, with how each stands. */
export const mine = (phone: Page) =>
  phone
    .locator('section')
    .filter({ has: phone.getByRole('heading', { name: 'Co jsem napsal/a' }) })
    .getByRole('listitem')

/** All dots are on the server's disk. */
export const saved = (phone: Page) => phone.getByText('✓ uloženo')
export const more = (phone: Page, idea: string) => phone.getByRole('button', { name: `Přidat hlas: ${idea}` })
export const fewer = (phone: Page, idea: string) => phone.getByRole('button', { name: `Ubrat hlas: ${idea}` })

/** Where the cursor stands in the field people write in. */
export const cursor = (at: Locator) =>
  at.evaluate((field: HTMLTextAreaElement) => ({
    text: field.value,
    at: field.selectionStart,
    focused: field === document.activeElement,
  }))
