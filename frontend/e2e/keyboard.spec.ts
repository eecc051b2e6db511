import { expect } from '@playwright/test'
import { test } from './fixtures'
import { Keyboard } from './keyboard'
import { person } from './people'

test('a whole workshop is led and attended with the keyboard alone', async ({ browser, facilitator }) => {
  const desk = await (await facilitator.browser(browser)).newPage()
  const petra = new Keyboard(desk)
  const now = desk.getByRole('region', { name: 'Teď' })

  // A new workshop, its doors, its first step.
  await desk.goto(`${facilitator.program.origin}/console#/`)
  await petra.press(desk.getByRole('button', { name: 'Nové jednání' }))
  await petra.write(desk.getByLabel('Pracovní skupina', { exact: true }), 'KLÁVESNICE')
  await petra.press(desk.getByRole('button', { name: 'Založit jednání' }))
  await petra.press(
    desk.getByRole('navigation', { name: 'Části jednání' }).getByRole('link', { name: 'Jednání', exact: true }),
  )
  await petra.press(now.getByRole('button', { name: 'Otevřít dveře' }))
  const code = desk.getByRole('img', { name: /^(\S ){5}\S$/ }).first()
  await expect(code).toBeVisible()
  const letters = ((await code.getAttribute('aria-label')) ?? '').replaceAll(' ', '')
  await petra.press(now.getByRole('button', { name: 'Začít krokem ASOCIACE' }))

  // Somebody comes in and writes, changes and takes back.
  const page = await person(browser, { viewport: { width: 1024, height: 700 } })
  const anna = new Keyboard(page)
  await page.goto(facilitator.program.origin)
  await anna.write(page.getByLabel('Kód z plátna'), letters)
  await anna.keys('Enter')
  const idea = page.getByLabel('Váš podnět')
  await anna.write(idea, 'Papíry')
  await anna.keys('Enter')
  await expect(idea).toHaveValue('')
  await anna.type('Doprovázení')
  await anna.keys('Enter')
  await expect(desk.getByText('Doprovázení')).toBeVisible()
  await anna.press(page.getByRole('button', { name: 'Upravit: Papíry' }))
  await anna.write(page.getByLabel('Nové znění'), 'Administrativa')
  await anna.press(page.getByRole('button', { name: 'Uložit' }))
  await expect(desk.getByText('Administrativa')).toBeVisible()
  await anna.press(page.getByRole('button', { name: 'Odebrat: Doprovázení' }))
  await expect(desk.getByText('Doprovázení')).toHaveCount(0)
  await anna.press(page.getByRole('button', { name: /^Vrátit/ }))
  await expect(desk.getByText('Doprovázení')).toBeVisible()

  // The facilitator writes too, and goes on.
  await petra.write(desk.getByLabel('Zapsat podnět', { exact: true }), 'Výzva')
  await petra.keys('Enter')
  await expect(page.getByText('Výzva')).toBeVisible()
  await petra.press(
    desk.getByRole('navigation', { name: 'Kroky' }).getByRole('link', { name: 'PROBLÉMOVÉ OBLASTI' }),
  )
  await petra.press(desk.getByRole('button', { name: 'Přejít na tento krok' }))
  await expect(page.getByRole('heading', { name: 'PROBLÉMOVÉ OBLASTI' })).toBeVisible()
  for (const problem of ['Nekomunikace', 'Nedostatek financí']) {
    await anna.write(idea, problem)
    await anna.keys('Enter')
    await expect(desk.getByText(problem)).toBeVisible()
  }

  // Sorted on the board, a key an idea; what went to the wrong topic comes back.
  await petra.press(desk.getByRole('button', { name: 'Přidat okruh' }))
  const topics = desk.getByRole('dialog', { name: 'Přidat okruh' })
  for (const topic of ['LIDÉ', 'PENÍZE']) {
    await petra.write(topics.getByLabel('Název okruhu'), topic)
    await petra.keys('Enter')
    await expect(topics.getByRole('listitem').filter({ hasText: topic })).toBeVisible()
  }
  await petra.keys('Escape')
  await petra.press(desk.getByRole('button', { name: 'Třídit na tabuli' }))
  const column = (nth: number) => desk.locator('.column').nth(nth)
  await expect(column(0)).toContainText('Nekomunikace')
  await petra.keys('1')
  await expect(column(1)).toContainText('Nekomunikace')
  await petra.keys('1')
  await expect(column(1)).toContainText('Nedostatek financí')
  await petra.keys('z')
  await expect(column(0)).toContainText('Nedostatek financí')
  await petra.keys('2')
  await expect(column(2)).toContainText('Nedostatek financí')
  await petra.press(desk.getByRole('button', { name: 'Zpět na seznam' }))
  await expect(page.getByRole('button', { name: /^PENÍZE/ })).toContainText('1 podnět')

  // Dots.
  await petra.press(now.getByRole('button', { name: 'Spustit hlasování' }))
  await anna.press(page.getByRole('button', { name: 'Přidat hlas: 2. Nedostatek financí' }))
  await expect(page.getByText(/Zbývají 2 hlasy ze 3/)).toBeVisible()
  await expect(now.getByText('hlasovalo 1 z 1')).toBeVisible()
  await anna.press(page.getByRole('button', { name: 'Ubrat hlas: 2. Nedostatek financí' }))
  await expect(now.getByText('hlasovalo 0 z 1')).toBeVisible()
  await anna.press(page.getByRole('button', { name: 'Přidat hlas: 1. Nekomunikace' }))
  await expect(page.getByText('✓ uloženo')).toBeVisible()
  await expect(now.getByText('hlasovalo 1 z 1')).toBeVisible() // a vote seen empty is not ended under its first ballot
  await petra.press(now.getByRole('button', { name: 'Ukončit hlasování' }))
  await petra.press(now.getByRole('button', { name: 'Ukázat výsledek' }))
  await expect(page.getByText('Vaše hlasy jsou započítané.')).toBeVisible()

  // The fishbone: Enter is the next, Tab goes deeper.
  await petra.press(desk.getByRole('navigation', { name: 'Kroky' }).getByRole('link', { name: /^RYBÍ KOST/ }))
  await petra.press(desk.getByRole('button', { name: 'Přejít na tento krok' }))
  await expect(page.getByRole('heading', { name: /^RYBÍ KOST/ })).toBeVisible()
  await petra.press(desk.getByRole('button', { name: 'Přidat kost' }))
  await expect(desk.getByLabel('Nová hlavní kost')).toBeFocused()
  await petra.type('Finance')
  await petra.keys('Enter', 'Tab')
  await petra.type('Nízké platy')
  await petra.keys('Enter', 'Escape')
  await expect(page.getByText('Nízké platy')).toBeVisible()
  await anna.press(page.getByRole('button', { name: 'Přidat příčinu k: Finance', exact: true }))
  await expect(page.getByLabel('Příčina', { exact: true })).toBeFocused()
  await anna.type('Pozdní dotace')
  await anna.keys('Enter')
  await expect(desk.getByText('Pozdní dotace').first()).toBeVisible()

  // Back to what was, and the end.
  await anna.press(page.getByRole('button', { name: 'Přehled' }))
  await anna.press(page.getByRole('button', { name: /ASOCIACE/ }))
  await expect(page.getByText('Prohlížíte si dřívější krok.')).toBeVisible()
  await petra.press(desk.getByRole('link', { name: /^Vstup/ }))
  await petra.press(desk.getByRole('button', { name: 'Ukončit jednání' }).last())
  await petra.press(desk.getByRole('dialog').getByRole('button', { name: 'Ukončit jednání' }))
  await expect(page.getByRole('heading', { name: 'Jednání skončilo' })).toBeVisible()
  await expect(desk.getByText('Jednání je ukončené.')).toBeVisible()
  await expect(
    desk.getByRole('img', { name: /^QR kód/ }),
    'nobody is shown a code that lets nobody in',
  ).toHaveCount(0)
  await petra.press(
    desk.getByRole('navigation', { name: 'Části jednání' }).getByRole('link', { name: 'Zápis', exact: true }),
  )
  const download = desk.waitForEvent('download')
  await petra.press(desk.getByRole('link', { name: /PDF/ }).first())
  expect((await download).suggestedFilename()).toMatch(/klavesnice.*\.pdf$/)
})
