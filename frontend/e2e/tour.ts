import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { person, phoneSize } from './people'
import { Facilitator } from './preparing'
import { play, type See, type Stage } from './stage'
import type { Language } from './words'

/** The model record: the real workshop every picture and every check is made of. */
const record = fileURLToPath(new URL('../../models/modelstest/testdata/model-record.json', import.meta.url))
export const recordText = readFileSync(record, 'utf8')

/**
 * Goes through the workshop of the model record with a phone, the console and
 * the wall, and looks at every screen in every state it can be in.
 */
export function tour(
  browser: Browser,
  language: Language,
  see: See,
  more: BrowserContextOptions = {},
): Promise<void> {
  return play(
    { browser, language, see, more },
    async ({ program, options, w }) => {
      program.import(record)
      await program.start()
      const newcomer = await person(browser, { ...options, viewport: { width: 1280, height: 800 } })
      await newcomer.goto(program.firstLink)
      await expect(newcomer.getByLabel(w.console.account.name, { exact: true })).toBeVisible()
      await see(newcomer, 'console', 'first-account')
      const facilitator = await Facilitator.first(program)
      const workshop = await facilitator.newest()
      await workshop.setState('open')
      return { facilitator, workshop, phone: await person(browser, { ...phoneSize, ...options }) }
    },
    [office, entrance, collecting, signalling, topics, voting, fishbone, texts, ending, minutes, paper],
  )
}

async function close(sheetOf: Page): Promise<void> {
  await sheetOf.keyboard.press('Escape')
  await expect(sheetOf.getByRole('dialog')).toHaveCount(0)
}

/** Before a workshop: signing in, the list, a new one, its agenda. */
async function office({ browser, program, console, workshop, see, w, options }: Stage): Promise<void> {
  const guest = await person(browser, { ...options, viewport: { width: 1280, height: 800 } })
  await guest.goto(`${program.origin}/console`)
  await guest.getByLabel(w.console.account.login).fill('petra')
  await guest.getByLabel(w.console.account.password, { exact: true }).fill('špatné heslo')
  await guest.getByRole('button', { name: w.console.account.signIn }).click()
  await expect(guest.getByRole('alert')).toBeVisible()
  await see(guest, 'console', 'sign-in-failed')

  await console.goto(`${program.origin}/console#/`)
  await expect(console.getByRole('link', { name: /SOCIÁLNÍ SLUŽBY 2/ }).first()).toBeVisible()
  await see(console, 'console', 'workshops')
  await console.getByRole('button', { name: w.console.workshops.new }).click()
  await expect(console.getByRole('radio').nth(1)).toBeVisible()
  await see(console, 'console', 'new-workshop')
  await console.goto(
    workshop.consoleAddress(`prepare/${await workshop.step('OČEKÁVÁNÍ A POTŘEBY ZÁJMOVÝCH STRAN')}`),
  )
  await console.getByText(w.console.agenda.more).click()
  await see(console, 'console', 'prepare')
  await console.goto(workshop.consoleAddress('prepare/new'))
  await expect(console.getByRole('heading', { name: w.console.agenda.newStep })).toBeVisible()
  await see(console, 'console', 'new-step')
  await library(console, program.origin, see, w)
}

/** Whom and what a coordinator looks after. */
async function library(console: Page, origin: string, see: See, w: Stage['w']): Promise<void> {
  await console.goto(`${origin}/console#/`)
  await console.getByLabel(w.console.library.search).fill('nekomunikace')
  await expect(console.locator('mark').first()).toBeVisible()
  await console.getByRole('checkbox').first().check()
  await see(console, 'console', 'library-found')
  await console.goto(`${origin}/console#/people`)
  await expect(console.getByRole('heading', { name: w.console.people.accounts.list })).toBeVisible()
  await see(console, 'console', 'people')
  await console.getByRole('button', { name: w.console.people.accounts.invite }).click()
  await see(console, 'console', 'people-invite')
  await close(console)
  await console.goto(`${origin}/console#/me`)
  await expect(console.getByRole('heading', { name: w.console.people.me.devices })).toBeVisible()
  await see(console, 'console', 'me')
}

/** People come in. */
async function entrance({ program, workshop, phone, console, wall, see, w }: Stage): Promise<void> {
  await phone.goto(program.origin)
  await expect(phone.getByLabel(w.phone.join.code)).toBeVisible()
  await see(phone, 'phone', 'join')
  await phone.getByLabel(w.phone.join.code).fill('xyz-xyz')
  await phone.getByRole('button', { name: w.phone.join.enter }).click()
  await expect(phone.getByLabel(w.phone.join.code)).toHaveAttribute('aria-invalid', 'true')
  await see(phone, 'phone', 'join-refused')
  await phone.getByLabel(w.phone.join.code).fill((await workshop.door()).code)
  await phone.getByRole('button', { name: w.phone.join.enter }).click()
  await expect(phone.getByRole('heading', { name: w.phone.waiting.heading })).toBeVisible()
  await see(phone, 'phone', 'waiting')
  await expect(wall.getByText(w.wall.type)).toBeVisible()
  await see(wall, 'wall', 'entrance')
  await console.goto(workshop.consoleAddress('run/doors'))
  await expect(console.getByRole('heading', { name: w.console.doors.title, exact: true })).toBeVisible()
  await see(console, 'console', 'doors')
}

/** Everybody writes; somebody is offline. */
async function collecting({ workshop, phone, console, wall, see, w }: Stage): Promise<void> {
  await workshop.go(await workshop.step('ASOCIACE'))
  const field = phone.getByLabel(w.phone.write.idea)
  await field.fill('Doprovázení lidí, kteří nevědí, na koho se obrátit')
  await field.press('Enter')
  await expect(phone.getByText(w.shared.state.saved).last()).toBeVisible()
  await see(phone, 'phone', 'collect-saved') // with large letters, too: what breaks long words comes while there is a line
  await phone.context().setOffline(true)
  await field.fill('Papíry')
  await field.press('Enter')
  await expect(phone.getByText(w.shared.state.waiting)).toBeVisible()
  await expect(phone.getByText(w.shared.connection.lost).first()).toBeVisible()
  await field.fill('N')
  await see(phone, 'phone', 'collect-offline')
  await phone.context().setOffline(false)
  await expect(phone.getByText(w.shared.state.waiting)).toHaveCount(0)
  await expect(phone.locator('header').getByText(w.shared.connection.lost)).toHaveCount(0)
  await phone.getByRole('button', { name: `${w.own.edit}: Papíry` }).click()
  await see(phone, 'phone', 'collect-editing')
  await phone.getByRole('button', { name: w.own.cancel }).click()
  await phone.getByRole('button', { name: `${w.own.remove}: Papíry` }).click()
  await expect(phone.getByText(w.own.removed)).toBeVisible()
  await see(phone, 'phone', 'collect')
  await phone.getByRole('button', { name: w.phone.workshop.menu }).click()
  await see(phone, 'phone', 'menu')
  await close(phone)

  await expect(wall.getByText('Doprovázení lidí')).toBeVisible()
  await see(wall, 'wall', 'ideas')
  await console.goto(workshop.consoleAddress('run'))
  await expect(console.getByText('Doprovázení lidí')).toBeVisible()
  await see(console, 'console', 'collect')
  await console.getByRole('button', { name: `${w.console.common.more}: Doprovázení lidí` }).click()
  await see(console, 'console', 'collect-menu')
  await console.getByRole('menuitem', { name: w.console.common.remove }).click()
  await console.getByRole('button', { name: `${w.console.common.edit}: Administrativa` }).click()
  await console.getByRole('button', { name: w.console.common.undo }).hover() // under the pointer the offer stays
  await see(console, 'console', 'collect-editing-removed')
  await console.getByRole('button', { name: w.console.common.undo }).click()

  await workshop.go(await workshop.step('ZÁJMOVÉ SKUPINY'))
  await expect(wall.getByRole('heading', { name: 'ZÁJMOVÉ SKUPINY' })).toBeVisible()
  await see(wall, 'wall', 'ideas-many')
}

/** The facilitator tells the room something, and people tell her. */
async function signalling({ workshop, phone, console, wall, see, w }: Stage): Promise<void> {
  const step = await workshop.step('ZÁJMOVÉ SKUPINY')
  await workshop.timer({ seconds: 600, closes: true })
  await workshop.changeRoom({ message: 'Přestávka do 15:10. Káva je vedle v zasedačce.' })
  await phone.getByRole('button', { name: w.signals.done }).click()
  await phone.getByRole('button', { name: w.signals.hand }).click()
  await expect(console.getByText(w.room.hands(1))).toBeVisible()
  await expect(console.getByText(w.room.done(1, 1))).toBeVisible()
  await see(console, 'console', 'signals')
  await expect(phone.getByRole('button', { name: w.signals.hideMessage })).toBeVisible()
  await see(phone, 'phone', 'signals')
  await expect(wall.getByText('Přestávka do 15:10')).toBeVisible()
  await see(wall, 'wall', 'signals')
  await phone.getByRole('button', { name: w.signals.hideMessage }).click()
  await phone.getByRole('button', { name: w.phone.workshop.menu }).click()
  await phone.getByRole('button', { name: w.signals.leave }).click()
  await expect(phone.getByRole('button', { name: w.signals.leaveNow })).toBeVisible()
  await see(phone, 'phone', 'leave')
  await close(phone)

  await workshop.stopTimer()
  await workshop.changeRoom({ message: '', locked: true })
  await workshop.changeStep(step, { blind: true })
  await expect(phone.getByText(w.apart.ideas.blind)).toBeVisible()
  await see(phone, 'phone', 'blind')
  await expect(wall.getByText(w.wall.blind)).toBeVisible()
  await see(wall, 'wall', 'blind')
  await expect(console.getByText(w.room.blindNow)).toBeVisible()
  await see(console, 'console', 'blind')
  await console.getByRole('button', { name: w.room.start }).click()
  await console.getByRole('radio', { name: w.room.own }).check()
  await see(console, 'console', 'timer-sheet')
  await close(console)
  await wall.keyboard.press('q')
  await expect(wall.getByText(w.wall.locked)).toBeVisible()
  await see(wall, 'wall', 'locked')
  await wall.keyboard.press('q')
  await workshop.changeRoom({ locked: false, blank: true })
  await expect(wall.getByText(w.wall.blank)).toBeVisible()
  await see(wall, 'wall', 'blank')
  await workshop.timer({ seconds: 600, closes: false })
  await expect(wall.getByText(w.wall.goOnAt(''))).toBeVisible()
  await see(wall, 'wall', 'break')
  await workshop.stopTimer()
  await workshop.changeRoom({ blank: false })
  await workshop.changeStep(step, { blind: false })
}

/** Ideas in topics, three of each marked. */
async function topics({ workshop, phone, console, wall, see, w }: Stage): Promise<void> {
  await workshop.go(await workshop.step('OČEKÁVÁNÍ A POTŘEBY ZÁJMOVÝCH STRAN'))
  await expect(wall.getByText('POSKYTOVATELÉ', { exact: true }).first()).toBeVisible()
  await see(wall, 'wall', 'topics')
  await expect(phone.getByRole('heading', { name: w.apart.topics.heading })).toBeVisible()
  await see(phone, 'phone', 'topics')
  await phone
    .getByRole('button', { name: /^UŽIVATELÉ SLUŽEB/ })
    .first()
    .click()
  await see(phone, 'phone', 'topic')
  await expect(console.getByRole('heading', { name: 'POSKYTOVATELÉ', exact: true })).toBeVisible()
  await see(console, 'console', 'topics')
  await console.getByRole('button', { name: w.console.topics.more }).click()
  await console.getByRole('menuitem', { name: w.console.topics.takeOver }).click()
  await console.getByRole('dialog').getByRole('checkbox', { name: 'Senioři' }).first().check()
  await see(console, 'console', 'take-over')
  await close(console)
}

/** A second round, among the same people. */
async function voting({ workshop, phone, console, wall, see, w }: Stage): Promise<void> {
  const step = await workshop.step('PROBLÉMOVÉ OBLASTI')
  const round = await workshop.addRound(step, { label: 'Druhé kolo', dots: 3, per_idea: 2 })
  await workshop.go(step)
  await expect(console.getByText(w.console.rounds.states.prepared)).toBeVisible()
  await see(console, 'console', 'round-prepared')
  await workshop.setRound(round, 'open')
  const dot = phone.getByRole('button', { name: new RegExp(`^${w.shared.dots.more('')}`) })
  await dot.first().click()
  await dot.nth(3).click()
  await expect(phone.getByText(w.shared.state.saved).last()).toBeVisible()
  await see(phone, 'phone', 'ballot')
  await dot.nth(3).click()
  await expect(phone.getByText(w.rules.dots.spent(3))).toBeVisible()
  await see(phone, 'phone', 'ballot-spent')
  for (let i = 0; i < 3; i++) {
    const other = await workshop.participant()
    const { ideas } = await workshop.picture()
    for (const idea of ideas!.filter((idea) => idea.step === step).slice(i, i + 2))
      await other.place(round, idea.id, 1)
  }
  await expect(wall.getByText(w.wall.voting)).toBeVisible()
  await expect(wall.getByText(w.wall.votedOf(4, 4))).toBeVisible()
  await see(wall, 'wall', 'voting')
  await see(console, 'console', 'voting')
  await console.getByRole('button', { name: w.console.paper.enter }).click()
  const paper = console.getByRole('dialog', { name: w.console.paper.title })
  await paper.getByLabel(w.console.paper.numbers).fill('1 2')
  await paper.getByRole('button', { name: w.console.paper.count }).click()
  await expect(paper.getByText(w.console.paper.nth(1))).toBeVisible()
  await paper.getByLabel(w.console.paper.numbers).fill('1 99')
  await see(console, 'console', 'paper')
  await paper.getByRole('button', { name: w.console.paper.takeBack }).click()
  await expect(paper.getByText(w.console.paper.takenBack)).toBeVisible()
  await close(console)
  const turnout = new RegExp(`${w.result.voters(4)}, ${w.result.given(9)}`, 'i')
  await workshop.reveal(round)
  await expect(phone.getByText(w.apart.round.counted)).toBeVisible()
  await see(phone, 'phone', 'result')
  await expect(wall.getByText(turnout)).toBeVisible()
  await see(wall, 'wall', 'result')
  await expect(console.getByText(turnout)).toBeVisible()
  await see(console, 'console', 'result')
  const typed = await workshop.addRound(step, { label: 'Na papíře', entry: 'typed' })
  await console.getByRole('button', { name: w.console.rounds.type, exact: true }).last().click()
  await see(console, 'console', 'typed-totals')
  await close(console)
  await workshop.remove('rounds', typed)
}

async function fishbone({ workshop, phone, console, wall, see, w }: Stage): Promise<void> {
  await workshop.go(await workshop.step('RYBÍ KOST – PROBLÉMY A JEJICH PŘÍČINY'))
  await expect(phone.getByText('Benefity', { exact: true })).toBeVisible()
  await see(phone, 'phone', 'fishbone')
  await phone.getByRole('button', { name: w.apart.fishbone.addUnder('Benefity'), exact: true }).click()
  await phone.getByLabel(w.phone.write.cause, { exact: true }).fill('Málo peněz')
  await see(phone, 'phone', 'fishbone-add')
  await close(phone)
  await expect(wall.getByText('Benefity').first()).toBeVisible()
  await see(wall, 'wall', 'fishbone')
  await expect(console.getByText('Benefity').first()).toBeVisible()
  await see(console, 'console', 'fishbone')
  await console.getByRole('button', { name: w.console.outline.add.causes }).click()
  await see(console, 'console', 'fishbone-typing')
  await console.keyboard.press('Escape')
}

/** Long ideas, ideas brought along, a running text; and looking back at them. */
async function texts({ workshop, phone, console, wall, see, w }: Stage): Promise<void> {
  await workshop.go(await workshop.step('JAK BY TO MOHLO VYPADAT / VIZE'))
  await expect(wall.getByRole('heading', { name: 'JAK BY TO MOHLO VYPADAT / VIZE' })).toBeVisible()
  await see(wall, 'wall', 'ideas-long')
  await workshop.go(await workshop.step('PODNĚTY Z ÚVODNÍ KONFERENCE – SKLIZEŇ NÁPADŮ'))
  await expect(wall.getByRole('heading', { name: /SKLIZEŇ NÁPADŮ/ })).toBeVisible()
  await see(wall, 'wall', 'brought')
  await workshop.go(await workshop.step('PODNĚTY ZASLANÉ PO JEDNÁNÍ'))
  for (const page of [phone, wall, console])
    await expect(page.getByText('rozpadá se komunita').last()).toBeVisible()
  await see(phone, 'phone', 'text')
  await see(wall, 'wall', 'text')
  await see(console, 'console', 'text')
  await phone.getByRole('button', { name: w.phone.workshop.menu }).click()
  await phone.getByRole('button', { name: /CO SE DAŘÍ/ }).click()
  await expect(phone.getByText(w.apart.looking.back)).toBeVisible()
  await see(phone, 'phone', 'looking-back')
}

/** Sheets of the console, the end, the minutes. */
async function ending({ workshop, phone, console, wall, see, w }: Stage): Promise<void> {
  await console.getByRole('button', { name: w.console.bar.keys }).click()
  await see(console, 'console', 'keys')
  await close(console)
  await console.getByRole('button', { name: w.console.bar.settings }).click()
  await see(console, 'console', 'settings')
  await close(console)
  await wall.getByRole('button', { name: w.wall.settings }).click()
  await see(wall, 'wall', 'settings')
  await close(wall)
  await console.goto(workshop.consoleAddress('run/doors'))
  await console.getByRole('button', { name: w.console.doors.end }).last().click()
  await see(console, 'console', 'end')
  await console.getByRole('dialog').getByRole('button', { name: w.console.doors.end }).click()
  await expect(phone.getByRole('heading', { name: w.phone.ended.heading })).toBeVisible()
  await see(phone, 'phone', 'ended')
  await expect(wall.getByText(w.wall.ended)).toBeVisible()
  await see(wall, 'wall', 'ended')
  await console.goto(workshop.consoleAddress('run'))
  await expect(console.getByText(w.console.run.nowEnded)).toBeVisible()
  await see(console, 'console', 'ended')
}

/** The minutes from all sides, until they are published. */
async function minutes({ workshop, console, see, w }: Stage): Promise<void> {
  const { parts } = w.console.minutes
  await console.goto(workshop.consoleAddress('minutes'))
  await expect(console.getByLabel(w.console.minutes.attendance, { exact: true })).toBeVisible()
  await see(console, 'console', 'minutes')
  for (const part of ['contents', 'late', 'look', 'office', 'letterhead'] as const) {
    await console.getByRole('navigation', { name: parts.label }).getByRole('button', { name: parts[part] }).click()
    await expect(console.getByText(w.console.common.loading)).toHaveCount(0)
    await see(console, 'console', `minutes-${part}`)
  }
  await console.getByRole('button', { name: w.console.minutes.publishing.approve(1) }).click()
  await console.getByRole('button', { name: w.console.minutes.publishing.publish(1) }).click()
  const sheet = console.getByRole('dialog')
  await expect(sheet).toBeVisible()
  await see(console, 'console', 'minutes-publish')
  await sheet.getByRole('button', { name: w.console.minutes.publishing.publish(1) }).click()
  await expect(sheet).toBeHidden()
  await see(console, 'console', 'minutes-published')
}

/** What was done, what is printed, and the pages for everybody. */
async function paper({ program, workshop, console, see, w }: Stage): Promise<void> {
  await console.goto(workshop.consoleAddress('prepare/print'))
  await expect(console.getByRole('button', { name: w.console.print.print })).toBeVisible()
  await see(console, 'console', 'print')
  await console.goto(workshop.consoleAddress('run'))
  await console.getByRole('button', { name: w.console.history.title }).click()
  await expect(console.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
  await see(console, 'console', 'history')
  await close(console)
  for (const page of ['help', 'accessibility']) {
    await console.goto(`${program.origin}/${page}`)
    await expect(console.getByRole('heading', { level: 1 })).toBeVisible()
    await see(console, 'console', page)
  }
}
