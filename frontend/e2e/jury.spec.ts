import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { barriers, czechLeft, smallTargets, sticksOut } from './looking'
import { saved } from './phone'
import type { Workshop } from './preparing'

/** Kept to be looked at, where PICTURES says into which folder. */
async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  const folder = process.env['PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage })
}

const categories = ['CULTURE', 'SPORT', 'GREEN']
const entries = categories.flatMap((category) =>
  Array.from({ length: 13 }, (_, i) => ({ category, text: `${category.toLowerCase()}, application ${i + 1}` })),
)
const criteria = ['Benefit', 'Feasibility', 'Quality of the proposal']
const nameOf = (i: number) => `${i + 1}. ${entries[i]!.text}`

/** A step of all entries, and everybody is there. */
async function goToEntries(workshop: Workshop): Promise<void> {
  const step = await workshop.addStep('APPLICATIONS')
  for (const category of categories) {
    const topic = await workshop.addTopic(step, category)
    for (const entry of entries)
      if (entry.category === category) await workshop.addIdea(step, entry.text, { topic })
  }
  await workshop.go(step)
}

async function judge(page: Page, i: number, marks: number[]): Promise<void> {
  for (const [at, mark] of marks.entries())
    await page
      .getByRole('radiogroup', { name: `${criteria[at]}: ${nameOf(i)}` })
      .getByRole('radio', { name: `${mark}`, exact: true })
      .check()
}

/** Nobody is shut out: axe, a thumb, a narrow phone. */
async function isForAll(phone: Page): Promise<void> {
  expect(await barriers(phone)).toEqual([])
  expect(await smallTargets(phone, 44)).toEqual([])
  await phone.setViewportSize({ width: 320, height: 640 })
  await expect.poll(() => sticksOut(phone)).toEqual([])
  await phone.setViewportSize({ width: 360, height: 740 })
}

test('a jury judges 39 entries in three categories, prepared in English, and each finds her ballot counted', async ({
  browser,
  workshop,
}) => {
  await goToEntries(workshop)
  await workshop.changeHead({ language: 'en' })
  const console = await workshop.console(browser, 'run', {
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
  })
  const [anna, bela] = [await workshop.phone(browser), await workshop.phone(browser, { locale: 'en-GB' })]
  const wall = await workshop.wall(browser, { viewport: { width: 1920, height: 1080 }, locale: 'en-GB' })
  const now = (action: string) =>
    console.getByRole('region', { name: 'Now' }).getByRole('button', { name: action }).click()

  // Each rule says in English what people will do.
  await console.getByRole('button', { name: 'Prepare a vote' }).click()
  for (const [rule, sentence] of [
    ['For or against', 'Are you for, against, or do you abstain?'],
    ['Choosing', 'Choose all that you support.'],
    ['Points of different weight', 'Give the points 3, 2, 1, each once.'],
    ['Plus and minus', /^You have \d+ plus dots and 1 minus dot\./],
    ['Ranking', 'Tap the 3 that matter most to you, from the first place down.'],
    ['Rating on a scale', 'Rate from 1 to 5.'],
    ['Budget', 'It is not written yet what each costs.'],
    ['Dots', /^Everybody has \d+ dots/],
    ['Jury by criteria', 'An idea counts once it has a mark for every criterion.'],
  ] as const) {
    await console.getByLabel('How people will vote').selectOption(rule)
    await expect(console.getByText(sentence).first()).toBeVisible()
  }
  await picture(console, 'jury-form', true)
  expect(await czechLeft(console, ['Petra Hybnerová', 'Dílna', 'SOCIÁLNÍ SLUŽBY 2'])).toEqual([])
  expect(await barriers(console)).toEqual([])
  await now('Open voting')

  // One entry at a time; how far it is stays in sight, and what is judged in part is not in it.
  await expect(anna.getByRole('heading', { name: 'CULTURE' })).toBeVisible()
  await judge(anna, 0, [5, 4, 3])
  await picture(anna, 'jury-phone')
  await anna.getByRole('button', { name: 'Další →' }).click()
  await judge(anna, 1, [2])
  await expect(anna.getByText('Ohodnoceno 1 ze 39')).toBeInViewport()
  await picture(anna, 'jury-phone-next')
  await judge(bela, 0, [1, 2, 3])
  await expect(bela.getByText('Judged 1 of 39')).toBeVisible()
  await isForAll(anna)

  // Ballots from paper: after one is counted the next begins where it begins.
  await console.getByRole('button', { name: 'Enter a paper ballot' }).click()
  const sheet = console.getByRole('dialog', { name: 'Paper ballot' })
  for (const paper of [1, 2, 3]) {
    await judge(console, 0, [paper, 4, 5])
    if (paper === 1) await judge(console, 38, [paper, 4, 5])
    await expect(sheet.getByText(/^Judged [12] of 39$/), 'how far it is stays in sight').toBeInViewport()
    await sheet.getByRole('button', { name: 'Count the ballot' }).click()
    await expect(sheet.getByText(nameOf(0), { exact: true })).toBeInViewport()
    await expect(sheet.getByRole('listitem').filter({ hasText: `ballot no. ${paper}` })).toBeAttached()
  }
  await picture(console, 'jury-paper')
  expect(await barriers(console)).toEqual([])
  await sheet.getByRole('button', { name: 'Close' }).click()

  await expect(saved(anna)).toBeVisible()
  await expect(bela.getByText('✓ saved')).toBeVisible()
  await now('Close voting')
  await now('Show the result')
  await expect(anna.getByText('Váš lístek je započítán.')).toBeVisible()
  await expect(bela.getByText('Your ballot is counted.')).toBeVisible()
  await expect(bela.getByText(`${entries[0]!.text} – 1, 2, 3`)).toBeVisible()
  await isForAll(bela)
  await picture(anna, 'jury-phone-result')
  await picture(bela, 'jury-phone-result-en')
  await expect(
    wall.getByText('Benefit 2.4, Feasibility 3.6, Quality of the proposal 4.2, judged by 5 people'),
  ).toBeVisible()
  await picture(wall, 'jury-wall-result')
  await picture(console, 'jury-console-result')

  // The minutes have each ballot with its receipt, where they are asked to.
  const receipt = (await bela.getByText('The receipt of your ballot').textContent())!.replace(/\D/g, '')
  await console.goto(workshop.consoleAddress('minutes'))
  await console.getByRole('button', { name: 'Layout' }).click()
  await console.getByRole('checkbox', { name: 'Add an appendix with the anonymous ballots' }).check()
  await expect(console.getByRole('banner')).toContainText('✓ Saved')
  const download = console.waitForEvent('download')
  await console.getByRole('link', { name: 'Download the minutes as PDF' }).click()
  const pdf = await (await download).path()
  expect(execFileSync('pdftotext', [pdf, '-']).toString().replace(/\s/g, '')).toContain(receipt)
  if (process.env['PICTURES']) execFileSync('cp', [pdf, `${process.env['PICTURES']}/jury.pdf`])
  await picture(console, 'jury-minutes', true)
})
