import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'

/** A screen that failed inside: thrown errors, refused content, broken scripts, another host asked. */
export const troubles: string[] = []

/** Somebody with a browser of her own. */
export async function person(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options)
  watch(context)
  return context.newPage()
}

// A refused command; Playwright itself looking into the preview of the minutes, which runs no scripts.
const usual = ['Failed to load resource', 'Blocked script execution in']

function watch(context: BrowserContext): void {
  context.on('request', (request) => {
    const { hostname } = new URL(request.url())
    if (hostname !== '127.0.0.1') troubles.push(`asked ${request.url()}`)
  })
  context.on('weberror', (error) => troubles.push(error.error().stack ?? error.error().message))
  context.on('console', (message) => {
    if (message.type() === 'error' && !usual.some((start) => message.text().startsWith(start)))
      troubles.push(message.text())
  })
}

export const phoneSize = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }

/** Makes the first account and a workshop; leaves the console on its agenda. */
export async function facilitator(page: Page, link: string, template = 'Jednání pracovní skupiny'): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Jméno', { exact: true }).fill('Petra Hybnerová')
  await page.getByLabel('Přihlašovací jméno').fill('petra')
  await page.getByLabel('Heslo', { exact: true }).fill('kolo strom řeka')
  await page.getByRole('button', { name: 'Založit účet' }).click()
  await newWorkshop(page, template)
}

export async function newWorkshop(page: Page, template: string): Promise<void> {
  await page.getByRole('button', { name: 'Nové jednání' }).click()
  await page.getByRole('radio', { name: template }).check()
  await page.getByLabel('Pracovní skupina', { exact: true }).fill('SOCIÁLNÍ SLUŽBY 2')
  await page.getByRole('button', { name: 'Založit jednání' }).click()
  await expect(page.getByRole('navigation', { name: 'Části jednání' })).toBeVisible()
}

export async function go(page: Page, tab: 'Příprava' | 'Jednání' | 'Zápis'): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Části jednání' })
    .getByRole('link', { name: tab, exact: true })
    .click()
}

/** Opens the doors and tells the code people type. */
export async function openDoors(page: Page): Promise<string> {
  await go(page, 'Jednání')
  await main(page, 'Otevřít dveře')
  const code = page.getByRole('img', { name: /^(\S ){5}\S$/ }).first()
  await expect(code).toBeVisible()
  return ((await code.getAttribute('aria-label')) ?? '').replaceAll(' ', '')
}

/** What the console says of the moment: of the vote that is on, not of one before. */
export const now = (page: Page) => page.getByRole('region', { name: 'Teď' })

/** The one main action of the moment. */
export async function main(page: Page, action: string | RegExp): Promise<void> {
  await now(page).getByRole('button', { name: action }).click()
}

/** Goes on to the next step of the agenda. */
export async function nextStep(page: Page, heading: string): Promise<void> {
  await main(page, `Další krok: ${heading}`)
  await expect(page.getByText(`Pracuje se na kroku ${heading}.`)).toBeVisible()
}

/** Goes to a step of the agenda, wherever the people are. */
export async function openStep(page: Page, heading: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Kroky' }).getByRole('link', { name: heading }).click()
  await page
    .getByRole('button', { name: 'Přejít na tento krok' })
    .or(page.getByRole('button', { name: 'Znovu otevřít krok' }))
    .click()
  await expect(page.getByText(`Pracuje se na kroku ${heading}.`)).toBeVisible()
}

/** Joins with the code in the address, as after scanning it. */
export async function join(browser: Browser, origin: string, code: string): Promise<Page> {
  const phone = await person(browser, phoneSize)
  await phone.goto(`${origin}/#${code}`)
  return phone
}

export async function write(phone: Page, idea: string): Promise<void> {
  const field = phone.getByLabel('Váš podnět')
  await field.fill(idea)
  await field.press('Enter')
  await expect(field).toHaveValue('')
  await expect(phone.getByText(idea, { exact: true }).first()).toBeVisible()
}

/** Everybody closes the browser. */
export async function leave(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
}

/**
 * The phone goes to sleep until it is woken: the page hears that it is hidden,
 * then its scripts stand still. Chromium without a screen neither hides nor
 * freezes a page by itself, so its debugger does.
 */
export async function sleep(phone: Page): Promise<() => Promise<void>> {
  const device = await phone.context().newCDPSession(phone)
  await turn(phone, 'hidden')
  await device.send('Debugger.enable')
  const asleep = new Promise((resolve) => device.once('Debugger.paused', resolve))
  await device.send('Debugger.pause')
  await asleep
  return async () => {
    await device.send('Debugger.disable')
    await turn(phone, 'visible')
  }
}

function turn(phone: Page, state: DocumentVisibilityState): Promise<void> {
  return phone.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: state })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}
