import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { barriers, smallTargets } from './looking'
import { person, phoneSize } from './people'

// How people get in, and the devices they use.

/** Nobody is shut out of what is on the screen; SHOW=folder keeps a picture of it. */
async function look(page: Page, name: string): Promise<void> {
  expect.soft(await barriers(page), name).toEqual([])
  if (page.viewportSize()!.width < 500) expect.soft(await smallTargets(page, 44), name).toEqual([])
  if (process.env['SHOW']) await page.screenshot({ path: `${process.env['SHOW']}/${name}.png`, fullPage: true })
}

const way = async (console: Page, name: string) => {
  await console.getByRole('radio', { name, exact: true }).check()
  await expect(console.getByRole('radio', { name, exact: true })).toBeChecked()
}

test('who waits at the door is let in, taken out, told why and let back in', async ({ browser, workshop }) => {
  await workshop.goToNew('ASOCIACE')
  const console = await workshop.console(browser, 'run/doors')
  await way(console, 'Po jednom')
  const [anna, stranger] = await Promise.all([person(browser, phoneSize), person(browser, phoneSize)])
  for (const phone of [anna, stranger]) {
    await phone.goto(await workshop.scanned())
    await expect(phone.getByRole('heading', { name: 'Čekáte u dveří' })).toBeVisible()
  }
  await look(anna, 'lobby')
  await anna.reload()
  await expect(anna.getByRole('heading', { name: 'Čekáte u dveří' })).toBeVisible()
  await expect(anna.getByText('Vaše zařízení má číslo 1')).toBeVisible()
  await expect(console.getByRole('heading', { name: 'U dveří čekají 2 lidé' })).toBeVisible()
  await look(console, 'console-lobby')
  await console.getByRole('button', { name: 'Nepustit číslo 2' }).click()
  await expect(stranger.getByRole('heading', { name: 'Facilitátor vás nepustil dál' })).toBeVisible()
  await look(stranger, 'refused')
  let read = 0
  console.on('request', (request) => (read += Number(request.url().includes('/devices'))))
  await console.getByRole('button', { name: 'Pustit všechny (1)' }).click()
  await expect(anna.getByRole('heading', { name: 'ASOCIACE' })).toBeVisible()
  await expect(console.getByText('Uvnitř: 1 zařízení')).toBeVisible()
  await look(console, 'console-let-in')
  expect(read, 'the devices are read when somebody came, not over and over').toBeLessThan(10)

  await console.getByRole('button', { name: 'Ukázat zařízení' }).click()
  await expect(console.getByRole('row', { name: /1 pustili jste ho/ })).toContainText('připojené')
  await look(console, 'console-devices')
  await console.getByRole('button', { name: 'Vyřadit zařízení číslo 1' }).click()
  await console.getByRole('dialog').getByRole('button', { name: 'Vyřadit', exact: true }).click()
  await expect(anna.getByRole('heading', { name: 'Zařízení je vyřazené' })).toBeVisible()
  await look(anna, 'taken-out')
  await console.getByRole('button', { name: 'Pustit zpátky zařízení číslo 1' }).click()
  await expect(anna.getByRole('heading', { name: 'ASOCIACE' })).toBeVisible()
})

test('with tickets several people vote on one tablet, each once', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('NÁPADY', ['první', 'druhý'])
  const console = await workshop.console(browser, 'run/doors')
  await way(console, 'Se vstupenkou')
  await console.getByLabel('Kolik přidat').fill('2')
  await console.getByRole('button', { name: 'Přidat vstupenky' }).click()
  await expect(console.getByText('2 vstupenky, použito 0')).toBeVisible()
  await look(console, 'console-tickets')
  const [wall, { code }] = await Promise.all([workshop.wall(browser), workshop.door()])
  await expect(wall.getByRole('heading', { name: 'NÁPADY' })).toBeVisible()
  await expect(wall.getByText(`${code.slice(0, 3)} ${code.slice(3)}`)).toHaveCount(0)
  await wall.keyboard.press('q')
  await expect(wall.getByText('a zadejte kód ze své vstupenky')).toBeVisible()
  await look(wall, 'wall-tickets')
  await wall.close()
  const codes: string[] = []
  for (const number of ['1', '2']) {
    await console.getByLabel('Ztracená vstupenka číslo').fill(number)
    await console.getByRole('button', { name: 'Vydat znovu' }).click()
    const sheet = console.getByRole('dialog', { name: `Vstupenka č. ${number} vydaná znovu` })
    codes.push((await sheet.locator('.code').innerText()).trim())
    if (number === '1') await look(console, 'console-issued')
    await sheet.getByRole('button', { name: 'Zavřít' }).click()
  }

  const tablet = await person(browser, phoneSize)
  await tablet.goto(await workshop.scanned())
  await expect(tablet.getByText(/Na toto jednání se vstupuje se vstupenkou/)).toBeVisible()
  await look(tablet, 'ticket-needed')
  const enter = async (code: string) => {
    await tablet.getByLabel('Kód z plátna').fill(code)
    await tablet.getByRole('button', { name: 'Vstoupit' }).click()
  }
  await enter(codes[0]!)
  await expect(tablet.getByRole('heading', { name: 'NÁPADY' })).toBeVisible()
  await tablet.getByRole('button', { name: 'Přehled' }).click()
  await look(tablet, 'menu')
  await tablet.getByRole('dialog').getByRole('button', { name: 'Zavřít' }).click()
  const round = await workshop.vote(step, { dots: 1, per_idea: 1 })
  const vote = async () => {
    await tablet
      .getByRole('button', { name: /^Přidat hlas/ })
      .first()
      .click()
    await expect(tablet.getByText('Uloženo').first()).toBeVisible()
  }
  await vote()
  await tablet.getByRole('button', { name: 'Přehled' }).click()
  await tablet.getByRole('button', { name: 'Další člověk' }).click()
  await look(tablet, 'hand-on')
  await tablet.getByRole('button', { name: 'Předat dál' }).click()
  await expect(tablet.getByRole('heading', { name: 'Připojte se k jednání' })).toBeVisible()
  await enter(codes[0]!)
  await expect(tablet.getByText(/už je lístek od této vstupenky/)).toBeVisible()
  await enter(codes[1]!)
  await expect(tablet.getByRole('heading', { name: 'NÁPADY' })).toBeVisible()
  await vote()
  await expect.poll(async () => (await workshop.count(round)).voters).toBe(2)
})
