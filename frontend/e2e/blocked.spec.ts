import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { person, phoneSize, write } from './people'

/** A browser that gives pages no place to keep anything. */
async function block(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        },
      })
    }
  })
}

/** A browser that keeps no cookies. */
async function refuseCookies(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false })
  })
}

const allow = 'Povolte prosím v jeho nastavení pro tuto adresu soubory cookie a data webu'

test('with storage blocked every screen says what to allow, phones write, and the wall works', async ({
  browser,
  workshop,
  facilitator,
}) => {
  const step = await workshop.goToNew('PROBLÉMY', ['Málo peněz'])
  const { origin } = facilitator.program
  const { code } = await workshop.door()

  const phone = await person(browser, phoneSize)
  await block(phone)
  await phone.goto(origin)
  await expect(phone.getByRole('alert')).toContainText(allow)
  await phone.getByLabel('Kód z plátna').fill(code)
  await phone.getByRole('button', { name: 'Vstoupit' }).click()
  await write(phone, 'Nízké platy')
  await expect.poll(() => workshop.ideasOf(step)).toEqual(['Málo peněz', 'Nízké platy'])

  const console = await person(browser)
  await block(console)
  await console.goto(`${origin}/console`)
  await expect(console.getByRole('alert')).toContainText(allow)
  await expect(console.getByLabel('Heslo', { exact: true })).toBeVisible()

  const wall = await workshop.wall(browser)
  await block(wall)
  await wall.reload()
  await expect(wall.getByText('Málo peněz', { exact: true })).toBeVisible()
})

for (const [what, hinder] of [
  ['storage', block],
  ['cookies', refuseCookies],
] as const) {
  test(`with ${what} blocked phone, console, wall and help say what to allow`, async ({
    browser,
    workshop,
    facilitator,
  }) => {
    await workshop.goToNew('PROBLÉMY', ['Málo peněz'])
    const page = await person(browser)
    await hinder(page)
    for (const path of ['/', '/console', '/help', '/accessibility']) {
      await page.goto(facilitator.program.origin + path)
      await expect(page.getByRole('alert').filter({ hasText: allow }), path).toBeVisible()
    }
    const wall = await workshop.wall(browser)
    await hinder(wall)
    await wall.reload()
    await expect(wall.getByText('Málo peněz', { exact: true })).toBeVisible()
  })
}

test('a scan at a locked door keeps its secret, and the phone enters by itself once it is unlocked', async ({
  browser,
  workshop,
  facilitator,
}) => {
  await workshop.goToNew('PROBLÉMY')
  const { code } = await workshop.door()
  const lock = (locked: boolean) =>
    facilitator.send('patch', `/api/workshops/${workshop.id}/room?as=facilitator`, { locked })
  await lock(true)
  const phone = await person(browser, phoneSize)
  await phone.goto(`${facilitator.program.origin}/#${code}`)
  await expect(phone.getByText('Jakmile odemkne, vstoupíte sami.')).toBeVisible()
  const hash = () => new URL(phone.url()).hash
  expect(hash()).toBe(`#${code}`)
  await lock(false)
  await expect(phone.getByLabel('Váš podnět')).toBeVisible()
  await expect.poll(hash).toBe('')
})

test('a search without hits that is cleared by hand brings all workshops back, and menus stay on the page', async ({
  browser,
  workshop,
  facilitator,
}) => {
  await workshop.goToNew('PROBLÉMY')
  const context = await facilitator.browser(browser, { viewport: { width: 1280, height: 420 } })
  const console = context.pages()[0]!
  await console.goto(`${facilitator.program.origin}/console`)
  const search = console.getByLabel('Hledat v zápisech')
  await search.fill('nic takového tu není')
  await expect(console.getByText('Nic takového tu není.')).toBeVisible()
  await expect(console.getByRole('list').getByRole('link')).toHaveCount(0)
  await search.clear()
  const more = console.getByRole('button', { name: /^Co udělat s jednáním/ }).first()
  await expect(more).toBeVisible()
  await expect(console.getByText('Zatím tu žádné jednání není')).toHaveCount(0)
  await more.click()
  await expect(console.getByRole('menuitem').first()).toBeFocused()
  for (const item of await console.getByRole('menuitem').all()) {
    await item.scrollIntoViewIfNeeded()
    await expect(item).toBeInViewport({ ratio: 0.9 })
  }
  await expect(console.getByRole('menuitem', { name: 'Stáhnout: PDF' })).toHaveCount(1)
})
