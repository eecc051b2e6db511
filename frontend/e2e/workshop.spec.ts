import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { facilitator, go, join, main, nextStep, openDoors, openStep, person, troubles, write } from './people'
import { saved } from './phone'
import { Program } from './program'

const program = new Program()

test.beforeAll(() => program.start())
test.afterAll(() => program.remove())

test('a whole workshop, from the code on the wall to the minutes in PDF', async ({ browser }) => {
  const console = await person(browser, { viewport: { width: 1280, height: 900 } })
  await facilitator(console, program.firstLink)
  const code = await openDoors(console)

  const opened = console.context().waitForEvent('page')
  await console.getByRole('link', { name: 'Otevřít plátno' }).click()
  const wall = await opened
  await expect(wall.getByRole('img', { name: [...code].join(' ') }).or(wall.getByText(code))).toBeVisible()

  // Three people come: two scan the code, one types it, carelessly.
  const [anna, bela] = await Promise.all([
    join(browser, program.origin, code),
    join(browser, program.origin, code),
  ])
  const cyril = await person(browser, { viewport: { width: 320, height: 640 } })
  await cyril.goto(program.origin)
  await cyril.getByLabel('Kód z plátna').fill('000000')
  await cyril.getByRole('button', { name: 'Vstoupit' }).click()
  await expect(cyril.getByText('Zkontrolujte kód na plátně.')).toBeVisible()
  await expect(cyril.getByLabel('Kód z plátna')).toHaveValue('000000')
  await cyril.getByLabel('Kód z plátna').fill(`${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`)
  await cyril.getByRole('button', { name: 'Vstoupit' }).click()
  for (const phone of [anna, bela, cyril]) await expect(phone.getByText('Jste uvnitř')).toBeVisible()

  // The step opens, every screen goes there; what one writes all see.
  await main(console, 'Začít krokem ASOCIACE')
  for (const screen of [anna, bela, cyril, wall])
    await expect(screen.getByRole('heading', { name: 'ASOCIACE' })).toBeVisible()
  await write(anna, 'Administrativa')
  await expect(console.getByText('Administrativa')).toBeVisible()
  await write(bela, 'Doprovázení 💡')
  for (const screen of [console, cyril, wall]) await expect(screen.getByText('Doprovázení 💡')).toBeVisible()
  await console.getByLabel('Zapsat podnět', { exact: true }).fill('Výzva')
  await console.getByLabel('Zapsat podnět', { exact: true }).press('Enter')
  await expect(anna.getByText('Výzva')).toBeVisible()

  // A seat survives a reload, and a step is followed after it.
  await anna.reload()
  await nextStep(console, 'ZÁJMOVÉ SKUPINY')
  await expect(anna.getByRole('heading', { name: 'ZÁJMOVÉ SKUPINY' })).toBeVisible()
  await write(anna, 'OZP')

  // Stakeholder groups of one step become topics of the next, in other words.
  await main(console, 'Vybrat okruhy: OČEKÁVÁNÍ A POTŘEBY ZÁJMOVÝCH STRAN')
  const sheet = console.getByRole('dialog')
  await sheet.getByLabel('Z kroku').selectOption({ label: 'ZÁJMOVÉ SKUPINY' })
  await sheet.getByRole('checkbox', { name: 'OZP' }).check()
  await sheet.getByLabel('Znění okruhu z podnětu OZP').fill('OSOBY ZDRAVOTNĚ POSTIŽENÉ')
  await sheet.getByRole('button', { name: /Převzít 1 okruh/ }).click()
  await nextStep(console, 'OČEKÁVÁNÍ A POTŘEBY ZÁJMOVÝCH STRAN')
  const needs = ['Důstojné přijetí', 'Individuální přístup']
  await anna.getByText('OSOBY ZDRAVOTNĚ POSTIŽENÉ').click()
  for (const need of needs) await write(anna, need)
  const row = console.getByRole('listitem').filter({ hasText: 'Individuální přístup' })
  await row.getByRole('button', { name: /Označit ⚫/ }).click()
  await expect(wall.getByText('⚫').first()).toBeVisible()

  // Three dots each, totals hidden until the round is closed.
  await openStep(console, 'PROBLÉMOVÉ OBLASTI')
  const problems = ['Nekomunikace', 'Nedostatek financí', 'Spolupráce']
  for (const problem of problems) await write(bela, problem)
  await expect(wall.getByText(problems.at(-1)!)).toBeVisible() // in time to be voted on
  await main(console, 'Spustit hlasování')
  await expect(wall.getByText('hlasovalo 0 ze 3')).toBeVisible()
  for (const phone of [anna, bela]) {
    await phone.getByRole('button', { name: 'Přidat hlas: 3. Spolupráce' }).click()
    await expect(phone.getByText(/Zbývají 2 hlasy ze 3/)).toBeVisible()
  }
  await expect(wall.getByText('hlasovalo 2 ze 3')).toBeVisible()
  await bela.getByRole('button', { name: 'Ubrat hlas: 3. Spolupráce' }).click()
  await bela.getByRole('button', { name: 'Přidat hlas: 1. Nekomunikace' }).click()
  await bela.getByRole('button', { name: 'Přidat hlas: 3. Spolupráce' }).click()
  await expect(bela.getByText(/Zbývá 1 hlas ze 3/)).toBeVisible()

  // The plug is pulled in the middle; what was ticked is not gone.
  await program.stop('SIGKILL')
  await program.start()
  await bela.reload()
  await expect(bela.getByText(/Zbývá 1 hlas ze 3/)).toBeVisible()
  await expect(saved(bela)).toBeVisible({ timeout: 30_000 })
  await expect(console.getByText('hlasovalo 2 ze 3').first()).toBeVisible({ timeout: 30_000 })
  await main(console, 'Ukončit hlasování')
  await main(console, 'Ukázat výsledek')
  await expect(anna.getByText('Vaše hlasy jsou započítané.')).toBeVisible({ timeout: 30_000 })
  await expect(cyril.getByRole('heading', { name: 'Výsledek hlasování' })).toBeVisible({ timeout: 30_000 })
  await expect(wall.getByText(/Hlasovali 2 lidé, rozdány? ?(o )?3 hlasy|Hlasovali 2 lidé/)).toBeVisible({
    timeout: 30_000,
  })

  // The fishbone, by keyboard: Enter is next, Tab is deeper.
  await openStep(console, 'RYBÍ KOST – PROBLÉMY A JEJICH PŘÍČINY')
  await console.getByRole('textbox', { name: 'Následek nebo cíl' }).fill('MOTIVOVANÝ ZAMĚSTNANEC')
  await console.getByRole('textbox', { name: 'Následek nebo cíl' }).press('Tab')
  await console.getByRole('button', { name: 'Přidat kost' }).click()
  await console.keyboard.type('Finance')
  await console.keyboard.press('Enter')
  await console.keyboard.press('Tab')
  await console.keyboard.type('Nízké platy')
  await console.keyboard.press('Enter')
  await console.keyboard.press('Escape')
  for (const screen of [anna, wall]) await expect(screen.getByText('Nízké platy').first()).toBeVisible()

  // The end: phones say thanks, the head is completed, the minutes are ready.
  await go(console, 'Zápis')
  await console.getByLabel('Počet účastníků', { exact: true }).fill('14 (+1 ORK)')
  await console.getByLabel('Počet účastníků', { exact: true }).press('Tab')
  await go(console, 'Jednání')
  await console.getByRole('link', { name: /^Vstup/ }).click()
  await console.getByRole('button', { name: 'Ukončit jednání' }).last().click()
  await console.getByRole('dialog').getByRole('button', { name: 'Ukončit jednání' }).click()
  for (const phone of [anna, bela, cyril])
    await expect(phone.getByRole('heading', { name: 'Jednání skončilo' })).toBeVisible()

  await go(console, 'Zápis')
  const download = console.waitForEvent('download')
  await console.getByRole('link', { name: 'Stáhnout zápis v PDF' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('zapis-1-socialni-sluzby-2-v1-navrh.pdf')
  const text = execFileSync('pdftotext', ['-layout', await file.path(), '-']).toString()
  const order = [
    'Zápis z 1. jednání',
    'SOCIÁLNÍ SLUŽBY 2',
    '14 (+1 ORK)',
    'Petra Hybnerová',
    'ASOCIACE',
    'Administrativa',
    'Doprovázení',
    'Výzva',
    'ZÁJMOVÉ SKUPINY',
    'OZP',
    'OSOBY ZDRAVOTNĚ POSTIŽENÉ',
    'Důstojné přijetí',
    'Individuální přístup ⚫',
    'PROBLÉMOVÉ OBLASTI',
    'Nekomunikace',
    'Nedostatek financí',
    'Spolupráce',
    'MOTIVOVANÝ ZAMĚSTNANEC',
    'Finance',
    'Nízké platy',
  ]
  let at = 0
  for (const words of order) {
    const next = text.indexOf(words, at)
    expect(next, `${words} stands in the minutes after what came before it`).toBeGreaterThanOrEqual(0)
    at = next
  }
  for (const [problem, votes] of [
    ['Nekomunikace', 1],
    ['Nedostatek financí', 0],
    ['Spolupráce', 2],
  ]) {
    expect(text).toMatch(new RegExp(`${problem}\\s+${votes}\\n`))
  }
  expect(troubles).toEqual([])
})
