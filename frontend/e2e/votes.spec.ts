import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { barriers } from './looking'
import { leave, main, troubles } from './people'
import { more, saved } from './phone'
import { Facilitator, type Workshop } from './preparing'
import { Program } from './program'

const program = new Program()
const problems = ['Nekomunikace', 'Nízká informovanost', 'Nedostatek financí', 'Spolupráce']
let facilitator: Facilitator

test.beforeAll(async () => {
  await program.start()
  facilitator = await Facilitator.first(program)
})
test.afterAll(() => program.remove())
test.afterEach(async ({ browser }) => {
  await leave(browser)
  expect(troubles).toEqual([])
})

/** Kept to be looked at, where PICTURES says into which folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png` })
}

/** A paper ballot typed in the numbers of its ideas. */
async function enterPaper(console: Page, numbers: string): Promise<void> {
  const sheet = console.getByRole('dialog', { name: 'Lístek z papíru' })
  await sheet.getByLabel('Čísla podnětů na lístku').fill(numbers)
  await sheet.getByRole('button', { name: 'Započítat lístek' }).click()
}

/** The minutes as text, laid out as they are printed. */
async function printed(console: Page, workshop: Workshop): Promise<string> {
  await console.goto(workshop.consoleAddress('minutes'))
  const download = console.waitForEvent('download')
  await console.getByRole('link', { name: 'Stáhnout zápis v PDF' }).click()
  return execFileSync('pdftotext', ['-layout', await (await download).path(), '-']).toString()
}

test('phones and paper vote together, the tied have a second round, the winner goes to the fishbone', async ({
  browser,
}) => {
  const workshop = await facilitator.workshop()
  const step = await workshop.goToNew('PROBLÉMOVÉ OBLASTI', problems)
  const console = await workshop.console(browser, 'run', { viewport: { width: 1280, height: 900 } })
  const wall = await workshop.wall(browser)
  const [anna, bela] = [await workshop.phone(browser), await workshop.phone(browser)]

  // The rule in plain words, with a proposal and what is odd about it.
  await console.getByRole('button', { name: 'Připravit hlasování' }).click()
  await expect(console.getByText('Každý má jeden hlas.')).toBeVisible()
  const dots = console.getByRole('group', { name: 'Hlasů na osobu' })
  for (const rule of [2, 3, 4]) {
    await dots.getByRole('button', { name: /více/ }).click()
    await expect(console.getByText(`Každý má ${rule} hlasy, každý pro jiný podnět.`)).toBeVisible()
  }
  await expect(console.getByText('Každý může dát hlas všemu')).toBeVisible()
  await picture(console, 'console-rule')
  for (const _ of [3, 2]) await dots.getByRole('button', { name: /méně/ }).click()
  await expect(console.getByText('Každý má 2 hlasy, každý pro jiný podnět.')).toBeVisible()
  await expect(console.getByText('Každý může dát hlas všemu')).toBeHidden()
  await main(console, 'Spustit hlasování')

  // Numbers are the same on the ballot, on the wall and at the facilitator's hand.
  await expect(wall.getByText('hlasovalo 0 ze 2')).toBeVisible()
  for (const [i, problem] of problems.entries()) {
    await expect(more(anna, `${i + 1}. ${problem}`)).toBeVisible()
    await expect(wall.getByRole('listitem').nth(i)).toContainText(`${i + 1}.`)
    await expect(wall.getByRole('listitem').nth(i)).toContainText(problem)
  }
  for (const [phone, choices] of [
    [anna, ['1. Nekomunikace', '2. Nízká informovanost']],
    [bela, ['1. Nekomunikace', '4. Spolupráce']],
  ] as const) {
    for (const choice of choices) await more(phone, choice).click()
    await expect(saved(phone)).toBeVisible()
  }
  await expect(console.getByText('všechny hlasy rozdali 2 lidé')).toBeVisible()

  // More to give while people vote: phones follow. It goes down as far as what is spent, and says why no further.
  await console.getByRole('button', { name: 'Změnit, kolik hlasů každý má' }).click()
  const limit = console.getByRole('group', { name: 'Hlasů na osobu' })
  await limit.getByRole('button', { name: /více/ }).click()
  await expect(anna.getByText('zbývá 1 hlas')).toBeVisible()
  const fewer = limit.getByRole('button', { name: /méně/ })
  await fewer.click()
  await expect(limit.getByText('2', { exact: true })).toBeVisible()
  await expect(anna.getByText('zbývá 1 hlas')).toBeHidden() // of presses while one is on its way the last one counts
  await fewer.click()
  await expect(console.getByText('Někdo už rozdal víc.')).toBeVisible()
  await picture(console, 'console-limit')
  await expect(limit.getByText('2', { exact: true })).toBeVisible()

  // Two people without a phone; one ballot is first typed wrongly, then corrected.
  await console.getByRole('button', { name: 'Zapsat lístek z papíru' }).click()
  const sheet = console.getByRole('dialog', { name: 'Lístek z papíru' })
  await enterPaper(console, '1 2 4')
  await expect(sheet.getByRole('alert')).toHaveText(/Lístek má 3\shlasy, každý ale smí rozdat nejvýše 2/)
  await enterPaper(console, '2 2')
  await expect(sheet.getByRole('alert')).toHaveText(/Na jeden podnět můžete dát nejvýše 1\shlas/)
  await sheet.getByLabel('Čísla podnětů na lístku').fill('7')
  await expect(sheet.getByText('Podnět s číslem 7 tu není.')).toBeVisible()
  await enterPaper(console, '2 4')
  await expect(sheet.getByText('Zapisujete lístek č. 2.')).toBeVisible()
  await more(console, '3. Nedostatek financí').click()
  await expect(sheet.getByLabel('Čísla podnětů na lístku')).toHaveValue('3')
  await sheet.getByRole('button', { name: 'Započítat lístek' }).click()
  await picture(console, 'console-paper')
  expect(await barriers(console)).toEqual([])
  await sheet.getByRole('button', { name: 'Opravit: lístek č. 2' }).click()
  await expect(sheet.getByText('Opravujete lístek č. 2.')).toBeVisible()
  await sheet.getByLabel('Čísla podnětů na lístku').fill('1')
  await sheet.getByRole('button', { name: 'Uložit opravu lístku' }).click()
  await expect(sheet.getByRole('listitem').filter({ hasText: 'lístek č. 2' })).toContainText('lístek č. 2 1')
  // A third one was entered by mistake.
  await enterPaper(console, '3')
  await sheet.getByRole('button', { name: 'Vzít zpět: lístek č. 3' }).click()
  await expect(sheet.getByText('nepočítá se')).toBeVisible()
  await sheet.getByRole('button', { name: 'Zavřít' }).click()
  await expect(console.getByText('z toho 2 lístky z papíru')).toBeVisible()
  await expect(wall.getByText('hlasovalo 4 ze 4')).toBeVisible()
  await picture(console, 'console-voting')
  await picture(wall, 'wall-voting')

  // Nobody has seen a total. Closed, who facilitates looks first; then the room sees it, from the last place up.
  await expect(wall.locator('li svg')).toHaveCount(0)
  await main(console, 'Ukončit hlasování')
  await expect(console.getByText('Výsledek zatím vidíte jen vy.').first()).toBeVisible()
  await expect(anna.getByText('Výsledek se ukáže všem najednou.')).toBeVisible()
  await expect(wall.locator('li svg')).toHaveCount(0)
  await picture(console, 'console-unrevealed')
  await picture(anna, 'phone-unrevealed')
  await console.getByRole('button', { name: 'Od posledního místa' }).click()
  await expect(wall.locator('li svg')).toHaveCount(1)
  await picture(wall, 'wall-revealing')
  await picture(console, 'console-revealing')
  await wall.reload()
  await expect(wall.locator('li svg'), 'a wall that comes later is at the same place').toHaveCount(1)
  await main(console, 'Ukázat výsledek')
  await expect(anna.getByText('Vaše hlasy jsou započítané.')).toBeVisible()
  const bar = (problem: string) => wall.getByRole('listitem').filter({ hasText: problem })
  for (const [problem, points, place] of [
    ['Nekomunikace', '3', '1. místo'],
    ['Nízká informovanost', '2', '2.–3. shoda'],
    ['Nedostatek financí', '0', ''],
    ['Spolupráce', '2', '2.–3. shoda'],
  ] as const) {
    await expect(bar(problem).locator('strong')).toHaveText(points)
    await expect(bar(problem)).toContainText(place)
  }
  await expect(wall.getByText(/Hlasovali 4 lidé, rozdáno 7 hlasů/)).toBeVisible()
  // The wall and the phones read alike, from the winner down; each phone says what its person gave.
  await expect(wall.getByRole('listitem').first()).toContainText('Nekomunikace')
  for (const screen of [wall, anna])
    await expect(screen.getByRole('listitem')).toContainText([/Nekomunikace/, /Nízká/, /Spolupráce/, /Nedostatek/])
  const mine = (problem: string) => anna.getByRole('listitem').filter({ hasText: problem })
  await expect(mine('Nekomunikace')).toContainText(/1\. místo,\s*vaše 1 ●/)
  await expect(mine('Nízká informovanost')).toContainText(/2\.–3\. shoda,\s*vaše 1 ●/)
  await expect(mine('Spolupráce')).not.toContainText('vaše')
  await expect(anna.getByRole('heading', { name: 'Výsledek hlasování' })).toBeInViewport()
  await expect(anna.getByLabel('Váš podnět')).toHaveCount(0)
  await picture(wall, 'wall-result')
  await picture(anna, 'phone-result')
  await wall.setViewportSize({ width: 3840, height: 2160 })
  await picture(wall, 'wall-result-4k')
  await wall.setViewportSize({ width: 1024, height: 768 })

  // Two of three places are even: a second round among those, in one action.
  const tie = console.getByRole('group').filter({ hasText: '2.–3. místo: shoda' })
  await expect(tie).toContainText('Které se vejdou do prvních 2 míst, rozhodne další kolo, nebo los.')
  await picture(console, 'console-ties')
  await expect(tie.getByRole('button')).toHaveCount(0)
  await tie.getByText('2.–3. místo: shoda').click()
  // Or by lot, for once: it stands, and the places stay shared.
  await tie.getByRole('button', { name: 'Rozhodnout losem' }).click()
  await picture(console, 'console-lot-asked')
  await tie.getByRole('button', { name: 'Losovat' }).click()
  await expect(tie.getByText(/^O pořadí rozhodl los/)).toBeVisible()
  await expect(tie.getByRole('button', { name: 'Rozhodnout losem' })).toHaveCount(0)
  const lines = await tie.getByRole('listitem').allTextContents()
  expect(lines.map((line) => line.slice(0, 8))).toEqual(['2. místo', '3. místo'])
  const drawn = lines.map((line) => line.slice(10))
  for (const screen of [wall, anna])
    await expect(screen.getByRole('listitem')).toContainText([
      'Nekomunikace',
      new RegExp(`${drawn[0]}.*2\\.–3\\. shoda, losem 2\\.`, 's'),
      new RegExp(`${drawn[1]}.*2\\.–3\\. shoda, losem 3\\.`, 's'),
      'Nedostatek financí',
    ])
  await picture(console, 'console-lot')
  await picture(wall, 'wall-lot')
  await picture(anna, 'phone-lot')
  await tie.getByRole('button', { name: 'Spustit další kolo mezi nimi' }).click()
  // Somebody has an idea only now: where it is allowed it is on every ballot at once, as the last one.
  await expect(more(anna, '2. Spolupráce')).toBeVisible()
  await expect(anna.getByRole('button', { name: 'Navrhnout něco jiného' })).toHaveCount(0)
  await console.getByLabel('Povolit vlastní návrhy během hlasování').check()
  await anna.getByRole('button', { name: 'Navrhnout něco jiného' }).click()
  await anna.getByLabel('Váš návrh').fill('Doprava')
  await picture(anna, 'phone-proposing')
  await anna.getByLabel('Váš návrh').press('Enter')
  await expect(more(bela, '3. Doprava')).toBeVisible()
  await picture(console, 'console-proposed')
  for (const phone of [anna, bela]) {
    await expect(phone.getByRole('button', { name: /^Přidat hlas/ })).toHaveCount(3)
    await expect(more(phone, '1. Nízká informovanost')).toBeVisible()
    await more(phone, '2. Spolupráce').click()
    await expect(saved(phone)).toBeVisible()
  }
  await expect(wall.getByRole('listitem')).toHaveCount(3)
  await picture(anna, 'phone-second-round')
  await expect(console.getByText(/hlasovalo 2 z/).first()).toBeVisible()
  await main(console, 'Ukončit hlasování')
  await main(console, 'Ukázat výsledek')
  await expect(wall.getByText(/Hlasovali 2 lidé, rozdány 2 hlasy/)).toBeVisible()
  await expect(console.getByText(/Hlasovali 4 lidé, rozdáno 7 hlasů/), 'the first round stays').toBeVisible()
  await picture(console, 'console-second-result')

  // The problem that leads becomes the head of a fishbone, and everybody goes there.
  await console.getByRole('button', { name: 'Rozebrat na rybí kosti' }).click()
  await expect(console.getByText('Pracuje se na kroku PROBLÉM A JEHO PŘÍČINY.')).toBeVisible()
  await expect(console.getByLabel('Následek nebo cíl')).toHaveValue('Spolupráce')
  await expect(anna.getByRole('heading', { name: 'PROBLÉM A JEHO PŘÍČINY' })).toBeVisible()

  // Both rounds stand side by side in the minutes; what was not voted on is no zero.
  const minutes = await printed(console, workshop)
  expect(minutes).toMatch(/Nekomunikace\s+3\s+–/)
  expect(minutes).toMatch(/Nízká informovanost\s+2\s+0/)
  expect(minutes).toMatch(/Nedostatek financí\s+0\s+–/)
  expect(minutes).toMatch(/Spolupráce\s+2\s+2/)
  expect(minutes).toMatch(/Doprava\s+–\s+0/)
  expect(minutes).toContain('Navrženo během hlasování.')
  expect(minutes.replace(/\s+/g, ' ')).toContain('hlasovali 4 účastníci (z toho 2 lístky zapsal facilitátor)')
  expect(minutes.replace(/\s+/g, ' ')).toMatch(
    new RegExp(`O pořadí na 2\\.–3\\. místě rozhodl los .*: 2\\. ${drawn[0]}, 3\\. ${drawn[1]}\\.`),
  )
  expect((await workshop.picture()).steps!.find(({ id }) => id === step)!.state).toBe('closed')
})

test('a branch of the fishbone moves by dragging and by the menu', async ({ browser }) => {
  const workshop = await facilitator.workshop()
  const step = await workshop.addStep('PŘÍČINY', { method: 'fishbone' })
  await workshop.changeStep(step, { effect: 'Málo zaměstnanců' })
  await workshop.go(step)
  const console = await workshop.console(browser, 'run', { viewport: { width: 1280, height: 900 } })
  await console.getByRole('button', { name: 'Přidat kost' }).click()
  for (const bone of ['Finance', 'Benefity', 'Vedení']) {
    await console.keyboard.type(bone)
    await console.keyboard.press('Enter')
  }
  await console.keyboard.press('Tab')
  await console.keyboard.type('Nízké platy')
  await console.keyboard.press('Enter')
  await console.keyboard.press('Escape')
  const row = (cause: string) => console.locator('[data-row]').filter({ hasText: cause })
  await expect(row('Nízké platy')).toContainText('2. úroveň')

  // By pointer: let go in the middle of another cause it hangs under it.
  const grip = await row('Nízké platy').getByTitle('Přetáhnout').boundingBox()
  const target = await row('Finance').boundingBox()
  await console.mouse.move(grip!.x + grip!.width / 2, grip!.y + grip!.height / 2)
  await console.mouse.down()
  await console.mouse.move(target!.x + 80, target!.y + target!.height / 2, { steps: 5 })
  await picture(console, 'console-drag')
  await console.mouse.up()
  const order = () => console.locator('[data-row] .text').allTextContents()
  const plain = async () =>
    (await order()).map((text) =>
      text
        .replace(/\s+/g, ' ')
        .replace(/\(Upravit\)/, '')
        .trim(),
    )
  await expect
    .poll(plain)
    .toEqual(['1. úroveň: Finance', '2. úroveň: Nízké platy', '1. úroveň: Benefity', '1. úroveň: Vedení'])

  // By keyboard alone: the menu offers the same.
  await row('Vedení').getByRole('button', { name: 'Další možnosti: Vedení' }).press('Enter')
  await console.getByRole('menuitem', { name: 'Přesunout pod…' }).press('Enter')
  await console
    .getByRole('dialog', { name: 'Přesunout pod' })
    .getByRole('button', { name: 'Benefity' })
    .press('Enter')
  await expect
    .poll(plain)
    .toEqual(['1. úroveň: Finance', '2. úroveň: Nízké platy', '1. úroveň: Benefity', '2. úroveň: Vedení'])
  await row('Benefity').getByRole('button', { name: 'Další možnosti: Benefity' }).press('Enter')
  await console.getByRole('menuitem', { name: 'Posunout výš' }).press('Enter')
  await expect
    .poll(plain)
    .toEqual(['1. úroveň: Benefity', '2. úroveň: Vedení', '1. úroveň: Finance', '2. úroveň: Nízké platy'])
})

test('a long result is read page by page from the winner down, larger where asked, and does not move for who wants no motion', async ({
  browser,
}) => {
  const workshop = await facilitator.workshop()
  const ideas = Array.from(
    { length: 18 },
    (_, i) => `Obec neví, které služby lidem chybějí, ${i + 1}. případ z praxe`,
  )
  const step = await workshop.goToNew('PROBLÉMOVÉ OBLASTI', ideas)
  const wall = await workshop.wall(browser)
  const still = await workshop.wall(browser, { reducedMotion: 'reduce' })
  const round = await workshop.vote(step)
  const anna = await workshop.participant()
  const { ideas: rows } = await workshop.picture()
  await anna.place(round, rows!.find(({ text }) => text === ideas[17])!.id, 3)
  await expect(wall.getByText('hlasoval 1 z 1').or(wall.getByText('hlasovalo 1 z 1'))).toBeVisible()
  await workshop.reveal(round)

  for (const screen of [wall, still]) await expect(screen.locator('li svg')).toHaveCount(18)
  const motion = (screen: Page) =>
    screen
      .locator('li rect')
      .first()
      .evaluate((bar) => getComputedStyle(bar).animationName)
  expect(await motion(wall)).toBe('grow')
  expect(await motion(still)).toBe('none')
  await expect(wall.getByText(/^1 \/ \d$/)).toBeVisible()
  await expect(wall.getByRole('listitem').first()).toContainText('18.')
  await expect(async () => {
    const { letters, scrolls } = await wall.evaluate(() => ({
      letters: parseFloat(getComputedStyle(document.querySelector('li .written')!).fontSize),
      scrolls:
        document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth,
    }))
    expect(letters, 'a 26th of the height can be read from ten metres').toBeGreaterThanOrEqual(768 / 27)
    expect(scrolls).toBe(false)
  }).toPass()
  await picture(wall, 'wall-long')

  // In the order collected by one key; larger by another, and the wall remembers it.
  await wall.keyboard.press('o')
  await expect(wall.getByRole('listitem').first()).toContainText('1.')
  const pages = wall.getByRole('img', { name: /^Strana 1 z/ })
  const before = await pages.getAttribute('aria-label')
  await wall.keyboard.press('+')
  await wall.keyboard.press('+')
  await expect(pages).not.toHaveAttribute('aria-label', before!)
  const larger = await pages.getAttribute('aria-label')
  await wall.reload()
  await expect(wall.getByRole('listitem').first()).toContainText('18.')
  await wall.keyboard.press('o')
  await expect(pages).toHaveAttribute('aria-label', larger!)

  // The console of the computer that is the wall turns the order, too.
  const console = await workshop.console(browser, 'run')
  const near = await console.context().newPage()
  await near.goto(program.origin + (await workshop.door()).wall)
  await expect(near.getByRole('listitem').first()).toContainText('18.')
  const order = console.getByRole('group', { name: 'Pořadí na plátně' })
  await order.getByRole('radio', { name: 'jak podněty přišly' }).check()
  await expect(near.getByRole('listitem').first()).toContainText('1.')
  await picture(wall, 'wall-long-by-votes')
})

test('where one dot an idea is the most, a tap anywhere on a row votes, and twelve ideas take two screens', async ({
  browser,
}) => {
  const workshop = await facilitator.workshop()
  const ideas = Array.from({ length: 12 }, (_, i) => `${problems[i % 4]} v našem okrese, ${i + 1}`)
  const step = await workshop.goToNew('PRIORITY', ideas)
  const round = await workshop.vote(step, { dots: 2, per_idea: 1 })
  const anna = await workshop.phone(browser)
  const row = (idea: number) => anna.getByRole('listitem').filter({ hasText: ideas[idea]! })
  await expect(row(11)).toBeVisible()
  const { height } = anna.viewportSize()!
  await expect
    .poll(() => anna.evaluate(() => document.documentElement.scrollHeight))
    .toBeLessThanOrEqual(2 * height)

  await row(0).click({ position: { x: 60, y: 12 } }) // on its words
  await row(4).click({ position: { x: 60, y: 12 } })
  await expect(anna.getByText('Máte rozdáno.').first()).toBeVisible()
  await row(5).click({ position: { x: 60, y: 12 } })
  await expect(row(5)).toContainText('Máte rozdáno.')
  await row(4).click({ position: { x: 60, y: 12 } })
  await expect(anna.getByRole('button', { name: `Ubrat hlas: 1. ${ideas[0]}` })).toBeVisible()
  await expect(more(anna, `5. ${ideas[4]}`)).toBeVisible()
  await expect(saved(anna)).toBeVisible()
  expect((await workshop.count(round)).points).toMatchObject({ [ideas[0]!]: 1, [ideas[4]!]: 0 })
})
