import { execFileSync } from 'node:child_process'
import { type Browser, expect, type Page } from '@playwright/test'
import { newId } from '../src/api/ids'
import { test } from './fixtures'
import { barriers, smallTargets, sticksOut } from './looking'
import { person, phoneSize } from './people'
import { asPage, type Facilitator } from './preparing'

/** Colours that fade within what is folded never arrive, and a look for barriers waits for them. */
const still = { reducedMotion: 'reduce' } as const

/** Somebody who was sent a link open to the world; she has no seat and no account. */
async function passerby(browser: Browser, facilitator: Facilitator, address: string): Promise<Page> {
  const page = await person(browser, { ...phoneSize, ...still })
  await page.goto(facilitator.program.origin + new URL(address).pathname + new URL(address).hash)
  return page
}

const text = (page: Page) => page.getByLabel('Váš podnět')
const send = (page: Page) => page.getByRole('button', { name: 'Odeslat podnět' })
const looks = process.env['LOOK_AT'] // a folder for pictures of what is seen on the way
const look = async (page: Page, name: string) =>
  looks && (await page.screenshot({ path: `${looks}/${name}.png`, fullPage: true }))

test('fifty phones are harvested before the workshop, and looked at before anybody sees them', async ({
  browser,
  facilitator,
  workshop,
}) => {
  await workshop.setState('prepared')
  const step = await workshop.addStep('CO VÁM CHYBÍ')
  const transport = await workshop.addTopic(step, 'Doprava')
  const console = await workshop.console(browser, `prepare/${step}`, still)
  await console.locator('summary').filter({ hasText: 'Sbírat podněty odkazem' }).click()
  await console.getByLabel('Kdo podněty čte').fill('Petra Hybnerová')
  await console.getByRole('button', { name: 'Připravit odkaz' }).click()
  await expect(console.getByText('Odkaz je otevřený.')).toBeVisible()
  const address = await console.getByLabel('Odkaz pro podněty', { exact: true }).inputValue()
  expect(await barriers(console)).toEqual([])

  const phone = await passerby(browser, facilitator, address)
  await expect(phone.getByRole('heading', { name: 'CO VÁM CHYBÍ' })).toBeVisible()
  await expect(phone.getByText('Váš podnět si přečte Petra Hybnerová.')).toBeVisible()
  await look(phone, 'harvest-phone')
  expect(await barriers(phone)).toEqual([])
  expect(await smallTargets(phone, 44)).toEqual([])
  await expect.poll(() => sticksOut(phone)).toEqual([])

  // Too long: said in words, and what she typed stays.
  await text(phone).fill('ž'.repeat(3_000))
  await send(phone).click()
  await expect(phone.getByText('Zkraťte text na nejvýše 2\u00a0000\u00a0znaků.')).toBeVisible()
  expect(await text(phone).inputValue()).toHaveLength(3_000)
  await phone.getByRole('radio', { name: 'Doprava' }).check()
  await text(phone).fill('Autobus v neděli')
  await send(phone).click()
  await expect(phone.getByText('Děkujeme, podnět je uložený.')).toBeVisible()
  await look(phone, 'harvest-sent')

  const api = await asPage(facilitator.program)
  const token = new URL(address).hash.slice(1)
  const others = Array.from({ length: 49 }, (_, i) => ({
    token,
    id: newId(),
    text: `Podnět číslo ${i + 2}`,
    topic: transport,
  }))
  const answers = await Promise.all(others.map((data) => api.post('/api/letterbox/inputs', { data })))
  expect(answers.map((answer) => answer.status())).toEqual(others.map(() => 201))
  expect((await api.post('/api/letterbox/inputs', { data: others[0] })).status(), 'the same again').toBe(201)
  expect(await workshop.ideasOf(step)).toEqual([])

  await expect(console.getByRole('heading', { name: 'Čeká 50 podnětů na vypořádání' })).toBeVisible()
  await look(console, 'harvest-console')
  expect(await barriers(console)).toEqual([])
  const row = (input: string) =>
    console
      .getByRole('region', { name: /na vypořádání/ })
      .getByRole('listitem')
      .filter({ hasText: input })
      .first()
  await row('Autobus v neděli').getByRole('button', { name: 'Upravit a přijmout' }).click()
  await console.getByLabel('Jak bude podnět znít').fill('Autobusy o víkendu')
  await row('Autobus v neděli').locator('form').getByRole('button', { name: 'Přijmout' }).click()
  await expect(console.getByRole('heading', { name: 'Čeká 49 podnětů na vypořádání' })).toBeVisible()
  await row('Podnět číslo').getByRole('button', { name: 'Nepřijmout' }).click()
  await console.getByLabel('Proč ho nepřijímáte').fill('nepatří sem')
  await row('Podnět číslo').locator('form').getByRole('button', { name: 'Nepřijmout' }).click()
  await expect(console.getByRole('heading', { name: 'Čeká 48 podnětů na vypořádání' })).toBeVisible()
  await row('Podnět číslo').getByRole('button', { name: 'Sloučit s podnětem' }).click()
  await row('Podnět číslo').getByRole('button', { name: 'Autobusy o víkendu' }).click()
  await expect(console.getByRole('heading', { name: 'Čeká 47 podnětů na vypořádání' })).toBeVisible()
  await row('Podnět číslo').getByRole('button', { name: 'Zahodit' }).click()
  await expect(console.getByRole('heading', { name: 'Čeká 46 podnětů na vypořádání' })).toBeVisible()
  await console.getByRole('button', { name: 'Přijmout všechny (46)' }).click()
  await expect(console.getByText('Vypořádané (50)')).toBeVisible()
  expect(await workshop.ideasOf(step)).toHaveLength(47)

  // Closed at once: who was writing keeps what she wrote.
  await phone.getByRole('button', { name: 'Napsat další podnět' }).click()
  await text(phone).fill('Ještě jeden')
  await console.getByRole('button', { name: 'Zavřít hned' }).click()
  await expect(console.getByText('Odkaz je zavřený.')).toBeVisible()
  await send(phone).click()
  await expect(phone.getByText('Odkaz je zavřený, podněty už nepřijímá.')).toBeVisible()
  await expect(text(phone)).toHaveValue('Ještě jeden')
  await look(phone, 'harvest-closed')
  await phone.reload()
  await expect(text(phone)).toHaveValue('Ještě jeden')

  // What was harvested is brought into another step, with where it comes from.
  const next = await workshop.addStep('CO S TÍM')
  const preparing = await workshop.console(browser, `prepare/${next}`, still)
  await preparing.getByRole('button', { name: 'Přinést ze sklizně…' }).click()
  await preparing.getByRole('button', { name: 'Vybrat všechny' }).click()
  await look(preparing, 'harvest-bring')
  expect(await barriers(preparing)).toEqual([])
  await preparing.getByRole('button', { name: 'Přinést 47 podnětů' }).click()
  await expect.poll(() => workshop.ideasOf(next)).toHaveLength(47)
  for (const [method, heading] of [
    ['fishbone', 'PROČ'],
    ['text', 'CO ZAZNĚLO'],
  ] as const) {
    const there = await workshop.addStep(heading, { method })
    await preparing.goto(console.url().replace(step, there))
    await expect(preparing.getByLabel('Nadpis', { exact: true })).toHaveValue(heading)
    await preparing.getByRole('button', { name: 'Přinést ze sklizně…' }).click()
    await preparing
      .getByRole('checkbox', { name: /Autobusy o víkendu/ })
      .first()
      .check()
    await preparing.getByRole('button', { name: 'Přinést 1 podnět' }).click()
    await expect(preparing.getByText(/Podněty zaslané odkazem, /).first()).toBeVisible()
    await look(preparing, `harvest-${method}`)
    expect(await barriers(preparing)).toEqual([])
  }
})

test('a late input is sent from a phone that took part, settled, and printed', async ({
  browser,
  facilitator,
  workshop,
}) => {
  await workshop.goToNew('POTŘEBY', ['Doprava k lékaři'])
  const phone = await workshop.phone(browser, still)
  await workshop.setState('ended')
  const console = await workshop.console(browser, 'minutes', still)
  await console.getByRole('button', { name: 'Po jednání' }).click()
  await console.locator('summary').filter({ hasText: 'Sbírat podněty po jednání odkazem' }).click()
  await console.getByRole('button', { name: 'Připravit odkaz' }).click()
  await expect(console.getByText('Odkaz je otevřený.')).toBeVisible()

  await phone.getByRole('link', { name: 'Pošlete podnět k zápisu' }).click()
  await expect(phone.getByRole('heading', { name: 'Podnět k zápisu z jednání' })).toBeVisible()
  await text(phone).fill('V zápisu mi chybí:\n\n- svoz k lékaři\n- pečovatelky o víkendu')
  await phone.getByLabel('Jméno nebo organizace').fill('Charita')
  await look(phone, 'late-phone')
  expect(await barriers(phone)).toEqual([])
  await send(phone).click()
  await expect(phone.getByText('Děkujeme, podnět je uložený.')).toBeVisible()

  // Whoever approves is told, and led to the place.
  await console.getByRole('button', { name: 'Záhlaví' }).click()
  await expect(console.getByText('1 podnět zaslaný po jednání ještě nikdo nevypořádal.')).toBeVisible()
  await console.getByRole('button', { name: 'Podívat se na ně' }).click()
  await expect(console.getByRole('heading', { name: 'Čeká 1 podnět na vypořádání' })).toBeVisible()
  await look(console, 'late-console')
  expect(await barriers(console)).toEqual([])
  await expect(console.frameLocator('iframe').locator('body')).not.toContainText('svoz k lékaři')
  await console.getByRole('button', { name: 'Upravit a přijmout' }).click()
  await console.getByLabel('Jak bude podnět znít').fill('Chybí:\n\n- svoz k lékaři\n- pečovatelky o víkendu')
  await console.locator('form').getByRole('button', { name: 'Přijmout' }).click()
  await expect(console.getByText('Jak přišel: V zápisu mi chybí:')).toBeVisible()
  await expect(console.getByText('ještě nikdo nevypořádal')).toBeHidden()
  await expect(console.frameLocator('iframe').locator('body')).toContainText('svoz k lékaři')
  await look(console, 'late-settled')

  await console.getByRole('button', { name: 'Schválit verzi 1' }).click()
  await console.getByRole('button', { name: /Zveřejnit verzi 1/ }).click()
  await console.getByRole('dialog').getByRole('button', { name: 'Zveřejnit verzi 1' }).click()
  const page = await console.getByRole('link', { name: /Otevřít veřejnou stránku/ }).getAttribute('href')
  const reader = await person(browser)
  await reader.goto(facilitator.program.origin + page!)
  await expect(reader.getByRole('link', { name: 'Poslat podnět k zápisu' })).toBeVisible()
  await look(reader, 'late-published')
  const pdf = await reader.request.get(`${facilitator.program.origin}${page}/1/minutes.pdf`)
  const printed = execFileSync('pdftotext', ['-layout', '-', '-'], { input: await pdf.body() }).toString()
  expect(printed).toContain('Podněty zaslané po jednání')
  expect(printed).toMatch(/Charita, \d+\. \S+ \d{4}/)
  expect(printed).toContain('pečovatelky o víkendu')
  expect(printed).not.toContain('V zápisu mi chybí')
})
