import { expect, type Page } from '@playwright/test'
import { newId } from '../src/api/ids'
import { test } from './fixtures'
import { inAnother, softly, sticksOut, tornWords } from './looking'
import { write } from './people'
import { more, saved } from './phone'

// What stands where on a phone, however narrow it is and however large its letters are.

/** Widths in pixels, and letters in percent of the usual. */
const screens: { width: number; letters?: number }[] = [
  { width: 320, letters: 200 },
  { width: 390 },
  { width: 360 },
  { width: 320 },
]

/** Kept to be looked at, where PICTURES says into which folder. */
const pictures = process.env['PICTURES']

/** Looked at on every screen, one after another: what did not fit on one is not to move the next. */
async function staysInside(phone: Page, what: string): Promise<void> {
  for (const screen of screens) {
    const ill = async () => [...(await sticksOut(phone)), ...(await tornWords(phone))]
    await inAnother(phone, screen, async () => {
      await softly.poll(ill, `${what} ${JSON.stringify(screen)}`).toEqual([])
      const name = `${what} ${Object.values(screen).join('-')}.png`
      if (pictures) await phone.screenshot({ path: `${pictures}/${name}`, fullPage: true })
    })
  }
  await softly.poll(() => sticksOut(phone), `${what}, as before`).toEqual([])
}

const problems = Array.from({ length: 12 }, (_, i) => `Nízká informovanost v okrese, ${i + 1}`)
const middle = async (of: ReturnType<Page['locator']>) => {
  const { y, height } = (await of.boundingBox())!
  return y + height / 2
}

test('a cause is added with nothing to the side of the screen, right after a ballot and its result', async ({
  browser,
  workshop,
}) => {
  const vote = await workshop.goToNew('PROBLÉMOVÉ OBLASTI', problems)
  const round = await workshop.vote(vote, { dots: 3, per_idea: 2 })
  const phone = await workshop.phone(browser)
  await more(phone, `1. ${problems[0]}`).click()
  await expect(saved(phone)).toBeVisible()
  await staysInside(phone, 'the ballot')
  await workshop.reveal(round)
  await expect(phone.getByText('1. místo', { exact: false })).toBeVisible()
  await staysInside(phone, 'the result')

  const fish = await workshop.addStep('RYBÍ KOST – PROBLÉMY A JEJICH PŘÍČINY', { method: 'fishbone' })
  await workshop.changeStep(fish, { effect: 'MOTIVOVANÝ ZAMĚSTNANEC V SOCIÁLNÍCH SLUŽBÁCH' })
  await workshop.addCause(fish, 'Neexistující zdroje pro benefity zaměstnanců')
  await workshop.go(fish)
  const under = phone.getByRole('button', { name: 'Přidat příčinu k: Neexistující zdroje' })
  await expect(under).toBeVisible()
  await staysInside(phone, 'the fishbone')
  await under.click()
  await phone.getByLabel('Příčina', { exact: true }).fill('Málo peněz')
  await staysInside(phone, 'the sheet to write a cause')
})

test('on a ballot nothing moves when a vote is saved, and words stand beside the middle of their button', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('PRIORITY', problems)
  await workshop.vote(step, { dots: 3, per_idea: 1 })
  const phone = await workshop.phone(browser)
  const dot = more(phone, `12. ${problems[11]}`)
  const words = (idea: number) => phone.getByText(problems[idea]!, { exact: true })
  await expect(dot).toBeVisible()
  await expect(phone.getByRole('button', { name: 'Hotovo' }), 'what is fetched apart is there').toBeVisible()
  const before = await middle(words(11))
  const counter = phone.getByRole('status').filter({ hasText: /Zbýv|rozdáno/ })
  for (const idea of [0, 1, 2]) {
    await phone.context().setOffline(true)
    await more(phone, `${idea + 1}. ${problems[idea]}`).click()
    await expect(counter).toContainText('čeká na odeslání')
    expect(await middle(words(11)), 'waiting').toBe(before)
    await phone.context().setOffline(false)
    await expect(saved(phone)).toBeVisible()
    expect(await middle(words(11)), 'saved').toBe(before)
  }
  await expect(counter).toContainText('Máte rozdáno.')

  for (const width of [360, 390, 768, 1024, 1366]) {
    const apart = async () => Math.abs((await middle(words(11))) - (await middle(dot)))
    const begins = (idea: number) => words(idea).evaluate((text) => text.getBoundingClientRect().x)
    await inAnother(phone, { width }, async () => {
      await expect.poll(apart, `${width}`).toBeLessThan(2)
      const aside = async () => (await begins(8)) - (await begins(9))
      await expect.poll(aside, 'texts begin below each other').toBe(0)
    })
  }
})

test('at the end people keep what they wrote and how they voted, and are told once where the minutes are', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('PRIORITY', ['Lavička', 'Houpačka'])
  const phone = await workshop.phone(browser)
  await write(phone, 'Pítko')
  await expect.poll(() => workshop.ideasOf(step)).toHaveLength(3) // written in time to be voted on
  const round = await workshop.vote(step, { dots: 3, per_idea: 2 })
  await more(phone, '1. Lavička').click()
  await more(phone, '1. Lavička').click()
  await more(phone, '3. Pítko').click()
  await expect(saved(phone)).toBeVisible()
  await workshop.reveal(round)
  await expect(phone.getByRole('listitem').filter({ hasText: /Lavička\s+1\. místo, vaše 2/ })).toBeVisible()

  await workshop.setState('ended')
  await expect(phone.getByText('Zápis dostanete od toho, kdo jednání vedl.')).toBeVisible()
  const own = phone.getByRole('region', { name: 'Moje podněty a hlasy' })
  await own.getByText('Zobrazit').click()
  await expect(own).toContainText(/PRIORITY\s*- Pítko\s*Moje hlasy:\s*- Lavička: 2 hlasy\s*- Pítko: 1 hlas/)
  const file = await own.getByRole('link', { name: 'Uložit jako text' }).getAttribute('href')
  expect(decodeURIComponent(file!)).toContain('- Lavička: 2 hlasy')
  await staysInside(phone, 'the end')
})

test('parts with long names are chosen, and their results read, within the screen and whole', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('NÁVRHY', ['Lavička', 'Houpačka pro děti i seniory na náměstí'])
  const parts = ['Poskytovatelé sociálních služeb', 'Neformálně pečující'].map((heading) => ({
    id: newId(),
    heading,
  }))
  await workshop.divide('Za koho mluvíte?', parts)
  const { divisions, ideas } = await workshop.picture()
  const round = await workshop.vote(step, { by_part: divisions![0]!.id })
  const phone = await workshop.phone(browser)
  await expect(phone.getByRole('button', { name: 'Neformálně pečující' })).toBeVisible()
  await staysInside(phone, 'who one speaks for')
  for (const [part, { id }] of parts.entries()) {
    for (let sitting = 0; sitting < 5; sitting++) {
      const person = await workshop.participant()
      await person.sitDown(divisions![0]!.id, id)
      await person.place(round, ideas!.filter((idea) => idea.step === step)[part]!.id, 1)
    }
  }
  await workshop.reveal(round)
  await expect(phone.getByRole('radio', { name: 'Poskytovatelé sociálních služeb (5)' })).toBeVisible()
  await staysInside(phone, 'the result by parts')
})

test('where an idea was not counted, the words that say so leave its text the room', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('PROBLÉMOVÉ OBLASTI', problems.slice(0, 2))
  const round = await workshop.vote(step, { rule: { rule: 'scale', steps: 5 } })
  const phone = await workshop.phone(browser)
  const { ideas } = await workshop.picture()
  await (await workshop.participant()).place(round, ideas!.find((idea) => idea.step === step)!.id, 4)
  await workshop.reveal(round)
  await expect(phone.getByText('nepočítáno', { exact: true })).toBeVisible()
  await staysInside(phone, 'the result')
})

test('with large letters on a narrow phone whatever people wrote stands whole, or is broken with a hyphen', async ({
  browser,
  facilitator,
  workshop,
}) => {
  const long = 'Nejneprozkoumatelnější zneprostředkovatelnost'
  await workshop.changeHead({ group: `Skupina pro ${long}` })
  const step = await workshop.goToNew('PROBLÉMOVÉ NEPROSTŘEDKOVATELNOSTI', [
    'Spolufinancování nízkoprahových zařízení',
    long,
  ])
  await workshop.changeStep(step, { prompt: 'Co nejzásadnějšího nejspravedlivěji neupřednostňujeme?' })
  await workshop.addTopic(step, 'Nejzranitelnější spoluobčané')
  const phone = await workshop.phone(browser)
  await phone.getByRole('button', { name: 'Nejzranitelnější spoluobčané' }).click()
  await write(phone, 'Nejspravedlivější přerozdělování')
  await expect.poll(() => workshop.ideasOf(step)).toHaveLength(3) // written in time to be voted on
  await staysInside(phone, 'a topic')
  await phone.getByRole('button', { name: 'Všechny okruhy' }).click()
  await expect(phone.getByRole('button', { name: 'Nejzranitelnější spoluobčané' })).toBeVisible()
  await staysInside(phone, 'the list of ideas')

  const round = await workshop.vote(step, { dots: 3, per_idea: 2 })
  await more(phone, `3. ${long}`).click()
  await expect(saved(phone)).toBeVisible()
  const { ideas } = await workshop.picture()
  for (let sitting = 0; sitting < 4; sitting++) await (await workshop.participant()).place(round, ideas![0]!.id, 1)
  await workshop.reveal(round)
  await expect(phone.getByText('Váš lístek je započítán.')).toBeVisible()
  await expect(phone.getByText(`${long} – 1 hlas`)).toBeVisible()
  await staysInside(phone, 'the receipt')

  const decisions = await workshop.addStep('USNESENÍ', { method: 'decisions' })
  await workshop.go(decisions)
  await workshop.addDecision(decisions, `Skupina podpoří ${long}`)
  await expect(phone.getByText('Skupina podpoří')).toBeVisible()
  await staysInside(phone, 'decisions')
  const tasks = await workshop.addStep('ÚKOLY', { method: 'tasks' })
  await workshop.go(tasks)
  await workshop.addTask(tasks, `Prověřit ${long}`, { owners: ['Spolufinancovatelé a spoluzadavatelé'] })
  await expect(phone.getByText('Prověřit')).toBeVisible()
  await staysInside(phone, 'tasks')
  await workshop.changeRoom({ message: `Přestávka: ${long}` })
  await expect(phone.getByText('Přestávka')).toBeVisible()
  await staysInside(phone, 'a message')
  await phone.getByRole('button', { name: 'Přehled' }).click()
  await expect(phone.getByRole('dialog')).toBeVisible()
  await staysInside(phone, 'the steps')
  await phone.keyboard.press('Escape')

  await facilitator.send('put', `/api/workshops/${workshop.id}/feedback/questions?as=facilitator`, {
    questions: [
      { id: newId(), kind: 'scale', text: `Jak ${long}?`, low: 'nejneuspokojivější', high: 'nejspravedlivější' },
      { id: newId(), kind: 'text', text: `Co nejzásadnějšího ${long}?` },
    ],
  })
  await workshop.setState('ended')
  await expect(phone.getByText('Co nejzásadnějšího')).toBeVisible()
  await phone.getByText('Zobrazit', { exact: true }).click()
  await staysInside(phone, 'the feedback')
})

test('between the closing and the showing of a vote phones say that the result comes, and offer no field to write in', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('PRIORITY', ['Lavička', 'Houpačka'])
  const [voter, other] = [await workshop.phone(browser), await workshop.phone(browser)]
  const wall = await workshop.wall(browser)
  const field = (phone: Page) => phone.getByLabel('Váš podnět')
  await field(other).fill('Ještě bych')
  const first = await workshop.vote(step, { dots: 3, per_idea: 2 })
  for (const phone of [voter, other]) await expect(more(phone, '1. Lavička')).toBeVisible()
  await workshop.setRound(first, 'closed')
  await expect(field(other), 'nobody voted: there is no result to wait for').toHaveValue('Ještě bych')
  await expect(field(voter)).toBeVisible()

  const round = await workshop.vote(step, { dots: 3, per_idea: 2 })
  await more(voter, '1. Lavička').click()
  await expect(saved(voter)).toBeVisible()
  await expect(wall.getByText('hlasovalo 1', { exact: false }), 'screens know that somebody voted').toBeVisible()
  await workshop.setRound(round, 'closed')
  const told = 'Hlasování skončilo, váš lístek je odevzdaný. Výsledek se ukáže všem najednou.'
  await expect(voter.getByRole('status').filter({ hasText: told })).toBeVisible()
  await expect(other.getByText('Hlasování skončilo. Výsledek se ukáže všem najednou.')).toBeVisible()
  await expect(other.getByText('Ještě bych'), 'what she began is kept').toBeVisible()
  for (const phone of [voter, other]) await expect(field(phone)).toHaveCount(0)
  await staysInside(voter, 'waiting for the result')
  await Promise.all([voter.reload(), other.reload()])
  const late = await workshop.phone(browser)
  await expect(voter.getByText(told), 'known by her ballot').toBeVisible()
  for (const phone of [other, late])
    await expect(phone.getByText('Hlasování skončilo. Výsledek se ukáže všem najednou.')).toBeVisible()
  for (const phone of [voter, other, late]) await expect(field(phone)).toHaveCount(0)

  await workshop.setRound(round, 'revealed')
  for (const phone of [voter, other, late]) {
    await expect(phone.getByRole('heading', { name: 'Výsledek hlasování' })).toBeVisible()
    await expect(phone.getByText('Výsledek se ukáže')).toHaveCount(0)
  }
})
