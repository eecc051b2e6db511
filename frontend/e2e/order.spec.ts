import { expect, type Page } from '@playwright/test'
import { newId } from '../src/api/ids'
import { test } from './fixtures'
import { person } from './people'

// On a slow line: what is pressed later is sent when what was pressed before is answered.

/** Holds the first change of these addresses until both presses are made; tells what was sent, in its order. */
async function pressBoth(page: Page, addresses: string, presses: (() => Promise<unknown>)[]): Promise<string[]> {
  const sent: string[] = []
  let answer = () => {}
  const answered = new Promise<void>((resolve) => (answer = resolve))
  await page.route(addresses, async (route) => {
    if (route.request().method() === 'GET') return route.continue()
    sent.push(route.request().postData() ?? '')
    await answered
    await route.continue()
  })
  for (const press of presses) await press()
  await page.evaluate(() => fetch('/api/health')) // what a press sends at once was sent before this
  expect(sent, 'the second waits').toHaveLength(1)
  answer()
  await expect.poll(() => sent).toHaveLength(2)
  return sent
}

test('of two ways in chosen quickly on a slow line the later one stands', async ({ browser, workshop }) => {
  const console = await workshop.console(browser, 'run/doors')
  const way = (name: string) => console.getByRole('radio', { name, exact: true })
  await pressBoth(console, '**/admission?*', [() => way('Se vstupenkou').click(), () => way('Po jednom').click()])
  await expect(way('Po jednom')).toBeChecked()
  expect((await workshop.picture()).workshop!.admission!.way).toBe('lobby')
})

test('what is done to an account quickly on a slow line is done in its order', async ({
  browser,
  facilitator,
}) => {
  const { url } = await facilitator.send<{ url: string }>('post', '/api/invitations', {
    id: newId(),
    role: 'facilitator',
    label: '',
  })
  const bohdana = await person(browser)
  await bohdana.goto(url)
  await bohdana.getByLabel('Jméno', { exact: true }).fill('Bohdana')
  await bohdana.getByLabel('Přihlašovací jméno').fill('bohdana')
  await bohdana.getByLabel('Heslo', { exact: true }).fill('kolo strom řeka')
  await bohdana.getByRole('button', { name: 'Založit účet' }).click()
  await expect(bohdana.getByRole('heading', { name: 'Moje jednání' })).toBeVisible()

  const console = (await facilitator.browser(browser)).pages()[0]!
  await console.goto(`${facilitator.program.origin}/console#/people`)
  const act = async (name: string) => {
    await console.getByRole('button', { name: 'Co udělat s účtem Bohdana' }).click()
    await console.getByRole('menuitem', { name, exact: true }).click()
  }
  const sent = await pressBoth(console, '**/api/accounts/*?*', [
    () => act('Udělat koordinátorem'),
    () => act('Zablokovat'),
  ])
  expect(sent.map((body) => JSON.parse(body) as unknown)).toEqual([{ role: 'coordinator' }, { disabled: true }])
  await expect(console.getByRole('listitem').filter({ hasText: 'Bohdana' })).toContainText('zablokovaný')
})
