import { expect, type Page, test } from '@playwright/test'
import { barriers, czechLeft } from './looking'
import { leave, troubles } from './people'
import { Facilitator } from './preparing'
import { Program } from './program'
import { recordText, tour } from './tour'

/** Screens that axe looks at in English, too. */
const looked = ['join', 'ballot', 'collect-menu', 'entrance', 'minutes']

/** Names, and what is Czech on purpose. */
const names = ['Petra Hybnerová', 'Dílna', 'Čeština']

test.use({ trace: 'off' })
test.afterEach(() => expect(troubles.splice(0)).toEqual([]))

test('who reads English reads no Czech on any screen, but what people wrote', async ({ browser }) => {
  test.slow() // it goes through every screen there is
  const typed = [
    'Druhé kolo',
    'Na papíře',
    'Papíry',
    'Doprovázení lidí, kteří nevědí, na koho se obrátit',
    'Přestávka do 15:10. Káva je vedle v zasedačce.',
  ]
  const written = [...textsIn(JSON.parse(recordText)), ...typed, ...names]
  await tour(
    browser,
    'en',
    async (page, _, name) => {
      expect.soft(await page.locator('html').getAttribute('lang'), name).toBe('en')
      expect.soft(await czechLeft(page, written), name).toEqual([])
      if (looked.includes(name)) expect.soft(await barriers(page), name).toEqual([])
    },
    { reducedMotion: 'reduce' },
  )
})

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

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split('\n')].filter((text) => text.length > 2)
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(textsIn)
}
