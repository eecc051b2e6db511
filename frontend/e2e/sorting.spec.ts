import { expect, type Locator } from '@playwright/test'
import { drag, pick, row, undo } from './desk'
import { test } from './fixtures'
import { sticksOut, tornWords } from './looking'
import { write } from './people'
import { mine } from './phone'

/** What lies in each column of the sorting board, the loose ones first. */
const onBoard = (board: Locator) =>
  board
    .locator('.column')
    .evaluateAll((columns) =>
      columns.map((column) => [...column.querySelectorAll('.take')].map((one) => one.textContent?.trim())),
    )

test('ideas that say the same in other endings are suggested, merged, told apart and taken out again', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('PROBLÉMY', [
    'Nedostatek financí',
    'Doprava do ordinací',
    'Dlouhé čekací lhůty',
  ])
  const anna = await workshop.phone(browser)
  const [console, wall] = await Promise.all([workshop.console(browser), workshop.wall(browser)])
  await write(anna, 'nedostatečné finance')
  await workshop.addIdea(step, 'dlouhá čekací lhůta')

  await console.getByRole('button', { name: 'Možná totéž: 2 dvojice' }).click()
  const sheet = console.getByRole('dialog', { name: 'Možná totéž' })
  const apart = sheet.getByRole('button', { name: /^Nejsou stejné: Dlouhé čekací lhůty/ })
  const looked = console.waitForResponse(/\/history\?/) // what came of it: the next act is offered to be taken back
  await apart.click()
  await looked
  await sheet.getByRole('button', { name: 'Sloučit sem: Nedostatek financí' }).click()
  await expect(sheet).toContainText('Nic dalšího si podobné není.')
  await sheet.getByRole('button', { name: 'Zavřít' }).click()
  await expect(console.getByText('Sloučeno: podnět „nedostatečné finance“')).toBeVisible()
  await undo(console).hover() // under the pointer the offer stays

  await expect(row(console, 'Nedostatek financí')).toContainText('sloučeno s: nedostatečné finance')
  for (const screen of [anna, wall])
    await expect(screen.getByText('nedostatečné finance', { exact: true })).toHaveCount(0)
  await undo(console).click()
  await expect(wall.getByText('nedostatečné finance', { exact: true })).toBeVisible()

  // By the menu the same, and one of the merged is taken out again.
  await pick(console, 'Nedostatek financí', 'Sloučit s podnětem…')
  await console
    .getByRole('dialog')
    .getByRole('button', { name: /nedostatečné finance/ })
    .click()
  await expect(wall.getByText('nedostatečné finance', { exact: true })).toHaveCount(0)
  await pick(console, 'Nedostatek financí', 'Poznámka a autor…')
  await console.getByRole('button', { name: 'Vyjmout: nedostatečné finance' }).click()
  await expect(wall.getByText('nedostatečné finance', { exact: true })).toBeVisible()
  await expect(mine(anna)).toContainText(['nedostatečné finance'])
})

test('ideas move to topics and under each other, by menu and by dragging', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('PROBLÉMY', ['Peníze', 'Lidé', 'Platy'])
  await workshop.addTopic(step, 'SENIOŘI')
  const [console, wall] = await Promise.all([workshop.console(browser), workshop.wall(browser)])
  const read = () =>
    console
      .locator('.collect .part')
      .evaluateAll((parts) =>
        parts.map((part) =>
          [part.querySelector('h2'), ...part.querySelectorAll('li')]
            .map((one) => (one as HTMLElement).querySelector('.written') ?? one)
            .map((one) => one?.textContent?.replace(/\s+/g, ' ').trim()),
        ),
      )

  await pick(console, 'Platy', 'Zařadit pod podnět…')
  await console
    .getByRole('dialog')
    .getByRole('button', { name: /Peníze/ })
    .click()
  await expect.poll(read).toEqual([['SENIOŘI'], ['Bez okruhu', 'Peníze', 'Platy', 'Lidé']])
  await pick(console, 'Peníze', 'Přesunout do okruhu…')
  await console.getByRole('dialog').getByRole('button', { name: 'SENIOŘI' }).click()
  await expect.poll(read).toEqual([
    ['SENIOŘI', 'Peníze', 'Platy'],
    ['Bez okruhu', 'Lidé'],
  ])

  await expect(console.getByRole('dialog')).toHaveCount(0) // it goes with the answer, and lies over the rows until then
  await drag(console, 'Lidé', 'Peníze', 0.15) // before it
  await expect.poll(read).toEqual([['SENIOŘI', 'Lidé', 'Peníze', 'Platy']])
  await drag(console, 'Platy', 'Lidé') // under it
  await expect.poll(read).toEqual([['SENIOŘI', 'Lidé', 'Platy', 'Peníze']])
  await expect(wall.locator('li').first()).toContainText('Lidé')

  // Keys alone: back with Ctrl+Z, again with Ctrl+Shift+Z, out from under by the menu.
  await console.locator('body').press('Control+z')
  await expect.poll(read).toEqual([['SENIOŘI', 'Lidé', 'Peníze', 'Platy']])
  await console.locator('body').press('Control+Shift+z')
  await expect.poll(read).toEqual([['SENIOŘI', 'Lidé', 'Platy', 'Peníze']])
  await console.getByRole('button', { name: 'Další možnosti: Platy' }).press('Enter')
  await console.getByRole('menuitem', { name: 'Zařadit pod podnět…' }).press('Enter')
  await console.getByRole('dialog').getByRole('button', { name: 'Osamostatnit' }).press('Enter')
  await expect.poll(read).toEqual([['SENIOŘI', 'Lidé', 'Peníze', 'Platy']])
})

test('a reworded idea keeps its first wording, and the history takes anything back', async ({
  browser,
  workshop,
}) => {
  await workshop.goToNew('PROBLÉMY')
  const anna = await workshop.phone(browser)
  const [console, wall] = await Promise.all([workshop.console(browser), workshop.wall(browser)])
  await write(anna, 'malo penez!!')
  await console.getByRole('button', { name: 'Upravit: malo penez!!' }).click()
  await console.getByLabel('Znění podnětu, Podnět 1').fill('Málo peněz')
  await console.getByLabel('Znění podnětu, Podnět 1').press('Enter')
  await expect(row(console, 'Málo peněz')).toContainText('původně: malo penez!!')
  await expect(wall.getByText('Málo peněz', { exact: true })).toBeVisible()
  await expect(mine(anna)).toContainText([/Málo peněz.*Znění upravil facilitátor\./s])
  await expect(anna.getByText('malo penez!!')).toHaveCount(0)

  await pick(console, 'Málo peněz', 'Poznámka a autor…')
  await console.getByRole('button', { name: 'Vrátit původní znění' }).click()
  await console.getByRole('dialog').getByRole('button', { name: 'Zavřít' }).click()
  await expect(wall.getByText('malo penez!!', { exact: true })).toBeVisible()

  await pick(console, 'malo penez!!', 'Odebrat')
  await expect(wall.getByText('malo penez!!')).toHaveCount(0)
  await console.locator('body').press('u')
  const history = console.getByRole('dialog', { name: 'Historie změn' })
  const entries = history.getByRole('listitem')
  await expect(entries.first()).toContainText('Odebráno: podnět „malo penez!!“')
  await expect(entries.first()).toContainText('Petra Hybnerová')

  // What has changed since is refused in words; the newest goes.
  const removed = history.getByRole('button', { name: 'Vrátit zpět: Odebráno: podnět „malo penez!!“' })
  await history.getByRole('button', { name: 'Vrátit zpět: Přeformulováno: podnět „Málo peněz“' }).click()
  await expect(history.getByRole('alert')).toContainText('Od té doby to změnil někdo jiný')
  await removed.click()
  await expect(wall.getByText('malo penez!!', { exact: true })).toBeVisible()
  await expect(entries.first()).toContainText('Vráceno zpět – Odebráno: podnět „malo penez!!“')
  await expect(removed).toHaveCount(0)
})

test('by the keyboard the focus stays where the hand is: at the tools when the first topic comes, on the idea on the board', async ({
  browser,
  workshop,
}) => {
  await workshop.goToNew('PROBLÉMY', ['Peníze', 'Lidé', 'Platy'])
  const console = await workshop.console(browser)
  const add = console.getByRole('button', { name: 'Přidat okruh', exact: true })
  await add.press('Enter')
  const sheet = console.getByRole('dialog', { name: 'Přidat okruh' })
  await expect(sheet.getByRole('textbox')).toBeFocused()
  await console.keyboard.type('SENIOŘI')
  await console.keyboard.press('Enter')
  await expect(sheet.getByRole('listitem')).toHaveText(['SENIOŘI'])
  await console.keyboard.press('Escape')
  await expect(add).toBeFocused()

  const sort = console.getByRole('button', { name: 'Třídit na tabuli' })
  await sort.press('Enter')
  const card = (text: string) => console.locator('.card', { hasText: text }).getByRole('button')
  await expect(card('Peníze')).toBeFocused()
  await console.keyboard.press('1')
  await expect(card('Lidé')).toBeFocused()
  await console.keyboard.press('ArrowDown')
  await expect(card('Platy')).toBeFocused()
  await console.keyboard.press('z')
  await expect(card('Peníze')).toBeFocused()
  await expect(console.locator('.loose').getByRole('listitem')).toHaveCount(3)
  for (const next of ['Lidé', 'Platy']) {
    await console.keyboard.press('1')
    await expect(card(next)).toBeFocused()
  }
  await console.keyboard.press('1')
  const back = console.getByRole('button', { name: 'Zpět na seznam' })
  await expect(back).toBeFocused()
  await back.press('Enter')
  await expect(sort).toBeFocused()
})

test('topics typed faster than the server answers are all made, and what is refused is typed again', async ({
  browser,
  workshop,
}) => {
  await workshop.goToNew('PROBLÉMY', ['Peníze'])
  const console = await workshop.console(browser)
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await console.route(
    '**/topics?*',
    async (route) => {
      await held
      await route.continue()
    },
    { times: 1 },
  )
  await console.getByRole('button', { name: 'Přidat okruh', exact: true }).click()
  const sheet = console.getByRole('dialog', { name: 'Přidat okruh' })
  const field = sheet.getByLabel('Název okruhu')
  for (const topic of ['SENIOŘI', 'RODINY']) {
    await field.fill(topic)
    await field.press('Enter')
    await expect(field).toHaveValue('')
  }
  answer()
  await expect(sheet.getByRole('listitem')).toHaveText(['SENIOŘI', 'RODINY'])

  await console.route('**/topics?*', (route) => route.fulfill({ status: 422 }), { times: 1 })
  await field.fill('MLÁDEŽ')
  await field.press('Enter')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveValue('MLÁDEŽ')
  await field.press('Enter')
  await expect(sheet.getByRole('listitem')).toHaveText(['SENIOŘI', 'RODINY', 'MLÁDEŽ'])
})

test('on a phone the words of the board are whole', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('PROBLÉMY', ['Nekomunikace mezi úřady', 'Nízká informovanost rodin'])
  await workshop.addTopic(step, 'SENIOŘI')
  const console = await workshop.console(browser, 'run', { viewport: { width: 390, height: 780 } })
  await console.getByRole('button', { name: 'Třídit na tabuli' }).click()
  await expect(console.locator('.card')).toHaveCount(2)
  await expect.poll(() => tornWords(console, '.board h2, .take')).toEqual([])
  await expect.poll(() => sticksOut(console)).toEqual([])
})

test('the board sorts an idea a key, takes back, and sends several ticked ones at once', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('PROBLÉMY', ['Peníze', 'Lidé', 'Platy', 'Doprava'])
  await workshop.addTopic(step, 'SENIOŘI')
  await workshop.addTopic(step, 'RODINY')
  const console = await workshop.console(browser)
  await console.getByRole('button', { name: 'Třídit na tabuli' }).click()
  const board = console.getByRole('region', { name: 'Třídění podnětů do okruhů' })
  const read = () => onBoard(board)
  await expect(board.locator('.card')).toHaveCount(4)

  await console.keyboard.press('1')
  await console.keyboard.press('2')
  await expect.poll(read).toEqual([['3. Platy', '4. Doprava'], ['1. Peníze'], ['2. Lidé']])
  await console.keyboard.press('z')
  await expect.poll(read).toEqual([['2. Lidé', '3. Platy', '4. Doprava'], ['1. Peníze'], []])
  for (const idea of ['Lidé', 'Doprava']) await board.getByLabel(`Vybrat k přesunu: ${idea}`).check()
  await board.getByRole('button', { name: 'Poslat sem: SENIOŘI' }).click()
  await board.locator('.card', { hasText: 'Platy' }).locator('.grip').dragTo(board.locator('.column').nth(2))
  await expect.poll(read).toEqual([[], ['1. Peníze', '2. Lidé', '3. Doprava'], ['4. Platy']])

  await board.getByRole('button', { name: 'Zpět na seznam' }).click()
  await expect(console.locator('.collect .part h2')).toHaveText(['SENIOŘI', 'RODINY'])
})

test('keys pressed faster than the server answers are all obeyed, in their order, and none twice', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('PROBLÉMY', ['Peníze', 'Lidé', 'Platy'])
  for (const topic of ['SENIOŘI', 'RODINY']) await workshop.addTopic(step, topic)
  const console = await workshop.console(browser)
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await console.route(/\/(ideas|history)\/[^?]+\?/, async (route) => {
    await held
    await route.continue()
  })
  await console.getByRole('button', { name: 'Třídit na tabuli' }).click()
  const board = console.getByRole('region', { name: 'Třídění podnětů do okruhů' })
  await expect(board.locator('.card')).toHaveCount(3)

  // The first to seniors, back, to families; the second to seniors, back, and there again.
  for (const key of ['1', 'z', '2', '1', 'z', '1']) await console.keyboard.press(key)
  await expect.poll(() => onBoard(board)).toEqual([['3. Platy'], ['2. Lidé'], ['1. Peníze']])
  answer()
  const kept = async () => {
    const { topics = [], ideas = [] } = await workshop.picture()
    const topicOf = new Map(topics.map(({ id, heading }) => [id, heading]))
    return ideas.map(({ text, topic }) => `${text}: ${topicOf.get(topic ?? '') ?? '-'}`).sort()
  }
  await expect.poll(kept).toEqual(['Lidé: SENIOŘI', 'Peníze: RODINY', 'Platy: -'])
  await expect.poll(() => onBoard(board)).toEqual([['3. Platy'], ['1. Lidé'], ['2. Peníze']])
  for (const key of ['z', 'z']) await console.keyboard.press(key) // one for each idea: nothing was done twice
  await expect.poll(kept).toEqual(['Lidé: -', 'Peníze: -', 'Platy: -'])
})
