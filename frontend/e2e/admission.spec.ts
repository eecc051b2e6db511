import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { barriers, czechLeft, smallTargets } from './looking'
import { person, phoneSize } from './people'
import { type Language, words } from './words'

// How people get in, and the devices they use; by who reads Czech and by who reads English.

/** What people wrote, and the names of the test's own. */
const written = ['ASOCIACE', 'NÁPADY', 'první', 'druhý', 'Petra Hybnerová', 'Dílna', 'Čeština']

/** What the server says at the door. */
const told = {
  cs: {
    full: /Dovnitř smí nejvýše 1\szařízení/,
    needed: /Na toto jednání se vstupuje se vstupenkou/,
    voted: /už je lístek od této vstupenky/,
  },
  en: {
    full: /At most 1 device may be inside/,
    needed: /This workshop is entered with a ticket/,
    voted: /already has a ballot of this ticket/,
  },
}

for (const language of ['cs', 'en'] satisfies Language[]) {
  const locale = { cs: 'cs-CZ', en: 'en-GB' }[language]
  const { admission, handing, lobby, phone: join, shared, wall: onWall } = words[language]

  /** Nobody is shut out of what is on the screen, and who reads English reads no Czech; SHOW=folder keeps a picture. */
  async function look(page: Page, name: string): Promise<void> {
    expect.soft(await page.locator('html').getAttribute('lang'), name).toBe(language)
    if (language === 'en') expect.soft(await czechLeft(page, written), name).toEqual([])
    expect.soft(await barriers(page), name).toEqual([])
    if (page.viewportSize()!.width < 500) expect.soft(await smallTargets(page, 44), name).toEqual([])
    if (process.env['SHOW'])
      await page.screenshot({ path: `${process.env['SHOW']}/${name}-${language}.png`, fullPage: true })
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  const heading = (page: Page, name: string) => expect(page.getByRole('heading', { name })).toBeVisible()
  const choose = async (console: Page, way: keyof typeof admission.ways) => {
    const radio = console.getByRole('radio', { name: admission.ways[way], exact: true })
    await radio.check()
    await expect(console.getByText(admission.proves[way]), 'the room knows it').toBeVisible()
  }

  test(`how people get in is not said once the workshop has ended (${language})`, async ({
    browser,
    workshop,
  }) => {
    await workshop.goToNew('ASOCIACE')
    const tabs = ['run/doors', 'prepare/doors']
    const consoles = []
    for (const tab of tabs) consoles.push(await workshop.console(browser, tab, { locale }))
    const wall = await workshop.wall(browser, { locale })
    const { code } = await workshop.door()
    for (const console of consoles) await heading(console, admission.title)
    await expect(wall.getByText(`${code.slice(0, 3)} ${code.slice(3)}`)).toBeVisible()
    await workshop.setState('ended')
    for (const console of consoles) {
      await expect(console.getByText(words[language].console.doors.endedNow)).toBeVisible()
      await expect(console.getByRole('heading', { name: admission.title })).toHaveCount(0)
    }
    await look(consoles[0]!, 'doors-ended')
    await expect(wall.getByText(onWall.ended)).toBeVisible()
    await wall.keyboard.press('q')
    await expect(wall.getByText(code.slice(0, 3))).toHaveCount(0)
  })

  test(`who waits at the door is let in, taken out, told why and let back in (${language})`, async ({
    browser,
    workshop,
  }) => {
    await workshop.goToNew('ASOCIACE')
    const console = await workshop.console(browser, 'run/doors', { locale })
    await choose(console, 'lobby')
    const phone = { ...phoneSize, locale }
    const [anna, stranger] = await Promise.all([person(browser, phone), person(browser, phone)])
    for (const screen of [anna, stranger]) {
      await screen.goto(await workshop.scanned())
      await heading(screen, lobby.waiting)
    }
    await look(anna, 'lobby')
    await anna.reload()
    await heading(anna, lobby.waiting)
    await expect(anna.getByText(`${lobby.number} 1`)).toBeVisible()
    await heading(console, admission.lobby(2))
    await look(console, 'console-lobby')
    await press(console, admission.refuseOf(2))
    await heading(stranger, lobby.refused)
    await look(stranger, 'refused')
    let read = 0
    console.on('request', (request) => (read += Number(request.url().includes('/devices'))))
    await press(console, admission.letAll(1))
    await heading(anna, 'ASOCIACE')
    await expect(console.getByText(admission.inside(1))).toBeVisible()
    await look(console, 'console-let-in')
    expect(read, 'the devices are read when somebody came, not over and over').toBeLessThan(10)

    await press(console, admission.show)
    await expect(console.getByRole('row', { name: `1 ${admission.cameBy.lobby}` })).toContainText(
      admission.connected,
    )
    await look(console, 'console-devices')
    await press(console, admission.takeOutOf(1))
    await press(console, admission.takeOut)
    await heading(anna, lobby.out)
    await look(anna, 'taken-out')
    await press(console, admission.backOf(1))
    await heading(anna, 'ASOCIACE')
  })

  test(`with tickets several people vote on one tablet, each once (${language})`, async ({
    browser,
    workshop,
  }) => {
    const step = await workshop.goToNew('NÁPADY', ['první', 'druhý'])
    const console = await workshop.console(browser, 'run/doors', { locale })
    await choose(console, 'tickets')
    await console.getByLabel(admission.add).fill('2')
    await press(console, admission.make)
    await expect(console.getByText(admission.counts(2, 0))).toBeVisible()
    await look(console, 'console-tickets')
    const [wall, { code }] = await Promise.all([workshop.wall(browser, { locale }), workshop.door()])
    await heading(wall, 'NÁPADY')
    await expect(wall.getByText(`${code.slice(0, 3)} ${code.slice(3)}`)).toHaveCount(0)
    await wall.keyboard.press('q')
    await expect(wall.getByText(onWall.typeTicket)).toBeVisible()
    await look(wall, 'wall-tickets')
    await wall.close()
    const codes: string[] = []
    for (const number of [1, 2]) {
      await console.getByLabel(admission.lost).fill(`${number}`)
      await press(console, admission.reissue)
      const sheet = console.getByRole('dialog', { name: admission.issued(number) })
      codes.push((await sheet.locator('.code').innerText()).trim())
      if (number === 1) await look(console, 'console-issued')
      await sheet.getByRole('button', { name: shared.sheet.close }).click()
    }

    const tablet = await person(browser, { ...phoneSize, locale })
    await tablet.goto(await workshop.scanned())
    await expect(tablet.getByText(told[language].needed)).toBeVisible()
    await look(tablet, 'ticket-needed')
    const enter = async (code: string) => {
      await tablet.getByLabel(join.join.code).fill(code)
      await press(tablet, join.join.enter)
    }
    await enter(codes[0]!)
    await heading(tablet, 'NÁPADY')
    await press(tablet, join.workshop.menu)
    await expect(tablet.getByRole('dialog')).toBeVisible()
    await look(tablet, 'menu')
    await tablet.getByRole('dialog').getByRole('button', { name: shared.sheet.close }).click()
    const round = await workshop.vote(step, { dots: 1, per_idea: 1 })
    const vote = async () => {
      await tablet
        .getByRole('button', { name: shared.dots.more('') })
        .first()
        .click()
      await expect(tablet.getByText(shared.state.saved).first()).toBeVisible()
    }
    await vote()
    await press(tablet, join.workshop.menu)
    await press(tablet, handing.next)
    await expect(tablet.getByRole('button', { name: handing.handOn })).toBeVisible()
    await look(tablet, 'hand-on')
    await press(tablet, handing.handOn)
    await heading(tablet, join.join.heading)
    await enter(codes[0]!)
    await expect(tablet.getByText(told[language].voted)).toBeVisible()
    await look(tablet, 'ticket-voted')
    await enter(codes[1]!)
    await heading(tablet, 'NÁPADY')
    await vote()
    expect((await workshop.count(round)).voters).toBe(2)
  })

  test(`who does not fit is told so, and is in as soon as there is room (${language})`, async ({
    browser,
    workshop,
  }) => {
    await workshop.goToNew('ASOCIACE')
    const console = await workshop.console(browser, 'run/doors', { locale })
    const most = async (devices: string) => {
      await console.getByLabel(admission.most).fill(devices)
      await press(console, admission.save)
      await expect(console.getByRole('button', { name: admission.save, exact: true })).toHaveCount(0)
    }
    await most('1')
    const phone = { ...phoneSize, locale }
    const [anna, bela] = await Promise.all([person(browser, phone), person(browser, phone)])
    await anna.goto(await workshop.scanned())
    await heading(anna, 'ASOCIACE')
    await bela.goto(await workshop.scanned())
    await expect(bela.getByText(told[language].full)).toBeVisible()
    await look(bela, 'full')
    await look(console, 'console-most')
    await most('')
    await heading(bela, 'ASOCIACE')
  })
}
