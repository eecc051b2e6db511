import { type Browser, expect, type Page } from '@playwright/test'
import { newId, newKey } from '../src/api/ids'
import { test } from './fixtures'
import { person } from './people'
import { asPage, type Facilitator, type Workshop } from './preparing'

const main = (console: Page) => console.locator('#main-action')

/** The green button, ready and saying that. */
async function ready(console: Page, label: string): Promise<{ x: number; y: number }> {
  await expect(main(console)).toHaveText(label)
  await expect(main(console)).toBeEnabled()
  const box = (await main(console).boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Where the room is, in one line. */
async function place(workshop: Workshop): Promise<string> {
  const { workshop: head, steps = [], rounds = [] } = await workshop.picture()
  const step = steps.find(({ id }) => id === head!.current_step)
  return [head!.state, step?.heading ?? '-', ...rounds.map(({ state }) => state)].join(' ')
}

/** Three steps, the doors shut; the second step has an idea to vote on. */
async function agenda(facilitator: Facilitator): Promise<Workshop> {
  const workshop = await facilitator.workshop()
  await workshop.setState('prepared')
  await workshop.addStep('PRVNÍ')
  const second = await workshop.addStep('DRUHÝ')
  await workshop.addIdea(second, 'podnět')
  await workshop.addRound(second)
  await workshop.addStep('PODNĚTY Z ÚVODNÍ KONFERENCE – SKLIZEŇ NÁPADŮ')
  return workshop
}

/** What the green button says in turn, and where the room is after one press. */
const course: [label: string, then: string][] = [
  ['Otevřít dveře', 'open - prepared'],
  ['Začít krokem PRVNÍ', 'open PRVNÍ prepared'],
  ['Další krok: DRUHÝ', 'open DRUHÝ prepared'],
  ['Spustit hlasování', 'open DRUHÝ open'],
  ['Ukončit hlasování', 'open DRUHÝ closed'],
]

/** Clicks twice with the mouse; says how many milliseconds apart the page saw it. */
async function doubleClick(console: Page, at: { x: number; y: number }, gap: number): Promise<number> {
  await console.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { seen })
    addEventListener('click', (event) => seen.push(event.timeStamp), { capture: true })
  })
  await console.mouse.click(at.x, at.y, { clickCount: 2, delay: gap / 2 }) // the second press comes two delays later
  return console.evaluate(() => {
    const { seen } = window as unknown as { seen: number[] }
    return seen.at(-1)! - seen[0]!
  })
}

/** Leads a workshop by double clicks. A machine that is slow by itself is told to hurry: the answer is by how many
 * milliseconds a click came too late for a double click, 0 where all were in time. */
async function leads(
  facilitator: Facilitator,
  browser: Browser,
  { width, gap, hurry }: { width: number; gap: number; hurry: number },
): Promise<number> {
  const workshop = await agenda(facilitator)
  const console = await workshop.console(browser, 'run', { viewport: { width, height: 800 } })
  const places = new Set<string>()
  try {
    for (const [label, then] of course) {
      const at = await ready(console, label)
      places.add(JSON.stringify(await main(console).boundingBox()))
      const apart = await doubleClick(console, at, Math.max(0, gap - hurry))
      if (apart > slowest) return apart - slowest
      await expect(main(console)).not.toHaveText(label)
      await expect(main(console)).toBeEnabled()
      expect(await place(workshop), `${gap} ms after "${label}"`).toBe(then)
    }
    expect([...places], 'places of the button').toHaveLength(1)
    return 0
  } finally {
    await console.context().close()
  }
}

/** Two clicks further apart are no double click: the button may hear the second. */
const slowest = 850

for (const [width, gaps] of [
  [1366, [80, 200, 350, 500, 700]],
  [1600, [80, 350, 700]],
] as const) {
  test(`a double click of any speed does one thing, and the button stands still at ${width} px`, async ({
    browser,
    facilitator,
  }) => {
    for (const gap of gaps) {
      let hurry = 0
      const late = async () => {
        const by = await leads(facilitator, browser, { width, gap, hurry })
        hurry += by
        return by
      }
      await expect.poll(late, { timeout: 120_000 }).toBe(0)
    }
  })
}

/** Presses the green button of each console, so many milliseconds after the one before; says how many they were apart. */
async function pressApart(consoles: Page[], gap: number): Promise<number> {
  const start = Date.now() + 400
  const press = (at: number) =>
    new Promise<number>((pressed) => {
      setTimeout(() => {
        pressed(Date.now())
        document.getElementById('main-action')!.click()
      }, at - Date.now())
    })
  const pressed = await Promise.all(consoles.map((console, i) => console.evaluate(press, start + i * gap)))
  return Math.max(...pressed) - Math.min(...pressed)
}

/** Two lead a workshop, each pressing what the other presses. False where the machine, busy with other things, let one
 * press wait so long that it was one of its own. */
async function leadTogether(facilitator: Facilitator, browser: Browser, gap: number): Promise<boolean> {
  const workshop = await agenda(facilitator)
  const open = () => workshop.console(browser, 'run', { viewport: { width: 1366, height: 800 } })
  const consoles = [await open(), await open()]
  try {
    for (const [label, then] of course) {
      for (const console of consoles) await ready(console, label)
      if ((await pressApart(consoles, gap)) > slowest) return false
      for (const console of consoles) {
        await expect(main(console)).not.toHaveText(label)
        await expect(main(console)).toBeEnabled()
        await expect(console.getByText('Neuloženo')).toBeHidden()
      }
      expect(await place(workshop), `after "${label}"`).toBe(then)
    }
    return true
  } finally {
    for (const console of consoles) await console.context().close()
  }
}

for (const gap of [0, 60, 150]) {
  test(`two facilitators who press ${gap} ms apart go on one step`, async ({ browser, facilitator }) => {
    const led = () => leadTogether(facilitator, browser, gap)
    await expect.poll(led, { timeout: 120_000 }).toBe(true)
  })
}

test('who presses what somebody has just done is told so, calmly', async ({ browser, facilitator }) => {
  const workshop = await agenda(facilitator)
  await workshop.setState('open')
  const first = await workshop.step('PRVNÍ')
  const console = await workshop.console(browser)
  await ready(console, 'Začít krokem PRVNÍ')
  await console.route('**/feed*', (route) => route.abort()) // her screen falls behind
  await console.route('**/state?*', async (route) => {
    await workshop.go(first)
    await route.continue()
  })
  await main(console).click()
  await expect(console.getByText('Někdo to udělal chvilku před vámi')).toBeVisible()
  await expect(console.getByRole('alert')).toBeHidden()
})

test('a vote nobody took part in starts again, or goes', async ({ browser, facilitator }) => {
  const workshop = await agenda(facilitator)
  await workshop.setState('open')
  const second = await workshop.step('DRUHÝ')
  await workshop.go(second)
  const [round] = (await workshop.picture()).rounds!
  await workshop.setRound(round!.id, 'open')
  await workshop.setRound(round!.id, 'closed')
  const console = await workshop.console(browser)
  await expect(console.getByText('Nikdo nehlasoval.', { exact: true })).toBeVisible()
  await console.getByRole('button', { name: 'Spustit znovu' }).click()
  await expect(console.getByText('hlasuje se', { exact: true })).toBeVisible()
  await console.getByRole('article').getByRole('button', { name: 'Ukončit hlasování' }).click()
  await console.getByRole('button', { name: 'Odebrat kolo' }).click()
  await expect(console.getByText('Nikdo nehlasoval.', { exact: true })).toBeHidden()
  await expect.poll(() => place(workshop)).toBe('open DRUHÝ')
})

test('a step that asks about each topic offers to choose them first', async ({ browser, facilitator }) => {
  const workshop = await facilitator.workshop()
  const groups = await workshop.goToNew('SKUPINY', ['Senioři', 'Rodiny'])
  const needs = await workshop.addStep('POTŘEBY')
  await workshop.changeStep(needs, { marks_per_topic: 3 })
  const console = await workshop.console(browser)
  await ready(console, 'Vybrat okruhy: POTŘEBY')
  await main(console).click()
  const sheet = console.getByRole('dialog')
  await sheet.getByRole('checkbox', { name: 'Senioři' }).check()
  await sheet.getByRole('button', { name: 'Převzít 1 okruh' }).click()
  await expect(sheet).toBeHidden()
  expect((await workshop.picture()).workshop!.current_step, 'people stay where they are').toBe(groups)
  await ready(console, 'Další krok: POTŘEBY')
})

/** Somebody who was invited to run the workshop, on a console of her own. */
async function helper(browser: Browser, facilitator: Facilitator, workshop: Workshop): Promise<Page> {
  const link = await workshop.invite()
  const api = await asPage(facilitator.program)
  const data = { link, name: 'Jana Malá', login: newId(), password: 'kolo strom řeka' }
  const made = await api.post('/api/accounts', { data, headers: { 'Idempotency-Key': newKey() } })
  expect(made.ok(), await made.text()).toBe(true)
  const page = await person(browser, { storageState: await api.storageState() })
  await page.goto(workshop.consoleAddress('run/doors'))
  return page
}

test('taking a right away asks with the name, is told to whom it happens, and can be taken back', async ({
  browser,
  facilitator,
}) => {
  const workshop = await facilitator.workshop()
  const jana = await helper(browser, facilitator, workshop)
  await expect(jana.getByText('účet, který jednání založil')).toBeVisible()
  await expect(jana.getByRole('button', { name: 'Odebrat oprávnění: Petra Hybnerová' })).toBeHidden()

  const petra = await workshop.console(browser, 'run/doors')
  await petra.getByRole('button', { name: 'Odebrat oprávnění: Jana Malá' }).click()
  const sheet = petra.getByRole('dialog', { name: 'Jana Malá: odebrat oprávnění vést toto jednání?' })
  await sheet.getByRole('button', { name: 'Odebrat oprávnění' }).click()
  await expect(jana.getByText('odebral účet Petra Hybnerová')).toBeVisible()

  await petra.getByRole('button', { name: 'Vrátit oprávnění: Jana Malá' }).click()
  await expect(petra.getByRole('button', { name: 'Odebrat oprávnění: Jana Malá' })).toBeVisible()
  await jana.getByRole('button', { name: 'Zkusit znovu' }).click()
  await expect(jana.getByRole('heading', { name: 'Vstup', exact: true })).toBeVisible()
})
