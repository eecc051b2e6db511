import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { person, phoneSize, write } from './people'
import { field, mine } from './phone'

// What the facilitator tells the whole room, and what people tell her.

const strip = (console: Page) => console.getByRole('region', { name: 'V místnosti' })
const timer = (screen: Page) => screen.getByRole('timer', { name: 'Odpočet' })

/** When a screen that counts down will be at its end, by the one clock of all screens here, in seconds. */
const endShown = (screen: Page) =>
  timer(screen).evaluate((shown) => {
    const [minutes = NaN, seconds = NaN] = shown.textContent!.split(':').map(Number)
    return Date.now() / 1_000 + minutes * 60 + seconds
  })

test('a timer runs on phone, console and wall alike, is extended, and is over', async ({ browser, workshop }) => {
  await workshop.goToNew('ASOCIACE')
  const [console, wall, anna] = await Promise.all([
    workshop.console(browser),
    workshop.wall(browser),
    workshop.phone(browser),
  ])
  const screens = [console, wall, anna]

  await strip(console).getByRole('button', { name: 'Odpočet…' }).click()
  const sheet = console.getByRole('dialog', { name: 'Odpočet na všech obrazovkách' })
  await sheet.getByRole('radio', { name: '3', exact: true }).check()
  await sheet.getByRole('button', { name: 'Spustit odpočet' }).click()
  for (const screen of screens) await expect(timer(screen)).toHaveText(/^(3:00|2:\d\d)$/)
  const apart = async () => {
    const ends = await Promise.all(screens.map(endShown))
    return Math.max(...ends) - Math.min(...ends)
  }
  await expect.poll(apart, 'all screens show the same time').toBeLessThanOrEqual(1)

  await strip(console).getByRole('button', { name: '+1 min: přidat minutu' }).click()
  for (const screen of screens) await expect(timer(screen)).toHaveText(/^3:\d\d$/)

  await strip(console).getByRole('button', { name: 'Pozastavit odpočet' }).click()
  for (const screen of screens) await expect(timer(screen)).toContainText('stojí')
  await strip(console).getByRole('button', { name: 'Pokračovat v odpočtu' }).click()
  await expect(timer(anna)).not.toContainText('stojí')

  // Anna wants to feel the end, and larger letters; the wall is only a clock for a while.
  await anna.evaluate(() => {
    navigator.vibrate = () =>
      (document.body.dataset['felt'] = String(Number(document.body.dataset['felt'] ?? 0) + 1)) !== ''
  })
  await anna.getByRole('button', { name: 'Přehled' }).click()
  const size = () => anna.evaluate(() => getComputedStyle(document.documentElement).fontSize)
  const usual = await size()
  await anna.getByRole('radio', { name: 'Větší', exact: true }).check()
  await expect.poll(async () => parseFloat(await size())).toBeGreaterThan(parseFloat(usual))
  await anna.getByRole('radio', { name: 'Zvuk a vibrace' }).check()
  await expect(anna.locator('body'), 'switched on, it lets itself be felt').toHaveAttribute('data-felt', '1')
  await anna.getByRole('dialog').getByRole('button', { name: 'Zavřít' }).click()
  await wall.getByRole('button', { name: /^Hodiny přes celé plátno/ }).click()
  await expect(wall.getByRole('heading', { name: /Pokračujeme/ })).toBeVisible()
  await wall.keyboard.press('Escape')

  await workshop.timer({ seconds: 8 })
  await expect(timer(anna), 'who has seen it run hears its end').toHaveText(/^0:0\d$/)
  for (const screen of screens) await expect(timer(screen)).toHaveText('Čas vypršel')
  await expect(anna.locator('body')).toHaveAttribute('data-felt', '2')
  await expect(anna.getByRole('status').filter({ hasText: 'Čas vypršel' })).toHaveCount(1)
  await expect(field(anna), 'a timer closes nothing by itself').toBeVisible()
  await strip(console).getByRole('button', { name: 'Zastavit odpočet', exact: true }).click()
  for (const screen of screens) await expect(timer(screen)).toHaveCount(0)
})

test('a phone whose clock is wrong counts down with the others', async ({ browser, workshop }) => {
  await workshop.goToNew('ASOCIACE')
  const anna = await workshop.phone(browser)
  await anna.clock.install({ time: new Date('2001-01-01T08:00:00Z') })
  await anna.reload()
  await workshop.timer({ seconds: 300 })
  await expect(timer(anna)).toHaveText(/^(5:00|4:\d\d)$/)
})

test('a timer asked to closes the writing, also when the program was down as it ended', async ({
  browser,
  workshop,
  facilitator,
}) => {
  const step = await workshop.goToNew('ASOCIACE')
  const anna = await workshop.phone(browser)
  await expect(field(anna)).toBeVisible()
  await workshop.timer({ seconds: 1, closes: true })
  await facilitator.program.stop('SIGKILL')
  await facilitator.program.start()
  await expect(anna.getByText('Tento krok je uzavřený.')).toBeVisible({ timeout: 30_000 }) // a phone tries rarer and rarer
  await workshop.go(step)
  await expect(field(anna)).toBeVisible()
  await write(anna, 'Ještě jeden')
})

test('a message stands on phones and wall until it is taken back', async ({ browser, workshop }) => {
  await workshop.goToNew('ASOCIACE')
  const [console, wall, anna] = await Promise.all([
    workshop.console(browser),
    workshop.wall(browser),
    workshop.phone(browser),
  ])
  await expect(field(anna)).toBeVisible()
  await expect(console.getByRole('button', { name: 'Vzkaz…' })).toBeVisible()
  await console.keyboard.press('v')
  const sheet = console.getByRole('dialog', { name: 'Vzkaz na všechny obrazovky' })
  await sheet.getByLabel('Znění vzkazu').fill('Přestávka do 15:10')
  await sheet.getByRole('button', { name: 'Ukázat všem' }).click()
  for (const screen of [anna, wall])
    await expect(screen.getByText('Přestávka do 15:10', { exact: true })).toBeVisible()
  await expect(anna.getByRole('status').filter({ hasText: 'Vzkaz: Přestávka do 15:10' })).toHaveCount(1)

  await anna.getByRole('button', { name: 'Skrýt' }).click()
  await expect(anna.getByText('Přestávka do 15:10', { exact: true })).toBeHidden()
  await strip(console).getByRole('button', { name: 'Vzít vzkaz zpět' }).click()
  await expect(wall.getByText('Přestávka do 15:10')).toBeHidden()
})

test('done and a raised hand are counted, survive a reload, and end with the step or when seen to', async ({
  browser,
  workshop,
}) => {
  await workshop.goToNew('ASOCIACE')
  const [console, anna, bela] = await Promise.all([
    workshop.console(browser),
    workshop.phone(browser),
    workshop.phone(browser),
  ])
  const done = (phone: Page) => phone.getByRole('button', { name: 'Hotovo' })
  const hand = (phone: Page) => phone.getByRole('button', { name: 'Hlásím se' })
  await done(anna).click()
  await done(bela).click()
  await expect(strip(console)).toContainText('hotovo 2 ze 2')
  await expect(done(bela)).toHaveAttribute('aria-pressed', 'true')
  await done(bela).click()
  await expect(strip(console)).toContainText('hotovo 1 ze 2')

  await hand(anna).click()
  await expect(strip(console)).toContainText('1 se hlásí')
  await anna.reload()
  await expect(hand(anna)).toHaveAttribute('aria-pressed', 'true')
  await expect(done(anna)).toHaveAttribute('aria-pressed', 'true')
  await expect(hand(bela)).toHaveAttribute('aria-pressed', 'false')

  await strip(console).getByRole('button', { name: 'Vyřízeno' }).click()
  await expect(hand(anna)).toHaveAttribute('aria-pressed', 'false')
  await expect(strip(console)).not.toContainText('se hlásí')
  await workshop.goToNew('ZÁJMOVÉ SKUPINY')
  await expect(done(anna)).toHaveAttribute('aria-pressed', 'false')
  await expect(strip(console)).not.toContainText('hotovo')
})

test('what is written on one’s own is hidden from the others until it is revealed', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('ASOCIACE')
  const [console, wall, anna, bela] = await Promise.all([
    workshop.console(browser),
    workshop.wall(browser),
    workshop.phone(browser),
    workshop.phone(browser),
  ])
  await write(anna, 'Napsáno dřív')
  await expect(bela.getByText('Napsáno dřív')).toBeVisible()

  await console.getByRole('button', { name: 'Psát každý sám' }).click()
  for (const screen of [bela, wall]) {
    await expect(screen.getByText('Teď píše každý sám za sebe')).toBeVisible()
    await expect(screen.getByText('Napsáno dřív')).toBeHidden()
  }
  await write(anna, 'Jen moje')
  await expect(mine(anna)).toContainText([/Jen moje.*uloženo/s, /Napsáno dřív.*uloženo/s])
  await expect(console.getByText('Jen moje')).toBeVisible()
  await anna.reload()
  await expect(mine(anna)).toContainText([/Jen moje.*uloženo/s, /Napsáno dřív.*uloženo/s])
  await workshop.changeStep(step, { prompt: 'Co vás napadá?' }) // what comes after it shows that it did not come
  for (const screen of [bela, wall]) {
    await expect(screen.getByText('Co vás napadá?')).toBeVisible()
    await expect(screen.getByText('Jen moje')).toBeHidden()
  }

  await console.getByRole('region', { name: 'Teď' }).getByRole('button', { name: 'Ukázat podněty všem' }).click()
  for (const screen of [bela, wall]) {
    for (const text of ['Napsáno dřív', 'Jen moje']) await expect(screen.getByText(text)).toBeVisible()
  }
})

test('the wall goes blank at once, and a single idea leaves it', async ({ browser, workshop }) => {
  await workshop.goToNew('ASOCIACE', ['Slušný podnět', 'Neslušný podnět'])
  const [console, wall, anna] = await Promise.all([
    workshop.console(browser),
    workshop.wall(browser),
    workshop.phone(browser),
  ])
  await expect(wall.getByText('Neslušný podnět')).toBeVisible()
  await console.getByRole('button', { name: 'Další možnosti: Neslušný podnět' }).click()
  await console.getByRole('menuitem', { name: 'Skrýt text' }).click()
  await expect(wall.getByText('Neslušný podnět')).toBeHidden()
  await expect(wall.getByText('Slušný podnět', { exact: true })).toBeVisible()
  await expect(anna.getByText('Neslušný podnět')).toBeHidden()
  await expect(console.locator('p', { hasText: 'Neslušný podnět' })).toBeVisible()

  await expect(console.getByRole('button', { name: 'Zhasnout plátno' })).toBeVisible()
  await console.keyboard.press('b')
  await expect(wall.getByText('Plátno je zhasnuté.')).toBeVisible()
  await strip(console).getByRole('button', { name: 'Rozsvítit plátno' }).click()
  await expect(wall.getByText('Plátno je zhasnuté.')).toBeHidden()
})

test('nobody new comes through a locked door, whoever is inside comes back', async ({ browser, workshop }) => {
  await workshop.goToNew('ASOCIACE')
  const [console, anna] = await Promise.all([workshop.console(browser), workshop.phone(browser)])
  await expect(field(anna)).toBeVisible()
  await strip(console).getByRole('button', { name: 'Zamknout dveře' }).click()
  await expect(strip(console)).toContainText('Dveře jsou zamčené')

  const { code } = await workshop.door()
  const late = await person(browser, phoneSize)
  const origin = new URL(anna.url()).origin
  await late.goto(`${origin}/#${code}`)
  await expect(late.getByText('nikdo nový se teď nepřipojuje')).toBeVisible()
  await anna.goto(`${origin}/#${code}`)
  await expect(field(anna)).toBeVisible()

  await strip(console).getByRole('button', { name: 'Odemknout dveře' }).click()
  await expect(strip(console)).not.toContainText('Dveře jsou zamčené')
  await late.getByRole('button', { name: 'Vstoupit' }).click()
  await expect(field(late)).toBeVisible()
})

test('who leaves a device leaves nothing on it, and may take along what she wrote', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('ASOCIACE')
  const anna = await workshop.phone(browser)
  await write(anna, 'Vezmu si zpět')
  await expect(mine(anna)).toContainText(['uloženo'])
  await workshop.addIdea(step, 'Někoho jiného')
  await field(anna).fill('Rozepsané a neodeslané')
  expect(await anna.evaluate(() => localStorage.length)).toBeGreaterThan(0)

  await anna.getByRole('button', { name: 'Přehled' }).click()
  await anna.getByRole('button', { name: 'Odejít z tohoto zařízení' }).click()
  await anna.getByRole('checkbox', { name: 'Odebrat i to, co jsem napsal/a' }).check()
  await anna.getByRole('button', { name: 'Odejít a smazat' }).click()
  await expect(anna.getByText('Na tomto zařízení po vás nic nezůstalo.')).toBeVisible()
  expect(await anna.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  expect(await anna.context().cookies()).toEqual([])
  expect(await workshop.ideasOf(step)).toEqual(['Někoho jiného'])

  await anna.reload()
  await expect(anna.getByRole('heading', { name: 'Připojte se k jednání' })).toBeVisible()
  const { code } = await workshop.door()
  await anna.getByLabel('Kód z plátna').fill(code)
  await anna.getByRole('button', { name: 'Vstoupit' }).click()
  await expect(field(anna)).toHaveValue('')
  await expect(anna.getByText('Vezmu si zpět')).toBeHidden()
})
