import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { go, write } from './people'
import { mine } from './phone'

const title = (console: Page) => console.getByLabel('Nadpis', { exact: true })
const saved = (console: Page) => console.getByText('✓ Uloženo')

test('two facilitators at one text: each sees the other, and who saves second chooses', async ({
  browser,
  workshop,
}) => {
  await workshop.goToNew('PROBLÉMY', ['Málo peněz'])
  const [petra, jana] = await Promise.all([workshop.console(browser), workshop.console(browser)])
  const edit = async (console: Page, text: string) => {
    await console.getByRole('button', { name: 'Upravit: Málo peněz' }).click()
    await console.getByLabel('Znění podnětu, Podnět 1').pressSequentially(text)
  }
  await edit(petra, ' na platy')
  await expect(jana.getByRole('button', { name: 'Upravit: Málo peněz' })).toBeVisible()
  await edit(jana, ' na dopravu')
  await expect(jana.getByText('Právě tu píše: Petra Hybnerová')).toBeVisible()
  await expect(petra.getByText('Právě tu píše: Petra Hybnerová')).toBeVisible()

  await petra.getByLabel('Znění podnětu, Podnět 1').press('Enter')
  await expect(petra.getByText('Málo peněz na platy', { exact: true })).toBeVisible()
  await jana.getByLabel('Znění podnětu, Podnět 1').press('Enter')
  const choice = jana.getByRole('alert').filter({ hasText: 'Mezitím tento text upravil někdo jiný.' })
  await expect(choice).toContainText('Málo peněz na platy')
  await expect(choice).toContainText('Málo peněz na dopravu')
  await choice.getByRole('button', { name: 'Nahradit mým zněním' }).click()
  await expect(petra.getByText('Málo peněz na dopravu', { exact: true })).toBeVisible()
  await expect(choice).toHaveCount(0)
})

test('"saved" never stands beside what somebody else wrote', async ({ browser, workshop }) => {
  await workshop.addStep('PROBLÉMY')
  const [petra, jana] = await Promise.all([workshop.console(browser), workshop.console(browser)])
  for (const console of [petra, jana]) {
    await go(console, 'Příprava')
    await console.getByRole('link', { name: 'PROBLÉMY' }).first().click()
  }
  await title(petra).fill('CO TÍŽÍ')
  await title(petra).press('Enter')
  await expect(saved(petra)).toBeVisible()
  await expect(title(jana)).toHaveValue('CO TÍŽÍ')
  await title(jana).fill('CO NÁS TÍŽÍ')
  await title(jana).press('Enter')
  await expect(title(petra)).toHaveValue('CO NÁS TÍŽÍ')
  await expect(saved(petra)).toHaveCount(0)

  // Who is typing while another text arrives sees both at once; hers is not sent by leaving the field.
  await title(petra).fill('POTÍŽE')
  await title(jana).fill('STAROSTI')
  await title(jana).press('Enter')
  const choice = petra.getByRole('alert').filter({ hasText: 'Mezitím tento text upravil někdo jiný.' })
  await expect(choice).toContainText('STAROSTI')
  await title(petra).blur()
  await choice.getByRole('button', { name: 'Nechat, co tam stojí' }).click()
  await expect(title(petra)).toHaveValue('STAROSTI')
  expect((await workshop.picture()).steps!.map((step) => step.heading)).toContain('STAROSTI')
})

test('the draft of the minutes has one introduction: who saves second sees the first', async ({
  browser,
  workshop,
}) => {
  await workshop.goToNew('PROBLÉMY', ['Málo peněz'])
  const [petra, jana] = await Promise.all([workshop.console(browser), workshop.console(browser)])
  for (const console of [petra, jana]) {
    await go(console, 'Zápis')
    await console.getByRole('navigation', { name: 'Části zápisu' }).getByRole('button', { name: 'Obsah' }).click()
    await expect(console.getByLabel('Úvod zápisu')).toBeVisible()
  }
  // What one writes is saved while one rests, too: Jana's is on its way when Petra's arrives.
  let arrive = () => {}
  const first = new Promise<void>((resolve) => (arrive = resolve))
  await jana.route('**/minutes?*', async (route) => {
    if (route.request().method() === 'PATCH') await first
    await route.continue()
  })
  await jana.getByLabel('Úvod zápisu').pressSequentially('Druhá')
  await petra.getByLabel('Úvod zápisu').fill('První')
  await petra.getByLabel('Úvod zápisu').blur()
  await expect(petra.frameLocator('iframe[title]').getByText('První', { exact: true })).toBeVisible()
  arrive()
  const choice = jana.getByRole('alert').filter({ hasText: 'Mezitím tento text upravil někdo jiný.' })
  await expect(choice).toContainText('První')
  await choice.getByRole('button', { name: 'Nahradit mým zněním' }).click()
  await expect(petra.getByLabel('Úvod zápisu')).toHaveValue('Druhá')

  // What was replaced stands in the history, and can be had back.
  await petra.getByRole('button', { name: 'Historie změn' }).click()
  const entry = petra.getByRole('dialog', { name: 'Historie změn' }).getByRole('listitem').first()
  await expect(entry).toContainText('Upraveno: znění zápisu „Druhá“')
  await expect(entry).toContainText('Předtím: První')
  await entry.getByRole('button').click()
  await expect(jana.getByLabel('Úvod zápisu')).toHaveValue('První')
})

test('a participant whose idea was corrected meanwhile sees both wordings and chooses', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('PROBLÉMY')
  const [anna, petra] = await Promise.all([workshop.phone(browser), workshop.console(browser)])
  await write(anna, 'malo penez')
  await anna.getByRole('button', { name: 'Upravit: malo penez' }).click()
  await petra.getByRole('button', { name: 'Upravit: malo penez' }).click()
  await petra.getByLabel('Znění podnětu, Podnět 1').fill('Málo peněz')
  await petra.getByLabel('Znění podnětu, Podnět 1').press('Enter')
  await expect(petra.getByText('Málo peněz', { exact: true })).toBeVisible()
  await anna.getByLabel('Nové znění').fill('málo peněz na platy')
  await anna.getByLabel('Nové znění').press('Enter')
  await expect(mine(anna)).toContainText([/málo peněz na platy.*Teď tam stojí: Málo peněz/s])
  expect(await workshop.ideasOf(step)).toEqual(['Málo peněz'])
  await anna.getByRole('button', { name: 'Nahradit mým zněním' }).click()
  await expect.poll(() => workshop.ideasOf(step)).toEqual(['málo peněz na platy'])
})

test('pasted lines are shown as they will be written; ordinals and dates stay', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('PROBLÉMY')
  const console = await workshop.console(browser)
  const paste = async (text: string) => {
    const field = console.getByLabel('Zapsat podnět')
    await field.evaluate((element) => element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true })))
    await field.fill(text)
  }
  await paste('2. stupeň ZŠ nemá psychologa\n28. října – lampionový průvod\nchybí asistenti')
  await console.getByRole('button', { name: 'Zapsat jako 3 podněty' }).click()
  await expect
    .poll(() => workshop.ideasOf(step))
    .toEqual(['2. stupeň ZŠ nemá psychologa', '28. října – lampionový průvod', 'chybí asistenti'])
  await paste('1. první\n2. druhý')
  await expect(console.getByText('Přeškrtnuté odrážky a čísla se nezapíšou.')).toBeVisible()
  await expect(console.getByRole('list', { name: 'Vložené řádky' })).toContainText('1. první')
  await console.getByRole('button', { name: 'Zapsat jako 2 podněty' }).click()
  await expect.poll(async () => (await workshop.ideasOf(step)).slice(3)).toEqual(['první', 'druhý'])
})
