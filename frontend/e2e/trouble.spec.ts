import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { person, phoneSize, sleep, write } from './people'
import { fewer, field, lost, mine, more, saved, send } from './phone'

// Lost connections, sleeping phones, shut doors: each test is a complaint about
// tools like this one turned into a promise, seen from the person who made it.

test('a phone offline for a while keeps what I write and how I vote, and sends it once, in order', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('PROBLÉMY')
  const anna = await workshop.phone(browser)
  await write(anna, 'Peníze')
  await expect(mine(anna)).toContainText(['uloženo'])

  await anna.context().setOffline(true)
  await write(anna, 'Čas')
  await write(anna, 'Lidé')
  await expect(mine(anna)).toContainText([/Lidé.*čeká na odeslání/s, /Čas.*čeká na odeslání/s, /Peníze.*uloženo/s])
  await expect(anna.getByText(lost).first()).toBeVisible()
  await workshop.addIdea(step, 'Mezitím')
  await anna.context().setOffline(false)
  await expect(mine(anna)).toContainText([/Lidé.*uloženo/s, /Čas.*uloženo/s, /Peníze.*uloženo/s])
  expect(await workshop.ideasOf(step)).toEqual(['Peníze', 'Mezitím', 'Čas', 'Lidé'])

  const round = await workshop.vote(step)
  await more(anna, '1. Peníze').click()
  await expect(saved(anna)).toBeVisible()
  await anna.context().setOffline(true)
  const place = () => more(anna, '4. Lidé').evaluate((button) => button.getBoundingClientRect().top + scrollY)
  const before = await place()
  await fewer(anna, '1. Peníze').click()
  await more(anna, '4. Lidé').click()
  await more(anna, '4. Lidé').click()
  await expect(anna.getByText('Zbývá 1 hlas ze 3')).toBeVisible()
  await expect(anna.getByText('čeká na odeslání').first()).toBeVisible()
  await expect(anna.locator('header').getByText(lost)).toBeVisible()
  expect(await place(), 'the button stays under the finger').toBe(before)
  await anna.context().setOffline(false)
  await expect(anna.getByText('čeká na odeslání')).toHaveCount(0)
  await expect(saved(anna)).toBeVisible()
  expect(await workshop.count(round)).toEqual({ voters: 1, points: { Peníze: 0, Mezitím: 0, Čas: 0, Lidé: 2 } })
})

test('an idea sent into a step that closed meanwhile is refused in a sentence, and I still have it', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('ASOCIACE')
  const anna = await workshop.phone(browser)
  await anna.context().setOffline(true)
  await write(anna, 'Pozdní nápad')
  await field(anna).fill('Rozepsaný nápad')
  await workshop.goToNew('DALŠÍ KROK')
  await anna.context().setOffline(false)

  const refusal = anna.getByRole('status').filter({ hasText: 'Pozdní nápad' })
  await expect(refusal).toContainText('nepřijato')
  await expect(refusal).toContainText(/[A-ZÁ-Ž].+\.\s/)
  await expect(
    anna.getByText('Krok „ASOCIACE“ už je uzavřený. Co jste v něm rozepsali, zůstalo uložené.'),
  ).toBeVisible()
  await anna.reload()
  await expect(refusal).toContainText('nepřijato')
  await anna.getByRole('button', { name: 'Ukázat rozepsaný text' }).click()
  await expect(anna.getByText('Rozepsaný nápad')).toBeVisible()
  await expect(mine(anna)).toContainText([/Pozdní nápad.*nepřijato/s])
  expect(await workshop.ideasOf(step)).toEqual([])

  // The facilitator lets people in again: one tap and it is sent.
  await workshop.go(step)
  await mine(anna).getByRole('button', { name: 'Poslat znovu' }).click()
  await expect(mine(anna)).toContainText([/Pozdní nápad.*uloženo/s])
  await expect(field(anna)).toHaveValue('Rozepsaný nápad')
  expect(await workshop.ideasOf(step)).toEqual(['Pozdní nápad'])
})

test('two tabs of one phone show the same and count once', async ({ browser, facilitator, workshop }) => {
  const step = await workshop.goToNew('PROBLÉMY', ['Peníze', 'Čas'])
  const one = await workshop.phone(browser)
  const two = await one.context().newPage()
  await two.goto(facilitator.program.origin)
  await write(one, 'Lidé')
  for (const tab of [one, two]) await expect(mine(tab)).toContainText([/Lidé.*uloženo/s])
  await one.context().setOffline(true)
  await write(two, 'Papíry')
  await expect(mine(one)).toContainText([/Papíry.*čeká na odeslání/s, /Lidé/])
  await one.context().setOffline(false)
  for (const tab of [one, two]) await expect(mine(tab)).toContainText([/Papíry.*uloženo/s, /Lidé.*uloženo/s])
  expect(await workshop.ideasOf(step)).toEqual(['Peníze', 'Čas', 'Lidé', 'Papíry'])

  const round = await workshop.vote(step, { dots: 3, per_idea: 2 })
  await more(one, '1. Peníze').click()
  await expect(two.getByText('Zbývají 2 hlasy ze 3')).toBeVisible()
  await Promise.all([more(one, '2. Čas').click(), more(two, '2. Čas').click()])
  for (const tab of [one, two]) await expect(saved(tab)).toBeVisible()
  await fewer(two, '2. Čas').click()
  await more(one, '3. Lidé').click()
  const spent = async (tab: Page) =>
    (await tab.getByRole('status').filter({ hasText: 'hlas' }).allInnerTexts()).join()
  await expect.poll(async () => (await spent(one)) === (await spent(two))).toBe(true)
  for (const tab of [one, two]) {
    await expect(tab.getByText('čeká na odeslání')).toHaveCount(0)
    await expect(saved(tab)).toBeVisible()
  }
  const shown = Object.fromEntries(
    await Promise.all(
      ['Peníze', 'Čas', 'Lidé', 'Papíry'].map(async (idea) => [
        idea,
        Number(await two.getByRole('listitem').filter({ hasText: idea }).getByRole('status').last().innerText()),
      ]),
    ),
  )
  const { voters, points } = await workshop.count(round)
  expect(voters).toBe(1)
  expect(points).toEqual(shown)
  expect((await workshop.picture()).progress.seats).toBe(1)
})

test('a half-made ballot survives the server being killed and the phone sleeping', async ({
  browser,
  facilitator,
  workshop,
}) => {
  const step = await workshop.goToNew('PROBLÉMY', ['Peníze', 'Čas', 'Lidé'])
  const anna = await workshop.phone(browser)
  const round = await workshop.vote(step, { dots: 4 })
  await more(anna, '1. Peníze').click()
  await more(anna, '3. Lidé').click()
  await expect(saved(anna)).toBeVisible()

  await facilitator.program.stop('SIGKILL')
  await more(anna, '3. Lidé').click()
  await expect(anna.getByText('čeká na odeslání').first()).toBeVisible()
  const wake = await sleep(anna)
  await facilitator.program.start()
  const bela = await workshop.participant()
  await bela.place(round, (await workshop.picture()).ideas!.find(({ text }) => text === 'Čas')!.id, 2)
  await wake()
  await expect(anna.getByText('Zbývá 1 hlas ze 4')).toBeVisible()
  await expect(anna.getByText('čeká na odeslání')).toHaveCount(0, { timeout: 30_000 })
  await expect(saved(anna)).toBeVisible()
  await more(anna, '2. Čas').click()
  await expect(saved(anna)).toBeVisible()
  expect(await workshop.count(round)).toEqual({ voters: 2, points: { Peníze: 1, Čas: 3, Lidé: 2 } })
})

test('twenty people vote while one slowly fills her ballot', async ({ browser, workshop }) => {
  const ideas = ['Peníze', 'Čas', 'Lidé', 'Papíry', 'Byty']
  const step = await workshop.goToNew('PROBLÉMY', ideas)
  const round = await workshop.vote(step, { dots: 5, per_idea: 1 })
  const anna = await workshop.phone(browser)
  const ids = (await workshop.picture()).ideas!.map(({ id }) => id)
  const others = await Promise.all(Array.from({ length: 20 }, () => workshop.participant()))
  const crowd = Promise.all(
    others.map(async (other) => {
      for (const id of ids) await other.place(round, id, 1)
    }),
  )
  for (const [i, idea] of ideas.entries()) {
    await more(anna, `${i + 1}. ${idea}`).click()
    await expect(anna.getByText(i < 4 ? new RegExp(`Zbýv.*${4 - i} hlas`) : 'Máte rozdáno.')).toBeVisible()
  }
  await crowd
  await expect(saved(anna)).toBeVisible()
  expect(await workshop.count(round)).toEqual({
    voters: 21,
    points: Object.fromEntries(ideas.map((idea) => [idea, 21])),
  })
})

test('whoever looks back is told of the next step and goes there when she wants to; the end takes everybody', async ({
  browser,
  workshop,
}) => {
  const anna = await workshop.phone(browser)
  const aloud = anna.getByRole('status').filter({ hasText: /^(Nový krok|Jednání)/ })
  await workshop.goToNew('ASOCIACE')
  await expect(anna.getByRole('heading', { name: 'ASOCIACE' })).toBeFocused()
  await expect(aloud).toHaveText('Nový krok: ASOCIACE')

  await workshop.goToNew('VIZE')
  await expect(anna.getByRole('heading', { name: 'VIZE' })).toBeFocused()
  await anna.getByRole('button', { name: 'Přehled' }).click()
  await anna.getByRole('button', { name: 'ASOCIACE' }).click()
  await expect(anna.getByText('Tento krok je uzavřený.')).toBeVisible()
  await workshop.goToNew('CO DÁL')
  await expect(aloud.first()).toHaveText('Nový krok: CO DÁL')
  await expect(anna.getByRole('heading', { name: 'ASOCIACE' })).toBeVisible()
  await anna.getByRole('button', { name: 'Zpět k tomu, co se právě děje' }).click()
  await expect(anna.getByRole('heading', { name: 'CO DÁL' })).toBeFocused()

  await anna.getByRole('button', { name: 'Přehled' }).click()
  await anna.getByRole('button', { name: 'VIZE' }).click()
  await workshop.setState('ended')
  await expect(anna.getByRole('heading', { name: 'Jednání skončilo' })).toBeFocused()
  await expect(aloud.first()).toHaveText('Jednání skončilo')
})

test('a wrong code keeps what was typed and says what to do', async ({ browser, facilitator, workshop }) => {
  const anna = await person(browser, phoneSize)
  await anna.goto(facilitator.program.origin)
  const code = anna.getByLabel('Kód z plátna')
  const wrong = {
    '': 'tady je 0 znaků',
    'ab 2': 'tady jsou 3 znaky',
    ABCDEFG: 'tady je 7 znaků',
    'xyz-xyz': 'Zkontrolujte kód na plátně.',
  }
  for (const [typed, sentence] of Object.entries(wrong)) {
    await code.fill(typed)
    await code.press('Enter')
    await expect(anna.getByText(sentence)).toBeVisible()
    await expect(code).toHaveValue(typed)
    await expect(code).toBeFocused()
    await expect(code).toHaveAttribute('aria-invalid', 'true')
  }
  await anna.context().setOffline(true)
  await code.fill('xyzxyz')
  await code.press('Enter')
  await expect(anna.getByText('Server teď neodpovídá.')).toBeVisible()
  await expect(code).toHaveValue('xyzxyz')
  await anna.context().setOffline(false)
  await code.fill((await workshop.door()).code.toLowerCase())
  await code.press('Enter')
  await expect(anna.getByRole('heading', { name: 'Jste uvnitř' })).toBeVisible()
})

test('shut doors let nobody in and throw nobody out', async ({ browser, facilitator, workshop }) => {
  const step = await workshop.goToNew('ASOCIACE')
  const anna = await workshop.phone(browser)
  await write(anna, 'Pomoc')
  await expect(mine(anna)).toContainText([/Pomoc.*uloženo/s])
  await field(anna).fill('Rozepsáno')
  const [{ code }, scanned] = [await workshop.door(), await workshop.scanned()]
  await workshop.setState('prepared')

  const late = await person(browser, phoneSize)
  await late.goto(scanned)
  await expect(late.getByText('Zkontrolujte kód na plátně.')).toBeVisible()
  await late.goto(facilitator.program.origin)
  await late.getByLabel('Kód z plátna').fill(code)
  await late.getByRole('button', { name: 'Vstoupit' }).click()
  await expect(late.getByText('Zkontrolujte kód na plátně.')).toBeVisible()

  await anna.reload()
  await expect(anna.getByText('Rozepsáno', { exact: true })).toBeVisible()
  await expect(mine(anna)).toContainText(['Pomoc'])
  await workshop.setState('open')
  await expect(field(anna)).toHaveValue('Rozepsáno')
  await send(anna).click()
  await expect(mine(anna)).toContainText([/Rozepsáno.*uloženo/s, 'Pomoc'])
  expect(await workshop.ideasOf(step)).toEqual(['Pomoc', 'Rozepsáno'])
  await late.getByRole('button', { name: 'Vstoupit' }).click()
  await expect(late.getByRole('heading', { name: 'ASOCIACE' })).toBeVisible()

  // Who comes when all is over is told that it is.
  await workshop.setState('ended')
  const tooLate = await person(browser, phoneSize)
  await tooLate.goto(scanned)
  await expect(tooLate.getByText('Toto jednání už skončilo')).toBeVisible()
})

test('whoever comes back to her ballot finds its rule folded, and one tap tells it again', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('PRIORITY', ['Bydlení', 'Doprava'])
  const round = await workshop.addRound(step, { dots: 3, per_idea: 2, label: '' })
  await workshop.setRound(round, 'open')
  const phone = await workshop.phone(browser)
  const rule = phone.getByText('Máte 3 hlasy. Jednomu podnětu můžete dát nejvýše 2.')
  await expect(rule).toBeVisible()
  await phone.getByRole('button', { name: 'Přidat hlas: 1. Bydlení' }).click()
  await expect(phone.getByText('uloženo')).toBeVisible()
  await expect(rule, 'nothing folds under a finger').toBeVisible()

  await phone.reload()
  await expect(phone.getByRole('status', { name: '1 hlas', exact: true })).toBeVisible()
  await expect(rule).toBeHidden()
  await phone.getByRole('heading', { name: 'Hlasování' }).click()
  await expect(rule).toBeVisible()
})

test('on a slow line no other step stands where the one just made will be', async ({ browser, workshop }) => {
  await workshop.addStep('PRVNÍ')
  const console = await workshop.console(browser, 'prepare/new')
  await console.getByLabel('Nadpis', { exact: true }).fill('DRUHÝ')
  let late = true
  await console.route('**/feed?*', (route) => (late ? route.abort() : route.continue()))
  await console.evaluate(() => dispatchEvent(new Event('online'))) // what the feed tells from now on comes late
  await console.getByRole('main').getByRole('button', { name: 'Přidat krok' }).click()
  await expect(console).toHaveURL(/\/prepare\/(?!new)/)
  await expect(console.getByLabel('Nadpis', { exact: true })).toHaveCount(0)
  late = false
  await console.evaluate(() => dispatchEvent(new Event('online')))
  await expect(console.getByLabel('Nadpis', { exact: true })).toHaveValue('DRUHÝ')
})
