import { expect, type Page } from '@playwright/test'
import { newId } from '../src/api/ids'
import { test } from './fixtures'
import { inAnother, tornWords } from './looking'
import { things } from './moments'

// What a room reads from the back: ranks, whole words, and all that has room at once.

const projectors = {
  'a small projector': { width: 1024, height: 768 },
  'a large screen': { width: 1920, height: 1080 },
}

const long = things.slice(0, 8)

/** The size of what is found, in pixels. */
const lettersOf = (page: Page, found: string) =>
  page
    .locator(found)
    .first()
    .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))

for (const [name, size] of Object.entries(projectors)) {
  test(`places and ties are read from where the ideas are, on ${name}`, async ({ browser, workshop }) => {
    const step = await workshop.goToNew('PRIORITY', long)
    const { ideas } = await workshop.picture()
    const round = await workshop.vote(step, { dots: 3, per_idea: 3 })
    const people = [await workshop.participant(), await workshop.participant()]
    for (const [i, person] of people.entries()) {
      await person.place(round, ideas![0]!.id, 2)
      await person.place(round, ideas![i + 1]!.id, 1)
    }
    const wall = await workshop.wall(browser, { viewport: size })
    await workshop.reveal(round)
    await expect(wall.getByText('1. místo')).toBeVisible()
    await expect(wall.getByText('2.–3. shoda')).toHaveCount(2)
    const right = (found: string) =>
      wall.locator(found).evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)))
    await expect(async () => {
      const places = await lettersOf(wall, 'li:not(.first) .place')
      expect(places / (await lettersOf(wall, 'li:not(.first)'))).toBeGreaterThanOrEqual(0.85)
      expect(places / size.height, 'as large on every wall').toBeGreaterThan(0.03)
      expect(new Set(await right('li strong')).size, 'points stand under each other').toBe(1)
    }).toPass()
  })
}

test('a SWOT of eight ideas a field is on one page', async ({ browser, workshop }) => {
  const step = await workshop.addStep('SWOT')
  await workshop.changeStep(step, { layout: 'quadrants' })
  for (const heading of ['SILNÉ STRÁNKY', 'SLABÉ STRÁNKY', 'PŘÍLEŽITOSTI', 'HROZBY']) {
    const topic = await workshop.addTopic(step, heading)
    for (const text of long) await workshop.addIdea(step, text, { topic })
  }
  await workshop.go(step)
  const wall = await workshop.wall(browser, { viewport: projectors['a large screen'] })
  await expect(wall.getByText('HROZBY')).toBeVisible()
  await expect(wall.getByText('Doprava k lékaři z malých obcí')).toHaveCount(4)
  await expect(wall.getByRole('button', { name: 'Další strana' })).toHaveCount(0)
})

for (const [name, size] of Object.entries(projectors)) {
  test(`a result of a SWOT stays in its four fields, ranked in each, on ${name}`, async ({
    browser,
    workshop,
  }) => {
    const step = await workshop.addStep('SWOT')
    await workshop.changeStep(step, { layout: 'quadrants' })
    const headings = ['SILNÉ STRÁNKY', 'SLABÉ STRÁNKY', 'PŘÍLEŽITOSTI', 'HROZBY']
    for (const [i, heading] of headings.entries()) {
      const topic = await workshop.addTopic(step, heading)
      for (const text of long.slice(2 * i, 2 * i + 2)) await workshop.addIdea(step, text, { topic })
    }
    await workshop.go(step)
    const { ideas } = await workshop.picture()
    const round = await workshop.vote(step, { dots: 4, per_idea: 1 })
    const person = await workshop.participant()
    for (const text of long.filter((_, i) => i % 2 === 1))
      await person.place(round, ideas!.find((idea) => idea.text === text)!.id, 1)
    const wall = await workshop.wall(browser, { viewport: size })
    await workshop.reveal(round)
    await expect(wall.getByText('1.–4. shoda')).toHaveCount(4)
    const fields = wall.locator('section')
    await expect(fields.getByRole('heading')).toHaveText(headings)
    for (const [i] of headings.entries())
      await expect(fields.nth(i).locator('.written')).toHaveText([long[2 * i + 1]!, long[2 * i]!])
    const grid = async () => {
      const places = await fields.evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ left, top }) => [Math.round(left), Math.round(top)]),
      )
      return [0, 1].map((axis) => new Set(places.map((place) => place[axis])).size)
    }
    await expect.poll(grid, 'two beside each other, two below').toEqual([2, 2])
  })
}

test('a wall whose window grows uses all of it', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('PROBLÉMY', [...long, ...long, ...long])
  await workshop.addTopic(step, 'SENIOŘI')
  const wall = await workshop.wall(browser, { viewport: projectors['a small projector'] })
  await expect(wall.getByText('SENIOŘI')).toBeVisible()
  await wall.setViewportSize(projectors['a large screen'])
  await expect(wall.getByText('Dlouhé čekací lhůty').nth(2)).toBeVisible()
  await expect(wall.getByRole('button', { name: 'Další strana' })).toHaveCount(0)
})

test('what people wrote is broken by its language, on a narrow phone with large letters too', async ({
  browser,
  workshop,
}) => {
  const words = ['Neufinancovatelnost nízkoprahových zařízení', 'Netransparentnost (poskytovatel/kraj)']
  const step = await workshop.goToNew('PŘÍČINY', words)
  const { ideas } = await workshop.picture()
  const phone = await workshop.phone(browser)
  const round = await workshop.vote(step)
  await expect(phone.getByRole('button', { name: /Přidat hlas/ }).first()).toBeVisible()
  const torn = () =>
    inAnother(phone, { width: 320, letters: 200 }, () => expect.poll(() => tornWords(phone)).toEqual([]))
  await torn()
  await (await workshop.participant()).place(round, ideas![0]!.id, 1)
  await workshop.reveal(round)
  await expect(phone.getByText('1. místo')).toBeVisible()
  await torn()
  const fishbone = await workshop.addStep('KOST', { method: 'fishbone' })
  await workshop.changeStep(fishbone, { effect: 'Neinformovanost a nezaměstnanost' })
  await workshop.addCause(fishbone, words[0]!)
  await workshop.go(fishbone)
  await expect(phone.getByText('Neinformovanost')).toBeVisible()
  await torn()
})

test('each decision is told by tables, whenever it was voted on', async ({ browser, workshop }) => {
  const step = await workshop.addStep('USNESENÍ', { method: 'decisions' })
  const texts = ['Zřídíme informační linku', 'Sejdeme se v březnu']
  const decisions = [await workshop.addDecision(step, texts[0]!), await workshop.addDecision(step, texts[1]!)]
  const parts = ['Stůl u okna', 'Stůl u dveří'].map((heading) => ({ id: newId(), heading }))
  await workshop.divide('Kde sedíte?', parts)
  await workshop.go(step)
  const division = (await workshop.picture()).divisions![0]!.id
  const people = []
  for (let n = 0; n < 11; n++) {
    const person = await workshop.participant()
    await person.sitDown(division, parts[n < 5 ? 0 : 1]!.id)
    people.push(person)
  }
  for (const [nth, idea] of decisions.entries()) {
    const round = await workshop.vote(step, {
      rule: { rule: 'choice', majority: 'simple', of: 'cast' },
      ideas: [idea],
      by_part: division,
    })
    // All of the window's table for the first one; of the door's table one is out when the second is voted on.
    for (const [n, person] of people.slice(0, people.length - nth).entries())
      await person.place(round, idea, n < 5 && nth === 0 ? 1 : -1)
    await workshop.reveal(round)
  }
  const wall = await workshop.wall(browser)
  await expect(wall.getByText(texts[1]!)).toBeVisible()
  await expect(wall.getByText('Výsledek'), 'each decision says its own').toHaveCount(0)
  await wall.keyboard.press('p')
  await expect(wall.getByText('Stůl u okna', { exact: true })).toBeVisible()
  const said = (text: string) => wall.getByRole('listitem').filter({ hasText: text })
  await expect(said(texts[0]!)).toContainText('5 pro, 0 proti')
  await expect(said(texts[1]!)).toContainText('0 pro, 5 proti')
  await wall.keyboard.press('p')
  await expect(wall.getByText('Stůl u dveří', { exact: true })).toBeVisible()
  await expect(said(texts[0]!)).toContainText('6 lístků')
  await expect(said(texts[1]!)).toContainText('5 lístků')
})

test('the overview of sixty causes is as large as ideas are, on a small projector too', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.addStep('PŘÍČINY', { method: 'fishbone' })
  await workshop.changeStep(step, { effect: 'NESPOKOJENÝ ZAMĚSTNANEC V SOCIÁLNÍCH SLUŽBÁCH' })
  const bones = ['Benefity', 'Kariérní posun', 'Finance', 'Kultura organizace', 'Pracovní prostředí', 'Vzdělávání']
  for (const bone of bones) {
    const parent = await workshop.addCause(step, bone)
    for (const text of things.slice(0, bone === 'Benefity' ? 3 : 11)) await workshop.addCause(step, text, parent)
  }
  await workshop.go(step)
  await workshop.participant()
  const wall = await workshop.wall(browser)
  for (const viewport of Object.values(projectors)) {
    await wall.setViewportSize(viewport)
    await expect(wall.locator('svg text').getByText('11 příčin')).toHaveCount(5)
    await expect(wall.locator('text.bone').getByText('Benefity', { exact: true })).toBeVisible()
    await expect
      .poll(async () => (await lettersOf(wall, 'text.bone')) / (await lettersOf(wall, 'main')))
      .toBeGreaterThanOrEqual(0.85)
  }
  // Where the facts at the foot stand below each other no sign between them is left over.
  await wall.setViewportSize({ width: 640, height: 768 })
  await expect(wall.locator('footer').getByText('Je tu 1 člověk · 64 příčin')).toBeVisible()
  await expect.poll(() => signsIn(wall, 'footer .facts')).toEqual({ lines: 2, seen: 0 })
})

/** How many lines facts take, and how many signs between them are seen. */
const signsIn = (wall: Page, facts: string) =>
  wall.locator(facts).evaluate((line) => {
    const left = line.getBoundingClientRect().left
    const facts = [...line.children].map((fact) => Math.round(fact.getBoundingClientRect().top))
    const seen = [...line.querySelectorAll('i')].filter((sign) => sign.getBoundingClientRect().right > left)
    return { lines: new Set(facts).size, seen: seen.length }
  })

test('a result by scales says under an idea that it is not counted, and its grid breaks no word', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('STUPNICE', long.slice(0, 5))
  const ideas = (await workshop.picture()).ideas!
  const person = await workshop.participant()
  const wall = await workshop.wall(browser)
  for (const [name, labels] of [
    ['Jak moc to spěchá', ['nejneprozkoumatelnější', 'nejspravedlivější']],
    ['Jak těžké to je', ['snadné', 'těžké']],
  ] as const) {
    const round = await workshop.vote(step, { rule: { rule: 'scale', steps: 10, labels: [...labels], name } })
    for (const { id } of ideas.slice(0, 3)) await person.place(round, id, 5)
    await workshop.reveal(round)
    await expect(wall.locator('li small').getByText('nepočítáno', { exact: true })).toHaveCount(2)
    await expect(wall.getByText('Nepočítáno není nula.')).toBeVisible()
  }
  await expect(wall.getByText('1, 2, 3', { exact: true })).toBeVisible()
  await expect.poll(() => tornWords(wall, '.across *, .up *')).toEqual([])
})

test('beside a grid a result is read from afar', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('STUPNICE', ['Peníze', 'Lidé', 'Čas'])
  const { ideas } = await workshop.picture()
  const person = await workshop.participant()
  for (const name of ['Přínos', 'Úsilí']) {
    const round = await workshop.vote(step, { rule: { rule: 'scale', steps: 5, name } })
    for (const [i, { id }] of ideas!.entries()) await person.place(round, id, i + 2)
    await workshop.reveal(round)
  }
  const wall = await workshop.wall(browser, { viewport: projectors['a large screen'] })
  await expect(wall.locator('figure')).toBeVisible()
  const rows = wall.locator('li', { hasText: 'medián' })
  await expect(rows, 'on one page').toHaveCount(3)
  const letters = () => rows.first().evaluate((row) => parseFloat(getComputedStyle(row).fontSize))
  await expect.poll(letters).toBeGreaterThan(35)
})

test('the end uses the wall: results stand beside each other', async ({ browser, workshop }) => {
  const wall = await workshop.wall(browser, { viewport: projectors['a large screen'] })
  for (const heading of ['PRIORITA', 'VIZE']) {
    const step = await workshop.goToNew(heading, long.slice(0, 5))
    const ideas = (await workshop.picture()).ideas!.filter((idea) => idea.step === step)
    const round = await workshop.vote(step, { dots: 3, per_idea: 1 })
    const person = await workshop.participant()
    for (const { id } of ideas.slice(0, 3)) await person.place(round, id, 1)
    await workshop.reveal(round)
  }
  await workshop.changeHead({ number: 2, group: 'SOCIÁLNÍ SLUŽBY A PÉČE O SENIORY V KRAJI' })
  await workshop.setState('ended')
  const lefts = () =>
    wall
      .getByRole('heading', { level: 2 })
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left))
  await expect.poll(async () => new Set(await lefts()).size, 'beside each other').toBe(2)
  await expect.poll(() => signsIn(wall, 'h1 .facts')).toEqual({ lines: 1, seen: 1 })
  await wall.setViewportSize({ width: 640, height: 768 })
  await expect.poll(() => signsIn(wall, 'h1 .facts')).toEqual({ lines: 2, seen: 0 })
})
