import { expect, type Page, test } from '@playwright/test'
import { czechLeft } from './looking'
import { leave, troubles } from './people'
import { Facilitator } from './preparing'
import { Program } from './program'

/** Names, and what is Czech on purpose. */
const names = ['Petra Hybnerová', 'Dílna', 'Čeština']

test.use({ trace: 'off' })
test.afterEach(() => expect(troubles.splice(0)).toEqual([]))

test('switching to English changes every word at once, and holds', async ({ browser }) => {
  const program = new Program()
  await program.start()
  try {
    const facilitator = await Facilitator.first(program)
    const workshop = await facilitator.workshop('working-group', { language: 'en', group: 'SOCIAL SERVICES 2' })
    const step = await workshop.step('ASSOCIATIONS')
    for (const idea of ['Respect', 'Money']) await workshop.addIdea(step, idea)
    await workshop.go(step)
    const isEnglish = async (page: Page) => {
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      expect(await czechLeft(page, names)).toEqual([])
    }

    const phone = await workshop.phone(browser)
    expect(await czechLeft(phone, names)).not.toEqual([])
    await phone.getByRole('button', { name: 'Přehled' }).click()
    await phone.getByRole('radio', { name: 'English' }).check()
    await isEnglish(phone)
    await phone.keyboard.press('Escape')
    await phone.getByRole('button', { name: 'Send' }).click()
    await expect(phone.getByText('Please write something first.')).toBeVisible()
    await isEnglish(phone)
    await phone.reload()
    await expect(phone.getByLabel('Your idea')).toBeVisible()
    await isEnglish(phone)
    // What the server says, it says in English, too.
    await phone.goto(`${program.origin}/#xyzxyz`)
    await expect(phone.getByLabel('Code on the wall')).toHaveAttribute('aria-invalid', 'true')
    await isEnglish(phone)

    const console = await workshop.console(browser)
    await expect(console.getByText('Respect')).toBeVisible()
    await console.getByRole('button', { name: 'Nastavení' }).click()
    await console.getByRole('radio', { name: 'English' }).check()
    await isEnglish(console)
    await console.keyboard.press('Escape')
    await console.reload()
    await expect(console.getByText('Respect')).toBeVisible()
    await isEnglish(console)

    const wall = await workshop.wall(browser)
    await wall.getByRole('button', { name: 'Nastavení' }).click()
    await wall.getByRole('radio', { name: 'English' }).check()
    await isEnglish(wall)
    await wall.reload()
    await expect(wall.getByText('Respect')).toBeVisible()
    await isEnglish(wall)
  } finally {
    await leave(browser)
    await program.remove()
  }
})
