import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { newId } from '../src/api/ids'
import type { components } from '../src/api/schema'
import { test } from './fixtures'
import { barriers, inAnother, softly, sticksOut, tornWords } from './looking'
import { person } from './people'

const path = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url))
const rules = path('../models/modelstest/testdata/rules.json')
const validator = path('node_modules/vnu-jar/build/dist/vnu.jar')

/** Kept to be looked at, where PICTURES says into which folder. */
const pictures = process.env['PICTURES']

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Části zápisu' }).getByRole('button', { name }).click()

test('what is published keeps its contrast in light and dark, is valid, and is read in again out of its PDF', async ({
  browser,
  facilitator,
}, info) => {
  test.setTimeout(240_000)
  const { origin } = facilitator.program
  const id = newId()
  await facilitator.send('post', `/api/workshops/file?id=${id}`, JSON.parse(readFileSync(rules, 'utf8')))
  const page = await (await facilitator.browser(browser)).newPage()
  await page.goto(`${origin}/console#/w/${id}/minutes`)
  await part(page, 'Podoba')
  await page.getByRole('checkbox', { name: 'Přiložit do PDF soubor jednání' }).check()
  await page.getByRole('checkbox', { name: 'Přidat přílohu s anonymními hlasovacími lístky' }).check()
  await page.getByRole('checkbox', { name: 'Přidat výsledek hlasování s pořadím' }).check()
  await expect(page.getByRole('banner')).toContainText('✓ Uloženo')
  expect.soft(await barriers(page), 'the options').toEqual([])
  for (const width of [640, 360])
    await inAnother(page, { width }, () => softly.poll(() => sticksOut(page), `the options ${width}`).toEqual([]))
  const work = `/api/workshops/${id}`
  await facilitator.send('post', `${work}/editions?as=facilitator`, {})
  await facilitator.send('put', `${work}/editions/1/state?as=facilitator`, { state: 'published' })
  const { link } = await facilitator.send<components['schemas']['MinutesWork']>(
    'get',
    `${work}/minutes?as=facilitator`,
  )

  const reader = await person(browser, { viewport: { width: 360, height: 740 } })
  await reader.goto(`${origin}/minutes/${link}`)
  expect.soft(await barriers(reader), 'the published page').toEqual([])
  await softly.poll(() => sticksOut(reader), 'the published page').toEqual([])
  await softly.poll(() => tornWords(reader, 'tbody th'), 'ideas beside many rounds').toEqual([])
  // Words are broken by the language of each where the browser has its rules; nothing of that is in the text itself.
  for (const [width, hyphens] of [
    [360, 'auto'],
    [1024, 'manual'],
  ] as const) {
    const set = () => reader.evaluate(() => getComputedStyle(document.querySelector('main li')!).hyphens)
    await inAnother(reader, { width }, () => expect.poll(set, `${width}`).toBe(hyphens))
  }
  expect(await reader.locator('body').textContent()).not.toContain('\u00ad')
  for (const locale of ['cs-CZ', 'en-GB']) {
    const other = await person(browser, { viewport: { width: 390, height: 780 }, locale })
    await other.goto(`${origin}/minutes/${link}`)
    for (const width of [390, 360]) {
      const lines = async () => {
        const ways = other.locator('.dilna-top a')
        return new Set(await ways.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))).size
      }
      await inAnother(other, { width }, async () => {
        if (pictures) await other.screenshot({ path: `${pictures}/public-${locale}-${width}.png` })
        await expect.poll(lines, `ways on one line, ${locale} ${width}`).toBe(1)
      })
    }
    await inAnother(other, { width: 320, letters: 200 }, async () => {
      if (pictures) await other.screenshot({ path: `${pictures}/public-${locale}-320-200.png` })
      await softly.poll(() => sticksOut(other), 'large letters').toEqual([])
    })
  }
  const saved = info.outputPath('published.html')
  writeFileSync(saved, await (await reader.request.get(`${origin}/minutes/${link}`)).text())
  execFileSync('java', ['-jar', validator, '--errors-only', saved], { stdio: 'pipe' })

  // Whoever has the PDF reads the workshop in again; a PDF without the file is refused in words.
  const pdf = await (await reader.request.get(`${origin}/minutes/${link}/1/minutes.pdf`)).body()
  await page.goto(`${origin}/console#/new`)
  const chooser = page.getByLabel('Ze souboru jednání')
  await chooser.setInputFiles({
    name: 'cizí.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
  })
  await expect(page.getByRole('alert')).toContainText('v tomto PDF žádný soubor jednání není')
  await chooser.setInputFiles({ name: 'zapis.pdf', mimeType: 'application/pdf', buffer: pdf })
  await expect(page).toHaveURL(/#\/w\/[a-z2-7]{26}\/minutes/)
  expect(page.url()).not.toContain(id)
})

test('each name in a text that will be public is led to, on a laptop and on a phone', async ({
  browser,
  facilitator,
}) => {
  test.setTimeout(240_000)
  const workshop = await facilitator.workshop()
  const name = 'Jana Nová'
  await workshop.changeHead({
    title: `Loučení: ${name}`,
    attendance: { printed: '2', participants: 2, present: [name, 'Petr Malý'] },
  })
  const needs = await workshop.goToNew('POTŘEBY', [`Víc lůžek, ${name} ví`])
  const causes = await workshop.addStep('PŘÍČINY', { method: 'fishbone' })
  await workshop.go(causes)
  await workshop.addCause(causes, `${name} odešla`)
  const tasks = await workshop.addStep('ÚKOLY', { method: 'tasks', prompt: `Co udělá ${name}?` })
  await workshop.go(tasks)
  await workshop.addTask(tasks, `${name} zavolá na úřad`)
  const decisions = await workshop.addStep('USNESENÍ', { method: 'decisions' })
  await workshop.go(decisions)
  await workshop.addDecision(decisions, `${name} povede skupinu`)
  await workshop.setState('ended')
  await facilitator.send('patch', `/api/workshops/${workshop.id}/minutes?as=facilitator`, {
    remarks: { [needs]: `Poznámka, kterou řekla ${name}` },
    introduction: 'Sešli jsme se u Jany Nové.',
    late_inputs: [
      { id: newId(), text: 'Víc nocleháren', source: 'paní Nová', date: '', settlement: 'noted', reason: '' },
    ],
  })

  const context = await facilitator.browser(browser, { viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.goto(`${facilitator.program.origin}/console#/w/${workshop.id}/minutes`)
  const rows = page.getByRole('button', { name: `stojí jméno: ${name}.` })
  await expect(rows).toHaveCount(9)
  expect(new Set(await rows.allInnerTexts()).size, 'each reads otherwise').toBe(9)
  for (const width of [1366, 390]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(rows).toHaveCount(9)
    expect.soft(await barriers(page), `${width}`).toEqual([])
    await softly.poll(() => sticksOut(page), `${width}`).toEqual([])
    if (pictures) await page.screenshot({ path: `${pictures}/concerns-${width}.png`, fullPage: true })
    for (const [said, field] of [
      [`Záhlaví: V textu „Loučení: ${name}“`, `Loučení: ${name}`],
      ['Úvod zápisu: V textu „Sešli jsme se u Jany Nové.“', 'Sešli jsme se u Jany Nové.'],
      [`POTŘEBY: V textu „Poznámka, kterou řekla ${name}“`, 'POTŘEBY'], // in the remark: to the step itself
      [`POTŘEBY: V textu „Víc lůžek, ${name} ví“`, `Víc lůžek, ${name} ví`],
      ['PŘÍČINY', `${name} odešla`],
      [`ÚKOLY: V textu „${name} zavolá`, `${name} zavolá na úřad`],
      ['USNESENÍ', `${name} povede skupinu`],
      ['Po jednání: V textu „paní Nová“', 'Víc nocleháren'],
    ] as const) {
      await rows.filter({ hasText: said }).click()
      await expect(page.locator('textarea:focus, input:focus')).toHaveValue(field)
      await part(page, 'Záhlaví')
    }
    // What is asked in a step is no text of the minutes: it is prepared elsewhere.
    await rows.filter({ hasText: `ÚKOLY: V textu „Co udělá ${name}?“` }).click()
    await expect(page).toHaveURL(new RegExp(`/prepare/${tasks}$`))
    await expect(page.getByLabel('Otázka pro účastníky')).toHaveValue(`Co udělá ${name}?`)
    await page.goBack()
  }
})
