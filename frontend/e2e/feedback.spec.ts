import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { barriers, smallTargets, sticksOut } from './looking'
import { join, write } from './people'

const question = 'Jak se vám dnešní jednání líbilo?'

async function give(phone: Page, score: string, good: string): Promise<void> {
  await phone.getByRole('radio', { name: score }).check()
  await phone.getByLabel('Co bylo dobré?').fill(good)
  await phone.getByRole('button', { name: 'Odeslat', exact: true }).click()
  await expect(phone.getByRole('region').getByText('Odesláno, děkujeme.')).toBeVisible()
}

test('ending asks the phones, the console sums up, the minutes say it, and phones and wall show them', async ({
  browser,
  facilitator,
  workshop,
}, info) => {
  const { origin } = facilitator.program
  const step = await workshop.addStep('PODNĚTY')
  await workshop.go(step)
  const { code, wall: wallPath } = await workshop.door()
  const phones = [await join(browser, origin, code), await join(browser, origin, code)]
  const [one, two] = phones as [Page, Page]
  await write(one, 'Zachovat přestávky')
  const context = await facilitator.browser(browser, { viewport: { width: 1280, height: 900 } })
  const desk = await context.newPage()
  await desk.goto(`${origin}/console#/w/${workshop.id}/prepare/feedback`)
  await desk.getByLabel('Co znamená 5').fill('moc')
  await desk.getByRole('button', { name: 'Uložit otázky' }).click()
  await expect(desk.getByText('Uloženo', { exact: true }).first()).toBeVisible()
  expect(await barriers(desk)).toEqual([])
  await desk.screenshot({ path: info.outputPath('questions.png'), fullPage: true })

  await workshop.setState('ended')
  await give(one, '5: moc', 'Že se mluvilo k věci.')
  // A text that is too long stays, and is not sent.
  await two.getByLabel('Co příště zlepšit?').fill('ž'.repeat(3_000))
  await two.getByRole('button', { name: 'Odeslat', exact: true }).click()
  await expect(two.getByText(/přebývá znaků: 1.?000/).first()).toBeVisible()
  await expect(two.getByLabel('Co příště zlepšit?')).toHaveValue('ž'.repeat(3_000))
  await two.reload()
  await expect(two.getByLabel('Co příště zlepšit?')).toHaveValue('ž'.repeat(3_000))
  await two.getByLabel('Co příště zlepšit?').fill('')
  await give(two, '4', 'Oběd')
  expect(await barriers(one)).toEqual([])
  expect(await smallTargets(one, 44)).toEqual([])
  await expect.poll(() => sticksOut(one)).toEqual([])
  await one.screenshot({ path: info.outputPath('phone.png'), fullPage: true })

  // Changed, it counts once.
  await two.getByRole('radio', { name: '3', exact: true }).check()
  await two.getByRole('button', { name: 'Odeslat změnu' }).click()
  await expect(two.getByRole('region').getByText('Odesláno, děkujeme.')).toBeVisible()
  await desk.goto(`${origin}/console#/w/${workshop.id}/run`)
  const summary = desk.getByRole('region', { name: 'Zpětná vazba', exact: true })
  await expect(summary).toContainText('Odpověděli 2 lidé.')
  await expect(summary).toContainText('Průměr 4,0 z 5 (2 odpovědi)')
  await expect(summary).not.toContainText('Oběd') // of two, one could tell whose it is
  await summary.getByRole('button', { name: 'Uzavřít hned' }).click()
  await expect(summary).toContainText('Oběd')
  await expect(one.getByText('Zpětná vazba už je uzavřená. Děkujeme.')).toBeVisible()
  await summary.getByRole('button', { name: 'Skrýt, nebude v zápisu: Oběd' }).click()
  await expect(summary).toContainText('skryto, v zápisu nebude')
  expect(await barriers(desk)).toEqual([])
  await desk.screenshot({ path: info.outputPath('summary.png'), fullPage: true })

  // The minutes say it, once they are to.
  await desk.goto(`${origin}/console#/w/${workshop.id}/minutes`)
  await desk.getByRole('button', { name: 'Podoba' }).click()
  await desk.getByRole('checkbox', { name: 'Přidat zpětnou vazbu účastníků' }).check()
  const preview = desk.frameLocator('iframe[title="Náhled zápisu"]').locator('body')
  await expect(preview).toContainText(question)
  await expect(preview).toContainText('Že se mluvilo k věci.')
  await expect(preview).not.toContainText('Oběd')
  const wall = await context.newPage()
  await wall.goto(origin + wallPath)
  const editions = `/api/workshops/${workshop.id}/editions`
  await facilitator.send('post', `${editions}?as=facilitator`, {})
  await facilitator.send('put', `${editions}/1/state?as=facilitator`, { state: 'published' })
  await expect(one.getByRole('heading', { name: 'Zápis je hotový' })).toBeVisible()
  await expect(wall.getByRole('img', { name: 'QR kód s odkazem na zápis' })).toBeVisible()
  const mail = await desk.getByRole('link', { name: 'Napsat e-mail s odkazem' }).getAttribute('href')
  expect(decodeURIComponent(mail!)).toMatch(/^mailto:\?subject=Zápis: .*&body=Dobrý den,[^]*\/minutes\//)
  await wall.screenshot({ path: info.outputPath('wall.png') })
  await one.screenshot({ path: info.outputPath('phone-out.png'), fullPage: true })
  await two.reload() // it comes back later
  await two.getByRole('link', { name: 'Přečíst si zápis' }).click()
  await expect(two.locator('body')).toContainText('Že se mluvilo k věci.')

  // Withdrawn, it is on no screen.
  await facilitator.send('put', `${editions}/1/state?as=facilitator`, { state: 'approved' })
  await expect(one.getByRole('heading', { name: 'Zápis je hotový' })).toBeHidden()
  await expect(wall.getByRole('img', { name: 'QR kód s odkazem na zápis' })).toBeHidden()
})
