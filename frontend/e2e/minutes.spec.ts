import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { undo } from './desk'
import { test as base } from './fixtures'
import { barriers, inAnother, softly, sticksOut } from './looking'
import { person } from './people'
import { Facilitator } from './preparing'
import { Program } from './program'

const record = fileURLToPath(new URL('../../models/modelstest/testdata/model-record.json', import.meta.url))

/** A program that holds the model record, and its coordinator. */
const test = base.extend<object, { facilitator: Facilitator }>({
  facilitator: [
    async ({}, use) => {
      const program = new Program()
      program.import(record)
      await program.start()
      await use(await Facilitator.first(program))
      await program.remove()
    },
    { scope: 'worker' },
  ],
})

/** A small chequered picture, PNG. */
const logo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAADwAAAAYCAIAAAApowkFAAAAQElEQVR42u3OMQ0AIAwAwRrBEwJQz8yIACSUidDkkp8/F3vNtDZ62stPQENDQ0NDQ5dF/wa6+UBDQ0NDQ0OXRR8XU/d4ek5wrQAAAABJRU5ErkJggg==',
  'base64',
)

/** The pages beside the form. */
const preview = (page: Page) => page.frameLocator('iframe[title="Náhled zápisu"]').locator('body')
const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Části zápisu' }).getByRole('button', { name }).click()

/** Opens a step of the contents. */
async function openStep(page: Page, heading: string): Promise<void> {
  await page.locator('summary').filter({ hasText: heading }).click()
}

/** From the library, where coordinators are at home. */
async function openMinutes(page: Page, facilitator: Facilitator): Promise<void> {
  const { id } = await facilitator.newest()
  await page.goto(`${facilitator.program.origin}/console#/`)
  await page.locator(`a[href*="${id}/minutes"]`).click()
  await expect(preview(page)).toContainText('Zápis z 1. jednání')
}

test('a coordinator corrects, approves, publishes and corrects again', async ({ browser, facilitator }) => {
  test.setTimeout(240_000)
  const { origin } = facilitator.program
  const coordinator = await (
    await facilitator.browser(browser, { viewport: { width: 1280, height: 900 } })
  ).newPage()
  await openMinutes(coordinator, facilitator)

  await part(coordinator, 'Obsah')
  await coordinator.getByLabel('Úvod zápisu').fill('Zápis pořídila Petra Hybnerová.\n\n- schůzka pracovní skupiny')
  await coordinator.getByLabel('Úvod zápisu').press('Tab')
  await expect(preview(coordinator)).toContainText('Zápis pořídila Petra Hybnerová.')

  // A typo is corrected; what people wrote stays in sight.
  await openStep(coordinator, 'PROBLÉMOVÉ OBLASTI')
  await coordinator.getByRole('button', { name: 'Opravit: Nedostatek financí', exact: true }).click()
  const field = coordinator.getByRole('textbox', { name: 'Jak to bude v zápisu' })
  await field.fill('Nedostatek peněz')
  await field.press('Tab')
  await expect(preview(coordinator)).toContainText('Nedostatek peněz')
  await expect(coordinator.getByText('Původně: Nedostatek financí', { exact: true })).toBeVisible()

  // One idea is left out; the reason stands in its place.
  await coordinator.getByRole('button', { name: /^Opravit: Nekomplexnost systému/ }).click()
  await coordinator.getByRole('button', { name: /^Vypustit s důvodem: Nekomplexnost systému/ }).click()
  await coordinator.getByLabel('Důvod vypuštění').fill('osobní údaj')
  await coordinator.getByRole('button', { name: 'Vypustit s důvodem', exact: true }).click()
  await expect(preview(coordinator)).toContainText('[…] osobní údaj')
  await expect(preview(coordinator)).not.toContainText('Nekomplexnost systému')

  await part(coordinator, 'Po jednání')
  await coordinator.getByRole('button', { name: 'Přidat podnět zaslaný po jednání' }).click()
  await coordinator.getByLabel('Podnět zaslaný po jednání').fill('Více laviček u ordinací')
  await coordinator.getByLabel('Od koho').fill('účastník')
  await coordinator.getByLabel('Kdy přišel').fill('2025-11-21')
  await coordinator.getByRole('radio', { name: 'nepřijato' }).check()
  await coordinator.getByLabel('Proč nebyl přijat').fill('řeší jiná skupina')
  await coordinator.getByRole('button', { name: 'Uložit' }).click()
  await expect(preview(coordinator)).toContainText('nepřijato: řeší jiná skupina')

  await part(coordinator, 'Podoba')
  await coordinator.getByRole('checkbox', { name: 'Číslovat kroky' }).check()
  await expect(preview(coordinator)).toContainText('1. ASOCIACE')

  await part(coordinator, 'Logo')
  await coordinator.getByLabel('Publicita').fill('Spolufinancováno Evropskou unií')
  await coordinator
    .getByLabel(/^Logo \(PNG/)
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo })
  await expect(coordinator.getByText('logo.png')).toBeVisible()
  await coordinator.getByLabel('Popis loga').fill('Logo kraje')
  await coordinator.getByRole('button', { name: 'Uložit' }).click()
  await expect(preview(coordinator)).toContainText('Spolufinancováno Evropskou unií')
  await expect(preview(coordinator).getByRole('img', { name: 'Logo kraje' })).toBeVisible()

  // The office's Word file: one that is none is refused, ours has what minutes need.
  await part(coordinator, 'Úřad')
  const template = coordinator.getByLabel(/^Šablona \(DOCX/)
  await template.setInputFiles({ name: 'logo.docx', mimeType: 'application/msword', buffer: logo })
  await expect(coordinator.getByRole('alert')).toContainText('.docx nebo .dotx do 2 MB')
  const { id } = await facilitator.newest()
  const word = await coordinator.request.get(`${origin}/api/workshops/${id}/minutes.docx?as=facilitator`)
  await template.setInputFiles({ name: 'úřad.docx', mimeType: 'application/msword', buffer: await word.body() })
  await expect(coordinator.getByText('Zápisy stojí na souboru úřad.docx.')).toBeVisible()
  await expect(coordinator.getByRole('row', { name: /^Nadpis 1/ })).toContainText('14 b.')
  await coordinator.getByRole('button', { name: 'Přestat ji používat' }).click()
  await expect(coordinator.getByText('Word vypadá jako naše PDF')).toBeVisible()

  // Approved, it is frozen; published, anybody reads it.
  await coordinator.getByRole('button', { name: 'Schválit verzi 1' }).dblclick()
  await publish(coordinator, 1)
  const address = coordinator.getByLabel('Veřejná adresa zápisu')
  await expect(address).toHaveValue(/\/minutes\/\w{26}$/)
  await expect(preview(coordinator)).not.toContainText('NÁVRH')
  const link = await address.inputValue()

  const reader = await person(browser, { viewport: { width: 1280, height: 900 } })
  await reader.goto(link)
  await expect(reader.getByRole('heading', { level: 1 })).toContainText('Zápis z 1. jednání')
  await expect(reader.getByText('Nedostatek peněz')).toBeVisible()
  await expect(reader.getByText('Spolufinancováno Evropskou unií')).toBeVisible()
  expect(await reader.context().cookies()).toEqual([])
  const formats = await facilitator.send<{ ending: string }[]>('get', '/api/formats')
  for (const { ending } of formats) {
    const coming = reader.waitForEvent('download')
    await reader.locator(`aside a[href$="/1/minutes.${ending}"]`).click()
    const file = await coming
    expect(file.suggestedFilename()).toBe(`zapis-1-socialni-sluzby-2-v1.${ending}`)
    expect(statSync(await file.path()).size, ending).toBeGreaterThan(200)
    if (ending !== 'pdf') continue
    const text = execFileSync('pdftotext', ['-layout', await file.path(), '-']).toString()
    for (const said of ['Nedostatek peněz', '[…] osobní údaj', 'Více laviček u ordinací', 'verze 1', 'schváleno'])
      expect(text).toContain(said)
    expect(text).not.toContain('NÁVRH')
  }

  // A correction makes version 2, which says what changed.
  await part(coordinator, 'Záhlaví')
  await coordinator.getByLabel('Místo', { exact: true }).fill('Radnice')
  await coordinator.getByLabel('Místo', { exact: true }).press('Tab')
  await coordinator.getByLabel('Proč vzniká nová verze').fill('Doplnili jsme místo jednání.')
  await coordinator.getByLabel('Proč vzniká nová verze').press('Tab')
  await expect(preview(coordinator)).toContainText('Doplnili jsme místo jednání.')
  await coordinator.getByText('Seznam změn').click()
  await coordinator.getByRole('button', { name: 'Schválit verzi 2' }).click()
  await publish(coordinator, 2)
  await reader.reload()
  await expect(reader.getByRole('heading', { name: 'Změny proti verzi 1' })).toBeVisible()
  await expect(reader.locator('aside a[href$="/1/minutes.pdf"]')).toBeVisible()

  // Withdrawn, the address tells a person what happened; it comes back with the minutes.
  for (const version of [2, 1]) {
    await coordinator.getByRole('button', { name: `Další možnosti verze ${version}` }).click()
    await coordinator.getByRole('menuitem', { name: 'Zrušit zveřejnění' }).click()
    await coordinator.getByRole('dialog').getByRole('button', { name: 'Zrušit zveřejnění' }).click()
  }
  await expect(address).toBeHidden()
  const gone = await reader.goto(link)
  expect(gone?.status()).toBe(404)
  await expect(reader.getByRole('heading', { name: 'Tento zápis tu není' })).toBeVisible()
  expect((await reader.goto(`${origin}/minutes/nikdy`))?.status()).toBe(404)
  await publish(coordinator, 1)
  await expect(address).toHaveValue(link)
  await coordinator.getByRole('button', { name: 'Změnit veřejnou adresu' }).click()
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Změnit veřejnou adresu' }).click()
  await expect(address).not.toHaveValue(link)
  expect((await reader.goto(link))?.status()).toBe(404)
})

/** Publishes a version with real double clicks: it takes one press to ask and one to do it. */
async function publish(coordinator: Page, version: number) {
  await coordinator.getByRole('button', { name: `Zveřejnit verzi ${version}` }).dblclick()
  await coordinator
    .getByRole('dialog')
    .getByRole('button', { name: `Zveřejnit verzi ${version}` })
    .dblclick()
  await expect(coordinator.getByRole('button', { name: `Další možnosti verze ${version}` })).toBeVisible()
}

test('nobody is shut out of the screens of the minutes, nor of what is published', async ({
  browser,
  facilitator,
}) => {
  test.setTimeout(240_000)
  const coordinator = await (await facilitator.browser(browser, { reducedMotion: 'reduce' })).newPage()
  await openMinutes(coordinator, facilitator)
  for (const name of ['Záhlaví', 'Obsah', 'Po jednání', 'Podoba', 'Logo']) {
    await part(coordinator, name)
    if (name === 'Obsah') {
      await openStep(coordinator, 'OČEKÁVÁNÍ A POTŘEBY')
      await coordinator.getByRole('button', { name: 'Opravit: Jednoduchost systému', exact: true }).click()
    }
    if (name === 'Po jednání')
      await coordinator.getByRole('button', { name: 'Přidat podnět zaslaný po jednání' }).click()
    expect.soft(await barriers(coordinator), name).toEqual([])
    for (const width of [640, 360])
      await inAnother(coordinator, { width }, () =>
        softly.poll(() => sticksOut(coordinator), `${name} ${width}`).toEqual([]),
      )
  }
  const reader = await person(browser, { viewport: { width: 360, height: 740 } })
  await reader.goto(`${facilitator.program.origin}/minutes/nikdy`)
  expect.soft(await barriers(reader), 'no such minutes').toEqual([])
})

// Last: it makes a workshop of its own, and the others open the newest.
test('what the minutes lack is taken over in one press each, and its row goes', async ({
  browser,
  facilitator,
}) => {
  const workshop = await facilitator.workshop()
  await workshop.goToNew('POTŘEBY', ['Víc lůžek'])
  await workshop.addStep('NÁMĚTY')
  await workshop.participant()
  await workshop.participant()
  await workshop.setState('ended')
  const page = await (await facilitator.browser(browser)).newPage()
  await page.goto(`${facilitator.program.origin}/console#/w/${workshop.id}/minutes`)
  const rows = page.locator('li').filter({ has: page.getByRole('button', { name: /^(Zapsat|Vynechat)/ }) })
  await expect(rows).toHaveCount(3)
  expect(await barriers(page)).toEqual([])

  await page.getByRole('button', { name: 'Zapsat 2, tolik se připojilo' }).click()
  await expect(rows).toHaveCount(2)
  await expect(page.getByLabel('Počet účastníků')).toHaveValue('2')
  await page.getByRole('button', { name: /^Zapsat \d\d:\d\d, tehdy se ukončilo/ }).click()
  await expect(rows).toHaveCount(1)
  await expect(page.getByLabel('Konec', { exact: true })).toHaveValue(/^\d\d:\d\d$/)
  await page.getByRole('button', { name: 'Vynechat ze zápisu' }).click()
  await undo(page).hover() // under the pointer the offer stays
  await expect(page.getByText('Na co se před schválením podívat')).toHaveCount(0)
  await expect(preview(page)).not.toContainText('NÁMĚTY')

  // Like everything here it is taken back in one press, and is offered again.
  await undo(page).click()
  await expect(rows).toHaveCount(1)
  await expect(preview(page)).toContainText('NÁMĚTY')
})

test('steps that were skipped are left out of the minutes in one press, or each by itself', async ({
  browser,
  facilitator,
}) => {
  const workshop = await facilitator.workshop()
  await workshop.goToNew('POTŘEBY', ['Víc lůžek'])
  const skipped = ['PŘÍČINY', 'VIZE', 'NÁMĚTY', 'SLIBY']
  for (const heading of skipped) await workshop.addStep(heading)
  await workshop.setState('ended')
  const page = await workshop.console(browser, 'minutes')
  const fold = page.getByText('4 kroky jsou prázdné.')
  const one = page.getByRole('button', { name: 'Vynechat ze zápisu' })
  await expect(fold).toBeVisible()
  await expect(one.first()).toBeHidden()
  await fold.click()
  await expect(one).toHaveCount(4)
  expect(await barriers(page)).toEqual([])
  await one.first().click()
  await expect(page.getByText('3 kroky jsou prázdné.')).toBeVisible()
  await expect(preview(page)).not.toContainText('PŘÍČINY')

  await page.getByRole('button', { name: 'Vynechat všechny ze zápisu' }).click()
  await undo(page).hover() // under the pointer the offer stays
  for (const heading of skipped) await expect(preview(page)).not.toContainText(heading)
  await expect(preview(page)).toContainText('POTŘEBY')
  await undo(page).click()
  await expect(page.getByText('3 kroky jsou prázdné.')).toBeVisible()
  for (const heading of skipped.slice(1)) await expect(preview(page)).toContainText(heading)
})

test('a letterhead is there before anybody can write another over it, after a broken line, too', async ({
  browser,
  facilitator,
}) => {
  const lines = 'Spolufinancováno Evropskou unií'
  await facilitator.send('put', '/api/letterhead?programme=', { publicity: [lines], alt: '', no_logo: false })
  const page = await (await facilitator.workshop()).console(browser, 'minutes')
  const publicity = page.getByLabel('Publicita')
  let looked = () => {}
  const late = new Promise<void>((resolve) => (looked = resolve))
  let broken = true
  await page.route('**/api/letterhead?*', async (route) => {
    await late
    await (broken ? route.abort() : route.continue())
  })
  await part(page, 'Logo')
  await expect(page.getByText('Načítám…')).toBeVisible()
  await expect(publicity).toHaveCount(0)
  looked()
  const again = page.getByRole('button', { name: 'Zkusit znovu' })
  await expect(again).toBeVisible()
  broken = false
  await again.click()
  await expect(publicity).toHaveValue(lines)
})
