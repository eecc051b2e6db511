import { mkdirSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type { components } from '../src/api/schema'
import { test } from './fixtures'
import { barriers, smallTargets, sticksOut } from './looking'
import { main, now } from './people'
import { saved } from './phone'

type Rule = components['schemas']['Rule']

const problems = ['Nekomunikace', 'Nízká informovanost', 'Nedostatek financí', 'Spolupráce']
const [first, second, third] = problems.map((text, i) => `${i + 1}. ${text}`) as [string, string, string]

/** Kept to be looked at, where PICTURES says into which folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png` })
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const rate = (page: Page, group: string, step: string) =>
  page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name: step, exact: true }).check()

/** One round: by which rule, what a person presses, what her phone says then, and what all screens say of the result. */
interface Walk {
  rule: Rule
  votes: (phone: Page) => Promise<void>
  stands: string
  result: (string | RegExp)[]
}

const walks: Walk[] = [
  {
    rule: { rule: 'choice', majority: 'two-thirds', of: 'cast' },
    votes: async (phone) => {
      await press(phone, `Proti: ${first}`)
      await press(phone, `Pro: ${first}`)
      await press(phone, `Proti: ${second}`)
      await press(phone, `Zdržuji se: ${third}`)
    },
    stands: 'Vyjádřili jste se k 3 ze 4.',
    result: ['Přijato: 1 pro, 0 proti, 0 se zdrželo', 'Nepřijato: 0 pro, 1 proti, 0 se zdrželo'],
  },
  {
    rule: { rule: 'approval', most: 2 },
    votes: async (phone) => {
      await press(phone, `Vybrat: ${first}`)
      await press(phone, `Vybrat: ${second}`)
      await expect(phone.getByRole('button', { name: `Vybráno: ${second}` })).toBeVisible()
      const full = phone.getByRole('button', { name: `Vybrat: ${third}` })
      await expect(full).toHaveAttribute('aria-disabled', 'true')
      await full.dispatchEvent('click')
    },
    stands: 'Vybráno 2 ze 2',
    result: [/Nekomunikace.*1\.–2\. shoda/],
  },
  {
    rule: { rule: 'weights', weights: [3, 2, 1] },
    votes: async (phone) => {
      await press(phone, `3 body: ${first}`)
      await press(phone, `3 body: ${second}`)
      await press(phone, `2 body: ${third}`)
    },
    stands: 'Zbývá rozdat: 1',
    result: [/Nízká informovanost.*3/],
  },
  {
    rule: { rule: 'plus-minus', dots: 3, minus: 1, after: 2 },
    votes: async (phone) => {
      await press(phone, `O hlas víc: ${first}`)
      await expect(phone.getByRole('button', { name: `O hlas méně: ${second}` })).toHaveAttribute(
        'aria-disabled',
        'true',
      )
      await press(phone, `O hlas víc: ${first}`)
      await press(phone, `O hlas méně: ${second}`)
    },
    stands: 'Zbývá plus: 1, minus: 0',
    result: [/Nízká informovanost.*[-−]1/],
  },
  {
    rule: { rule: 'ranking', places: 3, exactly: true },
    votes: async (phone) => {
      await press(phone, `Zařadit na 1. místo: ${first}`)
      await press(phone, `Zařadit na 2. místo: ${second}`)
      await press(phone, `Zařadit na 3. místo: ${third}`)
      await press(phone, `O místo výš: ${second}`)
    },
    stands: 'Všechna místa jsou obsazená.',
    result: [/Nízká informovanost.*1\. místo: 1krát/],
  },
  {
    rule: { rule: 'budget', budget: 100_000, unit: 'Kč', costs: {} },
    votes: async (phone) => {
      await press(phone, new RegExp(`^Zaplatit: ${first}, 60.000.Kč$`))
      await expect(phone.getByRole('button', { name: `na to nezbývá: ${second}` })).toHaveAttribute(
        'aria-disabled',
        'true',
      )
    },
    stands: 'Zbývá 40 000 Kč ze 100 000 Kč',
    result: [/vejde se do rozpočtu, 60.000.Kč/],
  },
]

test('people vote by every rule with one thumb, and all screens say alike what came of it', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('PROBLÉMOVÉ OBLASTI', problems)
  const { ideas } = await workshop.picture()
  const costs = Object.fromEntries(ideas!.map(({ id }) => [id, 60_000]))
  const anna = await workshop.phone(browser)
  const wall = await workshop.wall(browser)

  for (const { rule, votes, stands, result } of walks) {
    const round = await workshop.vote(step, { rule: rule.rule === 'budget' ? { ...rule, costs } : rule })
    await votes(anna)
    await expect(anna.getByText(stands)).toBeVisible()
    await expect(saved(anna)).toBeVisible()
    await picture(anna, `phone-${rule.rule}`)
    expect(await barriers(anna), rule.rule).toEqual([])
    expect(await smallTargets(anna, 44), rule.rule).toEqual([])
    await anna.setViewportSize({ width: 320, height: 640 })
    await expect.poll(() => sticksOut(anna), rule.rule).toEqual([])
    await anna.setViewportSize({ width: 360, height: 740 })
    await picture(wall, `wall-${rule.rule}-voting`)

    await workshop.reveal(round)
    await expect(anna.getByText('Vaše hlasy jsou započítané.').first()).toBeVisible()
    for (const screen of [anna, wall])
      for (const said of result)
        await expect(screen.getByRole('listitem').filter({ hasText: said }).first()).toBeVisible()
    await picture(anna, `phone-${rule.rule}-result`)
    await picture(wall, `wall-${rule.rule}-result`)
  }
})

test('two scales draw a grid on wall and console, rated in English, too', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('PROBLÉMOVÉ OBLASTI', problems)
  const bela = await workshop.phone(browser, { locale: 'en-GB' })
  const console = await workshop.console(browser, 'run', { viewport: { width: 1366, height: 768 } })
  const wall = await workshop.wall(browser, { viewport: { width: 1920, height: 1080 } })
  const scale: Rule = { rule: 'scale', steps: 5, labels: ['little', 'much'] }

  for (const [name, steps] of [
    ['effort', ['1, little', '4']],
    ['impact', ['5, much', '2']],
  ] as const) {
    const round = await workshop.vote(step, { rule: { ...scale, name } })
    await expect(bela.getByText(`${name}: Rate from 1 (little) to 5 (much).`)).toBeVisible()
    await rate(bela, `Rating: ${first}`, steps[0])
    await rate(bela, `Rating: ${second}`, steps[1])
    await rate(bela, `Rating: ${third}`, '3')
    await press(bela, `Do not rate: ${third}`)
    await expect(bela.getByText('You have rated 2 of 4.')).toBeVisible()
    await expect(bela.getByText('✓ saved')).toBeVisible()
    await picture(bela, `phone-scale-${name}`)
    expect(await barriers(bela)).toEqual([])
    await workshop.reveal(round)
    await expect(bela.getByText('Your votes are counted.').first()).toBeVisible()
  }
  await expect(bela.getByText('median 5, spread 0, 1 person rated').first()).toBeVisible()
  for (const screen of [wall, console]) {
    const grid = screen.getByRole('figure', { name: 'Mřížka: effort a impact' })
    await expect(grid.getByText('1: effort 1, impact 5')).toBeAttached()
    await expect(grid.getByText('2: effort 4, impact 2')).toBeAttached()
  }
  await picture(wall, 'wall-grid')
  await console.getByRole('figure').scrollIntoViewIfNeeded()
  await picture(console, 'console-grid')
  await picture(bela, 'phone-scale-result')

  // One standing of both: the form says that two scales of a grid have no mean, and lets her.
  await press(console, 'Spojit výsledky kol')
  await expect(console.getByText('taková dvě kola čtěte v mřížce')).toBeVisible()
  await console.getByRole('textbox', { name: 'Váha: 1. kolo' }).fill('0')
  await expect(console.getByRole('button', { name: 'Ukázat společné pořadí všem' })).toBeDisabled()
  await console.getByRole('textbox', { name: 'Váha: 1. kolo' }).fill('50')
  await expect(console.getByText('Počítá se: 1. kolo 50 % + 2. kolo 50 %.')).toBeVisible()
  await picture(console, 'console-combine')
  expect(await barriers(console)).toEqual([])
  await press(console, 'Ukázat společné pořadí všem')
  await expect(bela.getByRole('heading', { name: 'Combined standing' })).toBeVisible()
  await expect(bela.getByText('Round 1: 0.0% · Round 2: 100.0%')).toBeVisible()
  for (const screen of [console, wall])
    await expect(screen.getByText('Počítáno z kol: 1. kolo (váha 50 %), 2. kolo (váha 50 %).')).toBeVisible()
  await picture(wall, 'wall-combined')
  await picture(bela, 'phone-combined')
  expect(await barriers(bela)).toEqual([])
  await press(console, 'Odebrat společné pořadí')
  await expect(wall.getByRole('figure', { name: 'Mřížka: effort a impact' })).toBeVisible()
})

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 390, height: 780 },
]) {
  test(`a vote is prepared without scrolling in a window of ${viewport.width} × ${viewport.height}, by the keyboard, too`, async ({
    browser,
    workshop,
  }) => {
    const ideas = Array.from({ length: 12 }, (_, i) => `Podnět číslo ${i + 1}, který má pár slov navíc`)
    const step = await workshop.goToNew('PROBLÉMOVÉ OBLASTI', ideas)
    const console = await workshop.console(browser, 'run', { viewport })
    const prepare = console.getByRole('button', { name: 'Připravit hlasování' })
    await expect(prepare).toBeEnabled()
    await prepare.press('Enter')
    const rule = console.getByLabel('Jak se bude hlasovat')
    await expect(rule).toBeFocused()
    const start = console.getByRole('button', { name: 'Spustit hlasování' })
    for (const name of ['Hlasy', 'Pro, nebo proti', 'Výběr', 'Body různé váhy', 'Pořadí', 'Známky na stupnici']) {
      await rule.selectOption(name)
      await expect(rule).toBeInViewport({ ratio: 1 })
      // On a phone it is the one at the foot, under whatever one looks at.
      const green = viewport.width < 500 ? console.locator('#main-action') : start.last()
      await expect(green).toHaveText('Spustit hlasování')
      await expect(green).toBeInViewport({ ratio: 1 })
    }
    await rule.selectOption('Hlasy')
    await expect(console.getByRole('banner')).toContainText('✓ Uloženo')
    expect(await barriers(console)).toEqual([])
    await expect.poll(() => sticksOut(console)).toEqual([])

    // The second one comes under the first, and into sight.
    const [first] = (await workshop.picture()).rounds!
    await workshop.setRound(first!.id, 'open')
    const person = await workshop.participant()
    await person.place(first!.id, (await workshop.picture()).ideas!.find((idea) => idea.step === step)!.id, 1)
    await workshop.reveal(first!.id)
    await expect(console.getByText('uzavřeno', { exact: true })).toBeVisible()
    await expect(console.getByRole('button', { name: 'Ukázat výsledek' })).toHaveCount(0)
    await console.getByRole('button', { name: 'Připravit další kolo' }).last().click()
    await expect(rule).toBeInViewport({ ratio: 1 })
  })
}

test('the button that ends a vote stays under the hand, however many ballots come', async ({
  browser,
  workshop,
}) => {
  await workshop.changeHead({ attendance: { participants: 1 } })
  const step = await workshop.goToNew('NÁVRHY', problems)
  const round = await workshop.vote(step)
  const console = await workshop.console(browser)
  const button = console.getByRole('article').getByRole('button', { name: 'Ukončit hlasování' })
  await expect(button).toBeVisible()
  const before = await button.boundingBox()
  const { ideas } = await workshop.picture()
  for (const { id } of ideas!.slice(0, 2)) await (await workshop.participant()).place(round, id, 1)
  await expect(console.getByText('Lístků je 2, ale přítomných podle zápisu jen 1.')).toBeVisible()
  expect(await button.boundingBox()).toEqual(before)
})

test('the facilitator says the rule in plain words, enters paper, and has a decision voted on in one press', async ({
  browser,
  workshop,
}) => {
  await workshop.goToNew('PROBLÉMOVÉ OBLASTI', problems)
  const console = await workshop.console(browser, 'run', { viewport: { width: 1366, height: 768 } })
  await press(console, 'Připravit hlasování')
  const choose = (name: string) => console.getByLabel('Jak se bude hlasovat').selectOption(name)
  for (const [name, sentence] of [
    ['Pro, nebo proti', 'K přijetí stačí víc hlasů pro než proti.'],
    ['Výběr', 'Vyberte všechno, co podporujete.'],
    ['Body různé váhy', 'Rozdejte body 3, 2, 1. Každý můžete dát jednou.'],
    ['Kladné a záporné hlasy', 'Máte 2 kladné hlasy a 1 záporný hlas.'],
    ['Známky na stupnici', 'Ohodnoťte od 1 do 5.'],
    ['Rozpočet', 'Ještě není napsáno, kolik co stojí.'],
  ] as const) {
    await choose(name)
    await expect(console.getByText(sentence)).toBeVisible()
    await picture(console, `console-${name}`)
  }
  const costs = console.getByRole('group', { name: 'Kolik co stojí' }).getByRole('textbox')
  for (let i = 0; i < problems.length; i++) await costs.nth(i).fill('60 000')
  await console.keyboard.press('Tab')
  await expect(console.getByText('Ještě není napsáno, kolik co stojí.')).toBeHidden()
  for (let i = 0; i < problems.length; i++) await expect(costs.nth(i)).toHaveValue(/^60.000$/)

  // What is still being saved of the form that is left does not bring its rule back.
  let answer = () => {}
  const answered = new Promise<void>((resolve) => (answer = resolve))
  const told: string[] = []
  await console.route('**/rounds/*?*', async (route) => {
    told.push((route.request().postDataJSON() as { rule: Rule }).rule.rule)
    await answered
    await route.continue()
  })
  await costs.last().fill('70 000')
  await console.keyboard.press('Tab')
  await choose('Pořadí')
  answer()
  await expect(console.getByRole('banner')).toContainText('✓ Uloženo')
  expect(told.at(-1)).toBe('ranking')
  const places = console.getByRole('group', { name: 'Kolik míst se obsazuje' })
  for (const _ of [4, 5]) await places.getByRole('button', { name: /více/ }).click()
  await expect(console.getByText(/Podnětů je jen|Podněty jsou jen/)).toBeVisible()
  for (const _ of [4, 3]) await places.getByRole('button', { name: /méně/ }).click()
  await expect(console.getByText('Klepejte postupně na 3 nejdůležitější')).toBeVisible()
  await main(console, 'Spustit hlasování')

  // A ballot from paper is pressed together as on a phone, under the same check.
  await press(console, 'Zapsat lístek z papíru')
  const sheet = console.getByRole('dialog', { name: 'Lístek z papíru' })
  await press(console, `Zařadit na 1. místo: ${second}`)
  await press(console, `Zařadit na 2. místo: ${first}`)
  await picture(console, 'console-paper-ranking')
  expect(await barriers(console)).toEqual([])
  await sheet.getByRole('button', { name: 'Započítat lístek' }).click()
  await expect(sheet.getByRole('listitem').filter({ hasText: 'lístek č. 1' })).toContainText('2 › 1')
  await sheet.getByRole('button', { name: 'Zavřít' }).click()
  await expect(now(console).getByText('hlasovalo 1 z 1')).toBeVisible()
  await main(console, 'Ukončit hlasování')
  await expect(console.getByText('1. místo: 1krát').first()).toBeVisible()
  await picture(console, 'console-ranking-result')

  // A decision: one press, three large buttons, and the counts stand in it.
  const decisions = await workshop.addStep('ROZHODNUTÍ', { method: 'decisions' })
  await workshop.addDecision(decisions, 'Zřídíme informační linku')
  await workshop.go(decisions)
  const anna = await workshop.phone(browser)
  const wall = await workshop.wall(browser)
  await press(console, 'Hlasovat na telefonech')
  await press(anna, 'Pro: 1. Zřídíme informační linku')
  await expect(anna.getByText('Váš hlas: pro.')).toBeVisible()
  await expect(saved(anna)).toBeVisible()
  await picture(anna, 'phone-decision')
  await picture(wall, 'wall-decision-voting')
  await expect(now(console).getByText('hlasovalo 1 z 1')).toBeVisible()
  await picture(console, 'console-decision-voting')
  await main(console, 'Ukončit hlasování')
  await main(console, 'Ukázat výsledek')
  for (const screen of [console, wall, anna])
    await expect(screen.getByText('přijato · pro 1, proti 0, zdrželi se 0')).toBeVisible()
  await picture(wall, 'wall-decision')
  await picture(anna, 'phone-decision-result')
})
