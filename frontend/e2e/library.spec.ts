import { type Browser, expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { barriers, inAnother, softly, sticksOut } from './looking'
import { person } from './people'

const desk = { viewport: { width: 1280, height: 800 } }

/** Opens a one-time link and makes an account of it. */
async function join(browser: Browser, url: string, name: string): Promise<Page> {
  const page = await person(browser, desk)
  await page.goto(url)
  await page.getByLabel('Jméno', { exact: true }).fill(name)
  await page.getByLabel('Přihlašovací jméno').fill(name.toLowerCase())
  await page.getByLabel('Heslo', { exact: true }).fill('kolo strom řeka')
  await page.getByRole('button', { name: 'Založit účet' }).click()
  return page
}

async function looks(page: Page): Promise<void> {
  expect.soft(await barriers(page)).toEqual([])
  for (const width of [640, 320])
    await inAnother(page, { width }, () => softly.poll(() => sticksOut(page)).toEqual([]))
}

const linkIn = (page: Page) => page.getByLabel('Jednorázový odkaz').inputValue()

test('a coordinator invites a facilitator, workshops are shared by a link, and everybody can be signed out', async ({
  browser,
  facilitator,
  workshop,
}) => {
  await workshop.goToNew('PROBLÉMY', ['Příčinou je málo lůžek'])
  const petra = (await facilitator.browser(browser)).pages()[0]!
  await petra.goto(`${facilitator.program.origin}/console#/people`)

  // Invited by a link that is shown once.
  await petra.getByRole('button', { name: 'Pozvat' }).click()
  await petra.getByLabel('Pro koho').fill('Jana z Liberce')
  await petra.getByRole('button', { name: 'Vytvořit odkaz' }).click()
  const invitation = await linkIn(petra)
  await petra.keyboard.press('Escape')
  await expect(petra.getByText('Jana z Liberce')).toBeVisible()
  await looks(petra)
  const jana = await join(browser, invitation, 'Jana')
  await expect(jana.getByRole('heading', { name: 'Moje jednání' })).toBeVisible()
  await expect(jana.getByText('Zatím tu žádné jednání není.')).toBeVisible()
  const late = await person(browser, desk)
  await late.goto(invitation)
  await expect(late.getByRole('alert')).toContainText('Tento odkaz už neplatí')

  // Shared from the doors of the workshop; taken on by saying so.
  const console = await workshop.console(browser, 'run/doors')
  await console.getByRole('button', { name: 'Přizvat k vedení' }).click()
  const shared = await linkIn(console)
  await jana.goto(shared)
  await expect(jana.getByRole('heading', { name: 'Společné vedení jednání' })).toBeVisible()
  await looks(jana)
  await jana.getByRole('button', { name: 'Převzít spoluvedení' }).click()
  await expect(jana.getByRole('navigation', { name: 'Části jednání' })).toBeVisible()

  // Found without accents, with where it is.
  await jana.goto(`${facilitator.program.origin}/console#/`)
  await jana.getByLabel('Hledat v zápisech').fill('pricin')
  await expect(jana.locator('mark')).toHaveText('Příčin')
  await looks(jana)

  // A new device takes over by signing in; signing out everywhere ends both.
  const other = await person(browser, desk)
  await other.goto(workshop.consoleAddress('run'))
  await other.getByLabel('Přihlašovací jméno').fill('jana')
  await other.getByLabel('Heslo', { exact: true }).fill('kolo strom řeka')
  await other.getByRole('button', { name: 'Přihlásit se' }).click()
  await expect(other.getByRole('navigation', { name: 'Části jednání' })).toBeVisible()
  await jana.goto(`${facilitator.program.origin}/console#/me`)
  await expect(jana.getByText('přihlášeno 2 zařízení')).toBeVisible()
  await looks(jana)
  await jana.getByRole('button', { name: 'Odhlásit se všude' }).click()
  await jana.getByRole('dialog').getByRole('button', { name: 'Odhlásit se všude' }).click()
  await expect(jana.getByRole('heading', { name: 'Přihlášení' })).toBeVisible()
  await expect(other.getByRole('heading', { name: 'Přihlášení' })).toBeVisible()
})

test('a workshop is removed by its name and brought back', async ({ browser, facilitator, workshop }) => {
  await workshop.setState('ended')
  const petra = (await facilitator.browser(browser)).pages()[0]!
  await petra.goto(`${facilitator.program.origin}/console#/`)
  const entry = petra.getByRole('listitem').filter({ has: petra.locator(`a[href*="${workshop.id}"]`) })
  await entry.getByRole('button', { name: /^Co udělat s jednáním/ }).click()
  await petra.getByRole('menuitem', { name: 'Odebrat jednání' }).click()
  const sheet = petra.getByRole('dialog')
  await expect(sheet.getByRole('button', { name: 'Odebrat jednání' })).toBeDisabled()
  await sheet.getByLabel(/^Pro potvrzení/).fill('sociální služby 2')
  await sheet.getByRole('button', { name: 'Odebrat jednání' }).click()
  await expect(sheet).toBeHidden()
  await expect(entry).toBeHidden()
  await petra.getByRole('button', { name: 'Vrátit', exact: true }).click() // at once, where one is
  await expect(entry).toBeVisible()
  await entry.getByRole('button', { name: /^Co udělat s jednáním/ }).click()
  await petra.getByRole('menuitem', { name: 'Odebrat jednání' }).click()
  await sheet.getByLabel(/^Pro potvrzení/).fill('sociální služby 2')
  await sheet.getByRole('button', { name: 'Odebrat jednání' }).click()
  await expect(sheet).toBeHidden()
  await petra.getByRole('button', { name: 'Odebraná jednání' }).click()
  await looks(petra)
  await petra.getByRole('button', { name: 'Vrátit jednání' }).first().click()
  await expect(petra.getByText('Žádné odebrané jednání tu není.')).toBeVisible()
})

test('on a phone the choices of the library fold up, and say how many are chosen', async ({
  browser,
  facilitator,
  workshop,
}) => {
  await workshop.setState('ended')
  const petra = (await facilitator.browser(browser, { viewport: { width: 390, height: 780 } })).pages()[0]!
  await petra.goto(`${facilitator.program.origin}/console#/`)
  const entry = petra.locator(`main a[href*="${workshop.id}"]`).first()
  await expect(petra.locator('main li').first()).toBeInViewport()
  const state = petra.getByRole('combobox', { name: 'Jednání', exact: true })
  await expect(state).toBeHidden()
  await petra.getByText('Výběr a pořadí', { exact: true }).click()
  await state.selectOption('prepared')
  await expect(entry).toBeHidden()
  await petra.getByText('Výběr a pořadí (1)', { exact: true }).click()
  await expect(state).toBeHidden()
  await petra.getByRole('button', { name: 'Zrušit hledání a filtry' }).click()
  await expect(entry).toBeVisible()
})
