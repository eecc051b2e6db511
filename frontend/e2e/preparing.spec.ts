import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { barriers, sticksOut, tornWords } from './looking'
import { go, main, person } from './people'
import { type Facilitator, Workshop } from './preparing'

const origin = (page: Page) => new URL(page.url()).origin

/** Axe must not look while colours change. */
const still = { reducedMotion: 'reduce' } as const

/** The steps of the agenda, by their headings. */
const steps = (page: Page) => page.locator('ol').getByRole('link')

/** The workshop the console shows. */
const seenIn = (page: Page, facilitator: Facilitator) =>
  new Workshop(facilitator, /#\/w\/(\w+)/.exec(page.url())![1]!)

async function choose(page: Page, template: string | RegExp): Promise<void> {
  await page.goto(`${origin(page)}/console#/new`)
  await page.getByRole('radio', { name: template }).check()
  await page.getByLabel('Pracovní skupina', { exact: true }).fill('SOCIÁLNÍ SLUŽBY 2')
  await page.getByRole('button', { name: 'Založit jednání' }).click()
  await expect(page.getByRole('navigation', { name: 'Části jednání' })).toBeVisible()
}

test('every template opens with its steps', async ({ browser, workshop }) => {
  const console = await workshop.console(browser, 'prepare')
  for (const [template, first, count] of [
    ['SWOT analýza', 'K ČEMU MÁ ANALÝZA POSLOUŽIT', 4],
    ['World Café', 'JAK BUDEME PRACOVAT', 6],
    ['Strom problémů', 'CO NÁS TRÁPÍ', 5],
    ['Společná vize', 'NA CO JSME PYŠNÍ', 5],
    ['Ohlédnutí', 'JAK SE DNES MÁTE', 5],
    ['Jednání pracovní skupiny', 'ASOCIACE', 11],
  ] as const) {
    await choose(console, new RegExp(`^${template}`))
    await expect(steps(console).first()).toContainText(first)
    await expect(steps(console)).toHaveCount(count)
  }
})

test('a SWOT stands in its four quadrants', async ({ browser, workshop }) => {
  const console = await workshop.console(browser, 'prepare')
  await choose(console, /^SWOT analýza/)
  await console.getByRole('link', { name: /SWOT ANALÝZA/ }).click()
  for (const topic of ['SILNÉ STRÁNKY', 'SLABÉ STRÁNKY', 'PŘÍLEŽITOSTI', 'HROZBY'])
    await expect(console.getByRole('heading', { name: topic, exact: true })).toBeVisible()
  await console.getByText('Další nastavení kroku').click()
  await expect(console.getByRole('radio', { name: 've čtyřech polích' })).toBeChecked()
})

test('an agenda saved as a template is offered, used, renamed and removed', async ({ browser, workshop }) => {
  await workshop.goToNew('PŘEDSTAVENÍ', ['Tajný podnět'])
  const console = await workshop.console(browser, 'prepare')
  await console.getByRole('button', { name: 'Uložit jako vzor' }).click()
  const sheet = console.getByRole('dialog')
  await sheet.getByLabel('Název vzoru').fill('Naše jednání')
  await sheet.getByRole('button', { name: 'Uložit' }).click()
  await expect(sheet.getByText('Vzor je uložený.')).toBeVisible()

  await choose(console, /^Naše jednání/)
  await expect(steps(console)).toHaveCount(1)
  await expect(steps(console)).toContainText('PŘEDSTAVENÍ')
  await expect(console.getByText('Zatím žádný podnět.')).toBeVisible()
  await expect(console.getByText('Tajný podnět')).toHaveCount(0)

  await console.goto(`${origin(console)}/console#/new`)
  await console.getByRole('button', { name: 'Možnosti vzoru Naše jednání' }).click()
  await console.getByRole('menuitem', { name: 'Přejmenovat vzor' }).click()
  await sheet.getByLabel('Název vzoru').fill('Jednání skupiny')
  await sheet.getByLabel('Název vzoru').press('Enter')
  await expect(console.getByRole('radio', { name: /^Jednání skupiny/ })).toBeVisible()
  await console.getByRole('button', { name: 'Možnosti vzoru Jednání skupiny' }).click()
  await console.getByRole('menuitem', { name: 'Odebrat vzor' }).click()
  await sheet.getByRole('button', { name: 'Odebrat', exact: true }).click()
  await expect(console.getByRole('radio', { name: /^Jednání skupiny/ })).toHaveCount(0)
  await expect(console.getByRole('radio', { name: /^Jednání pracovní skupiny/ })).toBeVisible()
})

test('the next workshop has the next number, no date, and what was chosen', async ({ browser, facilitator }) => {
  const head = { language: 'cs', group: 'SOCIÁLNÍ SLUŽBY 2', number: 1, date: '2025-11-19', place: 'Liberec' }
  const first = await facilitator.workshop('empty', head)
  await first.goToNew('PROBLÉMY', ['Nekomunikace'])
  await first.goToNew('NÁPADY', ['Autobus'])
  const console = await first.console(browser, 'prepare')
  await console.getByRole('button', { name: 'Připravit další jednání' }).click()
  const sheet = console.getByRole('dialog')
  await sheet.getByRole('checkbox', { name: 'PROBLÉMY' }).check()
  await sheet.getByRole('button', { name: 'Založit další jednání' }).click()
  await expect(console.getByText('2. jednání · SOCIÁLNÍ SLUŽBY 2')).toBeVisible()

  const next = seenIn(console, facilitator)
  expect(next.id).not.toBe(first.id)
  expect(await next.ideasOf(await next.step('PROBLÉMY'))).toEqual(['Nekomunikace'])
  expect(await next.ideasOf(await next.step('NÁPADY'))).toEqual([])
  expect((await next.door()).code).not.toBe((await first.door()).code)
  await go(console, 'Zápis')
  await expect(console.getByLabel('Místo', { exact: true })).toHaveValue('Liberec')
  await expect(console.getByLabel('Datum', { exact: true })).toHaveValue('')
})

test('the agenda says when each step should start, what is past the end, and what she has noted for herself', async ({
  browser,
  facilitator,
}) => {
  const head = { language: 'cs', group: 'Časy', start: '13:00', end: '14:00' }
  const workshop = await facilitator.workshop('empty', head)
  const [first, second] = [await workshop.addStep('PRVNÍ'), await workshop.addStep('DRUHÝ')]
  await workshop.changeStep(first, { planned_minutes: 45 })
  const console = await workshop.console(browser, `prepare/${second}`)
  await console.getByLabel('Kolik minut').fill('30')
  await console.getByLabel('Kolik minut').press('Enter')
  await expect(steps(console).first()).toContainText('13:00 · 45 min')
  await expect(steps(console).nth(1)).toContainText('13:45 · 30 min')
  await expect(steps(console).nth(1)).toContainText('přes plánovaný konec')
  await expect(console.getByText('Celkem 1 h 15 min')).toBeVisible()
  await expect(console.getByText('Plánovaný konec v 14:00 přesáhnete o 15 min.')).toBeVisible()

  await console.getByLabel('Moje poznámky').fill('Rozdat pastelky')
  await console.getByLabel('Moje poznámky').press('Tab')
  await workshop.go(second)
  await console.goto(workshop.consoleAddress('run'))
  await expect(console.getByText('Moje poznámky: Rozdat pastelky')).toBeVisible()
})

test('the console says calmly that the day is behind its plan, and shortens what is left of it', async ({
  browser,
  facilitator,
}) => {
  const head = { language: 'cs', group: 'Časy', start: '13:00', end: '13:40' }
  const workshop = await facilitator.workshop('empty', head)
  const [first, second] = [await workshop.addStep('PRVNÍ'), await workshop.addStep('DRUHÝ')]
  for (const step of [first, second]) await workshop.changeStep(step, { planned_minutes: 20 })
  await workshop.go(first)
  const console = await workshop.console(browser, 'run')
  await console.clock.setFixedTime(new Date('2025-11-19T13:25:00'))
  await console.reload()
  await expect(console.getByText('o 5 minut později než plán, konec asi v 13:45')).toBeVisible()
  await expect(steps(console).nth(1)).toContainText('13:25 · 20 min')
  await console.getByRole('button', { name: 'Zkrátit zbytek do 13:40' }).click()
  await expect(steps(console).nth(1)).toContainText('13:25 · 15 min')
  await expect(console.getByRole('button', { name: /^Zkrátit zbytek/ })).toHaveCount(0)

  // A step that is missing comes right behind the one where people are.
  await console.getByRole('button', { name: 'Přidat krok' }).click()
  const sheet = console.getByRole('dialog', { name: 'Nový krok' })
  await expect(sheet).toContainText('Bude hned za krokem PRVNÍ')
  await sheet.getByLabel('Nadpis').fill('PŘESTÁVKA')
  await sheet.getByRole('button', { name: 'Přidat krok' }).click()
  await expect(console.getByRole('heading', { level: 1, name: 'PŘESTÁVKA' })).toBeVisible()
  await expect(steps(console).nth(1)).toContainText('PŘESTÁVKA')

  await workshop.go(second)
  await expect(console.getByText('později než plán')).toHaveCount(0)

  // In preparation steps are dragged, or moved by keys.
  await console.goto(workshop.consoleAddress('prepare'))
  const grips = console.locator('ol .grip')
  await grips.nth(2).hover()
  await console.mouse.down()
  await steps(console)
    .first()
    .hover({ position: { x: 60, y: 4 } })
  await console.mouse.up()
  await expect(steps(console).first()).toContainText('DRUHÝ')
  await steps(console).first().press('Alt+ArrowDown')
  await expect(steps(console).nth(1)).toContainText('DRUHÝ')
  await expect(steps(console).nth(1)).toBeFocused()
})

test('the checklist ticks itself off as the room gets ready', async ({ browser, facilitator }) => {
  const head = { language: 'cs', group: 'Kontrola', start: '13:00', date: '2025-11-19' }
  const workshop = await facilitator.workshop('empty', head)
  const step = await workshop.addStep('PRVNÍ')
  await workshop.changeStep(step, { planned_minutes: 20 })
  const console = await workshop.console(browser, 'prepare/checklist', still)
  const check = (name: string) =>
    console.getByRole('listitem').filter({ has: console.getByText(name, { exact: true }) })
  await expect(check('Datum a začátek')).toContainText('hotovo')
  await expect(check('Otevřené dveře')).toContainText('hotovo')

  await expect(check('Otázka u každého kroku')).toContainText('zbývá')
  await console.getByRole('link', { name: 'Doplnit: Otázka u každého kroku' }).click()
  await console.getByLabel('Otázka pro účastníky').fill('Co vás sem přivádí?')
  await console.getByLabel('Otázka pro účastníky').press('Tab')
  await console.getByRole('link', { name: /^Kontrola před jednáním/ }).click()
  await expect(check('Otázka u každého kroku')).toContainText('hotovo')

  await expect(check('Plátno')).toContainText('zbývá')
  await expect(check('Zkouška s telefonem')).toContainText('zbývá')
  const wall = await workshop.wall(browser)
  await expect(wall.getByRole('heading', { level: 1 })).toBeVisible()
  await workshop.phone(browser)
  await expect(check('Zkouška s telefonem')).toContainText('hotovo')
  await console.bringToFront()
  await console.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(check('Plátno')).toContainText('hotovo')
  await expect(check('Místo')).toContainText('Vyplňte místo.')
  expect(await barriers(console)).toEqual([])

  await console.getByRole('checkbox', { name: /Projektor svítí/ }).check()
  await console.getByLabel('Přidat vlastní bod').fill('Fixy a papír')
  await console.getByLabel('Přidat vlastní bod').press('Enter')
  await expect(console.getByRole('checkbox', { name: 'Fixy a papír' })).toBeVisible()
  await console.reload()
  await expect(console.getByRole('checkbox', { name: /Projektor svítí/ })).toBeChecked()
  await console.getByRole('button', { name: 'Odebrat bod: Fixy a papír' }).click()
  await expect(console.getByRole('checkbox', { name: 'Fixy a papír' })).toHaveCount(0)
})

test('a rehearsal is played by pretend people and leaves the real workshop as it was', async ({
  browser,
  facilitator,
}) => {
  const real = await facilitator.workshop('working-group')
  await real.setState('prepared')
  const { revision: before } = await real.picture()
  const console = await real.console(browser, 'prepare', still)
  await console.getByRole('button', { name: 'Zkusit nanečisto' }).click()
  const bar = console.getByRole('region', { name: 'Zkouška nanečisto' })
  await expect(bar).toContainText('Hraje 12 předstíraných lidí.')
  expect(await barriers(console)).toEqual([])
  await main(console, 'Začít krokem ASOCIACE')
  const ideas = console.getByRole('listitem', { name: /^Podnět/ }).or(console.locator('#content li'))
  await expect.poll(() => ideas.count(), { timeout: 60_000 }).toBeGreaterThan(8)
  const looked = console.waitForResponse(/\/history\?/) // as after each act
  await bar.getByRole('button', { name: 'Zastavit předstírané lidi' }).click()
  await expect(bar).toContainText('Předstíraní lidé teď nehrají.')
  await looked

  // Nothing more is asked of a rehearsal that is gone.
  const asked = new Set<unknown>()
  const failed: string[] = []
  console.on('request', (request) => asked.add(request))
  console.on('response', (answer) => {
    const request = answer.request()
    if (answer.status() >= 400 && asked.has(request)) failed.push(`${request.method()} ${answer.url()}`)
  })
  const rehearsal = seenIn(console, facilitator)
  await bar.getByRole('button', { name: 'Ukončit a smazat zkoušku' }).click()
  await expect(console.getByRole('button', { name: 'Zkusit nanečisto' })).toBeVisible()
  expect(console.url()).toContain(real.id)
  await expect(console.getByRole('region', { name: 'Zkouška nanečisto' })).toHaveCount(0)
  await real.picture()
  expect(failed).toEqual([])
  await console.goto(rehearsal.consoleAddress('run'))
  await expect(console.getByRole('alert')).toBeVisible()
  const after = await real.picture()
  expect(after.revision).toBe(before)
  expect(after.ideas ?? []).toEqual([])
})

test('sheets to print: how to get in, and ballots with numbered ideas', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('PROBLÉMY', ['Nekomunikace', 'Doprava'])
  await workshop.addRound(step, { dots: 3 })
  const console = await workshop.console(browser, 'prepare/print', still)
  const { code, address } = await workshop.door()
  const join = console.getByRole('region', { name: 'List ke vstupu' })
  await expect(join.getByText(address)).toBeVisible()
  await expect(join.getByRole('img', { name: [...code].join(' ') })).toBeVisible()
  const ballot = console.getByRole('region', { name: 'Lístek se zněním podnětů' })
  await expect(ballot.getByRole('listitem')).toHaveText([/1\.\s*Nekomunikace/, /2\.\s*Doprava/])
  await expect(ballot).toContainText('Rozdělte 3 hlasy')
  // Ballots are for the one step with a vote; ideas are written in any that collects them.
  const slips = console.getByRole('region', { name: 'Lístky k rozstříhání' })
  const links = slips.getByRole('link', { name: /^PROBLÉMY/ })
  await expect(links).toHaveCount(2)
  for (const link of await links.all()) {
    const sheet = await console.request.get(new URL((await link.getAttribute('href'))!, console.url()).href)
    expect(sheet.headers()['content-type']).toBe('application/pdf')
    expect((await sheet.body()).subarray(0, 5).toString()).toBe('%PDF-')
  }
  await workshop.changeHead({ attendance: { present: ['Jana Nová, Charita'], guests: ['Petr Malý'] } })
  await console.getByRole('checkbox', { name: 'Vytisknout i prezenční listinu k podpisu' }).check()
  const signing = console.getByRole('region', { name: 'Prezenční listina' })
  await expect(signing.getByRole('row')).toHaveCount(21)
  await expect(signing.getByRole('row', { name: '1. Jana Nová, Charita' })).toBeVisible()
  expect(await barriers(console)).toEqual([])
  await console.emulateMedia({ media: 'print' })
  await expect(console.getByRole('button', { name: 'Vytisknout celé stránky' })).toBeHidden()
  await expect(join).toBeVisible()
})

test('a hint is given once and stays away once it is understood', async ({ browser, workshop }) => {
  const phone = await workshop.phone(browser)
  const hint = phone.getByText('Jméno nikdo neuvidí')
  await expect(hint).toBeVisible()
  await phone.getByRole('button', { name: 'Rozumím' }).click()
  await expect(hint).toHaveCount(0)
  await phone.reload()
  await expect(phone.getByRole('heading', { name: 'Jste uvnitř' })).toBeVisible()
  await expect(hint).toHaveCount(0)

  const [console, wall] = [await workshop.console(browser), await workshop.wall(browser)]
  for (const [screen, there] of [
    [console, console.getByRole('region', { name: 'Teď' })],
    [wall, wall.getByRole('heading', { level: 1 })],
  ] as const) {
    await screen.getByRole('button', { name: 'Rozumím' }).click()
    await screen.reload()
    await expect(there).toBeVisible()
    await expect(screen.getByRole('button', { name: 'Rozumím' })).toHaveCount(0)
  }
})

test('help and the accessibility statement are there for everybody, in both languages', async ({
  browser,
  facilitator,
}) => {
  const { origin } = facilitator.program
  const anybody = await person(browser, { ...still, viewport: { width: 1280, height: 800 } })
  const pages = [
    ['/help', 'První jednání za deset minut', 'Your first workshop in ten minutes'],
    ['/accessibility', 'Prohlášení o přístupnosti', 'Accessibility statement'],
  ] as const
  for (const [path, cs, en] of pages) {
    await anybody.goto(origin + path)
    await anybody.getByRole('radio', { name: 'Čeština' }).check()
    await expect(anybody.getByRole('heading', { level: 1, name: cs })).toBeVisible()
    expect(await barriers(anybody)).toEqual([])
    await anybody.getByRole('radio', { name: 'English' }).check()
    await expect(anybody.getByRole('heading', { level: 1, name: en })).toBeVisible()
    await expect(anybody.locator('html')).toHaveAttribute('lang', 'en')
    expect(await barriers(anybody)).toEqual([])
    await anybody.setViewportSize({ width: 320, height: 640 })
    await expect.poll(() => sticksOut(anybody)).toEqual([])
    await anybody.setViewportSize({ width: 1280, height: 800 })
    const broken = await anybody
      .locator('img')
      .evaluateAll(
        (all) =>
          all.filter((one) => (one as HTMLImageElement).complete && (one as HTMLImageElement).naturalWidth === 0)
            .length,
      )
    expect(broken, 'no picture is broken').toBe(0)
  }
  await expect(anybody.getByText('Digital and Information Agency (DIA)')).toBeVisible()

  await anybody.goto(origin)
  await expect(anybody.getByRole('link', { name: 'Accessibility statement' })).toHaveAttribute(
    'href',
    '/accessibility',
  )
})

test('ideas come out of pasted cells, each once, though every answer was lost', async ({ browser, workshop }) => {
  const step = await workshop.addStep('PROBLÉMY')
  const console = await workshop.console(browser, `prepare/${step}`)
  await console.getByRole('button', { name: 'Jiné způsoby: převzít, vložit z tabulky' }).click()
  await console.getByRole('menuitem', { name: 'Vložit z tabulky' }).click()
  const sheet = console.getByRole('dialog')
  const cells = sheet.getByLabel('Zkopírované buňky')
  await cells.fill('Autobus večer do vesnic nejede\tDOPRAVA\nNa zubaře se čeká\tZDRAVÍ\nVlak má zpoždění\tDOPRAVA')
  await sheet.getByLabel('První řádek jsou nadpisy sloupců').uncheck()
  await sheet.getByLabel('Okruhy jsou ve sloupci').selectOption({ label: '2. sloupec: DOPRAVA' })
  await expect(sheet.getByText('Přibudou 2 okruhy.')).toBeVisible()

  const tries = 4 // of one press
  const lost = new Map<string, number>()
  await console.route('**/together?*', async (route) => {
    const path = new URL(route.request().url()).pathname
    const before = lost.get(path) ?? 0
    if (before === tries) return route.continue()
    lost.set(path, before + 1)
    await route.fetch()
    await route.abort()
  })
  const write = sheet.getByRole('button', { name: 'Zapsat 3 podněty' })
  for (const commands of [1, 2]) {
    await write.click()
    await expect(sheet.getByRole('alert')).toBeVisible()
    await expect.poll(() => [...lost.values()]).toEqual(Array(commands).fill(tries))
    await expect(cells).toHaveValue(/Autobus večer/)
  }

  await write.click()
  await expect(sheet).toHaveCount(0)
  for (const once of ['Autobus večer do vesnic nejede', 'Na zubaře se čeká', 'Vlak má zpoždění'])
    await expect(console.getByText(once, { exact: true })).toHaveCount(1)
  for (const topic of ['DOPRAVA', 'ZDRAVÍ'])
    await expect(console.getByRole('heading', { name: topic })).toHaveCount(1)
})

test('the bar of the console is one line in both languages', async ({ browser, facilitator }) => {
  const head = { language: 'cs', group: 'SOCIÁLNÍ SLUŽBY 2', number: 3 } as const
  const workshop = await facilitator.workshop('empty', head)
  await workshop.goToNew('PROBLÉMY')
  for (const locale of ['cs-CZ', 'en-GB']) {
    const console = await workshop.console(browser, 'run', { viewport: { width: 1366, height: 768 }, locale })
    await expect(console.getByRole('heading', { name: 'PROBLÉMY' })).toBeVisible()
    await expect(async () => {
      const bar = await console.locator('header').first().boundingBox()
      expect(bar!.height, locale).toBeLessThan(70)
      const tabs = await console.locator('header nav').first().boundingBox()
      expect(tabs!.y + tabs!.height / 2, locale).toBeCloseTo(bar!.y + bar!.height / 2, -1)
    }).toPass()
    // What was saved is said in the bar, too: then the name of the workshop gives way, not the words of the tabs.
    await console
      .getByRole('button', { name: /(dveře|the doors)$/ })
      .first()
      .click()
    await expect(console.locator('header').first()).toContainText(/Uloženo|Saved/)
    await expect.poll(() => tornWords(console, 'header a'), locale).toEqual([])
    await expect.poll(() => sticksOut(console), locale).toEqual([])
  }
})
