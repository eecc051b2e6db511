import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { barriers, smallTargets, softly, sticksOut } from './looking'
import type { Facilitator, Workshop } from './preparing'

test('a photo beside a step: added on the console, seen on phones and the wall, taken back, printed', async ({
  browser,
  facilitator,
}) => {
  const workshop = await overData(facilitator)
  const desk = await workshop.console(browser, 'run', { viewport: { width: 390, height: 780 } })
  const wall = await workshop.wall(browser, { viewport: { width: 1920, height: 1080 } })
  const phone = await workshop.phone(browser, { viewport: { width: 360, height: 740 } })

  // What cannot be used loses nothing that was typed.
  const chart = Buffer.from(await desk.evaluate(drawn), 'base64')
  await desk.getByText('Fotky', { exact: true }).click()
  const file = desk.getByLabel('Fotka (JPEG nebo PNG do 12 MB)')
  await file.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('žádná fotka') })
  await desk.getByRole('textbox', { name: 'Co je na fotce' }).fill('Graf dotací po letech')
  await desk.getByLabel('Ukázat všem na telefonech a na plátně').check()
  await desk.getByRole('button', { name: 'Přidat fotku' }).click()
  await expect(desk.getByText('Fotka má být obrázek JPEG nebo PNG', { exact: false }).first()).toBeVisible()
  await expect(desk.getByRole('textbox', { name: 'Co je na fotce' })).toHaveValue('Graf dotací po letech')

  await file.setInputFiles({ name: 'graf.png', mimeType: 'image/png', buffer: chart })
  await desk.getByRole('button', { name: 'Přidat fotku' }).click()
  await expect(desk.getByText('Fotky (1)')).toBeVisible()
  await expect(file).toHaveValue('')
  await expect(wall.getByRole('img', { name: 'Graf dotací po letech' })).toBeVisible()
  await phone.getByRole('button', { name: 'Zvětšit: Graf dotací po letech' }).click()
  const large = phone.getByRole('dialog').getByRole('img', { name: 'Graf dotací po letech' })
  await expect(large).toBeVisible()
  await expect.poll(() => large.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(900)
  for (const screen of [desk, wall, phone]) expect.soft(await barriers(screen)).toEqual([])
  for (const screen of [desk, phone]) await softly.poll(() => sticksOut(screen)).toEqual([])
  expect.soft(await smallTargets(phone, 44)).toEqual([])
  await phone.keyboard.press('Escape')
  // For the minutes only, and back.
  await desk.getByLabel('Ukázat všem: Graf dotací po letech').uncheck()
  await expect(phone.getByRole('button', { name: /^Zvětšit/ })).toHaveCount(0)
  await expect(wall.getByRole('img', { name: 'Graf dotací po letech' })).toHaveCount(0)
  await desk.getByRole('button', { name: 'Odebrat fotku: Graf dotací po letech' }).click()
  await expect(desk.getByText('Fotky', { exact: true })).toBeVisible()
  const removed = desk.getByRole('status').filter({ hasText: 'Odebráno: fotka' })
  await removed.getByRole('button', { name: 'Vrátit zpět' }).click()
  await expect(desk.getByText('Fotky (1)')).toBeVisible()
  const address = new URL(`/api/workshops/${workshop.id}/minutes/preview?as=facilitator`, desk.url())
  const said = await (await desk.request.get(address.href)).text()
  expect(said).toContain('Fotografie: Graf dotací po letech')
  expect(said).toContain('data:image/jpeg;base64,')
})

test('a photo is erased for good: the question says what that means, and undo has nothing to give back', async ({
  browser,
  facilitator,
}) => {
  const workshop = await overData(facilitator)
  const desk = await workshop.console(browser, 'run', { viewport: { width: 390, height: 780 } })
  const wall = await workshop.wall(browser, { viewport: { width: 1920, height: 1080 } })
  await addPhoto(desk, 'Tváře u tabule', true)
  await expect(wall.getByRole('img', { name: 'Tváře u tabule' })).toBeVisible()

  const ask = desk.getByRole('button', { name: 'Smazat natrvalo: Tváře u tabule' })
  await ask.click()
  const question = desk.getByRole('dialog', { name: 'Smazat fotku natrvalo?' })
  await expect(question).toContainText('schválených a zveřejněných')
  expect.soft(await barriers(desk)).toEqual([])
  await softly.poll(() => sticksOut(desk)).toEqual([])
  await question.getByRole('button', { name: 'Zrušit' }).click()
  await expect(desk.getByText('Fotky (1)')).toBeVisible()
  await ask.click()
  await question.getByRole('button', { name: 'Smazat natrvalo' }).click()
  await expect(desk.getByText('Fotky', { exact: true })).toBeVisible()
  await expect(wall.getByRole('img', { name: 'Tváře u tabule' })).toHaveCount(0)

  // The history says that it was done, and has nothing to give back.
  await desk.getByRole('button', { name: 'Historie' }).click()
  const history = desk.getByRole('dialog', { name: 'Historie' })
  await expect(history.getByText('Smazáno natrvalo: fotka')).toBeVisible()
  await expect(history.getByText('Tváře u tabule')).toHaveCount(0)
  await history.getByRole('button', { name: 'Vrátit zpět: Přidáno: fotka' }).click()
  await expect(history.getByText('smazal natrvalo', { exact: false })).toBeVisible()
})

test('a removed photo is erased for good where it is offered to come back: on the strip, and in the history', async ({
  browser,
  facilitator,
}) => {
  const workshop = await overData(facilitator)
  const desk = await workshop.console(browser, 'run', { viewport: { width: 390, height: 780 } })
  const question = desk.getByRole('dialog', { name: 'Smazat fotku natrvalo?' })
  const strip = desk.getByRole('status').filter({ hasText: 'Odebráno: fotka' })
  const history = desk.getByRole('dialog', { name: 'Historie' })
  await addPhoto(desk, 'Tváře u tabule', true)
  await desk.getByRole('button', { name: 'Odebrat fotku: Tváře u tabule' }).click()
  await strip.getByRole('button', { name: 'Smazat natrvalo: Tváře u tabule' }).click()
  await expect(question).toContainText('Tváře u tabule')
  await question.getByRole('button', { name: 'Zrušit' }).click()
  await strip.getByRole('button', { name: 'Vrátit zpět' }).hover() // under the pointer the offer stays
  for (const one of [strip.getByRole('button', { name: 'Vrátit zpět' }), strip.getByText('Odebráno: fotka')])
    await expect(one).toBeInViewport({ ratio: 1 })
  await softly.poll(() => sticksOut(desk)).toEqual([])
  expect.soft(await smallTargets(desk, 24)).toEqual([])
  await strip.getByRole('button', { name: 'Smazat natrvalo: Tváře u tabule' }).click()
  await question.getByRole('button', { name: 'Smazat natrvalo' }).click()

  await addPhoto(desk, 'Druhé tváře', false)
  await desk.getByRole('button', { name: 'Odebrat fotku: Druhé tváře' }).click()
  await desk.getByRole('button', { name: 'Historie' }).click()
  await expect(history.getByText('Smazáno natrvalo: fotka')).toHaveCount(1)
  await expect(history.getByText('Tváře u tabule')).toHaveCount(0)
  await history.getByRole('button', { name: 'Smazat natrvalo: Druhé tváře' }).click()
  expect.soft(await barriers(desk)).toEqual([])
  await question.getByRole('button', { name: 'Smazat natrvalo' }).click()
  await expect(history.getByText('Smazáno natrvalo: fotka')).toHaveCount(2)
  await expect(history.getByText('Druhé tváře')).toHaveCount(0)
  await expect(history.getByRole('button', { name: /^Smazat natrvalo/ })).toHaveCount(0)
  await softly.poll(() => sticksOut(desk)).toEqual([])
})

test('in the minutes a photo is worded otherwise, left out with a reason, and both are taken back', async ({
  browser,
  facilitator,
}) => {
  const workshop = await overData(facilitator)
  const desk = await workshop.console(browser)
  await addPhoto(desk, 'Flip prvního stolu', false)
  const [petra, jana] = [desk, await workshop.console(browser, 'minutes')]
  await petra.goto(workshop.consoleAddress('minutes'))
  for (const editor of [petra, jana]) {
    await part(editor, 'Obsah')
    await editor.locator('summary').filter({ hasText: 'PRÁCE S DATY' }).click()
    await editor.getByRole('button', { name: 'Opravit: Flip prvního stolu' }).click()
  }
  // Two reword it: who saves second sees what the first made of it.
  const wording = (editor: Page) => editor.getByRole('textbox', { name: 'Jak to bude v zápisu' })
  await jana.bringToFront()
  await wording(jana).pressSequentially(' a co z něj plyne')
  await wording(petra).fill('Pět návrhů od prvního stolu')
  await wording(petra).blur()
  await expect(preview(petra)).toContainText('Fotografie: Pět návrhů od prvního stolu')
  await expect(petra.getByText('Původně: Flip prvního stolu', { exact: true })).toBeVisible()
  const choice = jana.getByRole('alert').filter({ hasText: 'Mezitím tento text upravil někdo jiný.' })
  await expect(choice).toContainText('Pět návrhů od prvního stolu')
  await choice.getByRole('button', { name: 'Nechat, co tam stojí' }).click()
  expect.soft(await barriers(petra)).toEqual([])

  await petra.getByRole('button', { name: 'Vypustit s důvodem: Flip prvního stolu' }).click()
  await petra.getByLabel('Důvod vypuštění').fill('přání účastnice')
  await petra.getByRole('button', { name: 'Vypustit s důvodem', exact: true }).click()
  await expect(preview(petra)).toContainText('Fotografie: […] přání účastnice')
  await expect(preview(petra).locator('img')).toHaveCount(0)
  await expect(jana.getByText('přání účastnice')).toBeVisible()

  for (const said of ['Pět návrhů od prvního stolu', 'Flip prvního stolu']) {
    await petra.keyboard.press('ControlOrMeta+z')
    await expect(preview(petra)).toContainText(`Fotografie: ${said}`)
  }
  // A click on the photo in the preview leads to where it is worded.
  await petra.getByRole('button', { name: 'Zavřít: Flip prvního stolu' }).click()
  // A preview that is just being set anew hears nothing.
  await expect(async () => {
    await preview(petra).locator('figure.photo').click()
    await expect(wording(petra)).toBeFocused({ timeout: 2_000 })
  }).toPass()
})

const part = (desk: Page, name: string) =>
  desk.getByRole('navigation', { name: 'Části zápisu' }).getByRole('button', { name, exact: true }).click()
const preview = (desk: Page) => desk.frameLocator('iframe[title]').locator('body')

/** A workshop that works over data. */
async function overData(facilitator: Facilitator): Promise<Workshop> {
  const workshop = await facilitator.workshop('empty', { language: 'cs', group: 'DOTACE', number: 1 })
  await workshop.goToNew('PRÁCE S DATY', ['Méně papírů'])
  return workshop
}

/** Puts a chart beside the step that the console shows. */
async function addPhoto(desk: Page, text: string, shown: boolean) {
  const photos = desk.getByText('Fotky', { exact: true })
  if (!(await desk.getByLabel('Fotka (JPEG nebo PNG do 12 MB)').isVisible())) await photos.click()
  await desk.getByLabel('Fotka (JPEG nebo PNG do 12 MB)').setInputFiles({
    name: 'graf.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await desk.evaluate(drawn), 'base64'),
  })
  await desk.getByRole('textbox', { name: 'Co je na fotce' }).fill(text)
  if (shown) await desk.getByLabel('Ukázat všem na telefonech a na plátně').check()
  await desk.getByRole('button', { name: 'Přidat fotku' }).click()
  await expect(desk.getByText('Fotky (1)')).toBeVisible()
}

/** A chart of four bars as a PNG, in base64. */
function drawn(): string {
  const canvas = document.createElement('canvas')
  canvas.width = 900
  canvas.height = 600
  const pen = canvas.getContext('2d')
  if (!pen) return ''
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, 900, 600)
  pen.fillStyle = '#1b4068'
  for (const [i, high] of [120, 260, 210, 430].entries()) pen.fillRect(100 + i * 190, 540 - high, 120, high)
  return canvas.toDataURL('image/png').split(',')[1] ?? ''
}
