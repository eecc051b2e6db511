import { type Browser, expect, type Page, test } from '@playwright/test'
import { person, phoneSize } from './people'
import { Facilitator, type Workshop } from './preparing'
import { Program } from './program'

/** Each figure of the screens, measured on a workshop of its own and said in a line. */
const figures: [what: string, measured: (browser: Browser, workshop: Workshop) => Promise<string>][] = [
  ['ideas in sight on the console at 1366 × 768, of 28', ideasInSight],
  ['keys that sort 28 ideas', keysToSort],
  ['where the winner stands on a wall of 1024 × 768, and when', winner],
  ['pages of a SWOT with eight short ideas a field, at 1024 × 768', pagesOfSwot],
  ['screens that a ballot of twelve takes at 360 × 740', screensOfBallot],
  ['from the scan to the first idea on the disk', firstIdea],
]

test('the figures of the screens', async ({ browser }) => {
  const program = new Program()
  await program.start()
  try {
    const facilitator = await Facilitator.first(program)
    for (const [what, measured] of figures)
      console.log(`${what}: ${await measured(browser, await facilitator.workshop())}`)
  } finally {
    await program.remove()
  }
})

const many = (n: number) => Array.from({ length: n }, (_, i) => `Podnět číslo ${i + 1}`)
const laptop = { viewport: { width: 1366, height: 768 } }
/** As the wall says it, once it has measured what it shows. */
const pagesOn = (wall: Page) =>
  wall.evaluate(async () => {
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame)
    return document.querySelector('.pages [role=img]')?.textContent?.trim() ?? '1 / 1'
  })

async function ideasInSight(browser: Browser, workshop: Workshop): Promise<string> {
  await workshop.goToNew('PROBLÉMY', many(28))
  const console = await workshop.console(browser, 'run', laptop)
  await console.getByRole('button', { name: 'Rozumím' }).click()
  const rows = console.locator('.collect li')
  await expect(rows).toHaveCount(28)
  return rows.evaluateAll(
    (all) => `${all.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length}`,
  )
}

async function keysToSort(browser: Browser, workshop: Workshop): Promise<string> {
  const step = await workshop.goToNew('PROBLÉMY', many(28))
  for (const topic of ['SENIOŘI', 'RODINY', 'OBCE']) await workshop.addTopic(step, topic)
  const console = await workshop.console(browser, 'run', laptop)
  await console.getByRole('button', { name: 'Třídit na tabuli' }).click()
  const loose = console.locator('.column').first().locator('.card')
  await expect(loose).toHaveCount(28)
  let keys = 0
  while ((await loose.count()) > 0) {
    const before = await loose.count()
    await console.keyboard.press(`${(keys++ % 3) + 1}`)
    await expect(loose).not.toHaveCount(before)
  }
  return `${keys}`
}

async function winner(browser: Browser, workshop: Workshop): Promise<string> {
  const step = await workshop.goToNew('PRIORITY', many(28))
  const { ideas } = await workshop.picture()
  const round = await workshop.vote(step, { dots: 3, per_idea: 3 })
  const voter = await workshop.participant()
  await voter.place(round, ideas!.find(({ text }) => text === 'Podnět číslo 20')!.id, 3)
  const wall = await workshop.wall(browser)
  await expect(wall.getByText('hlasovalo 1 z 1')).toBeVisible()
  await workshop.reveal(round)
  const revealed = Date.now()
  const first = wall.locator('li').first()
  await expect(first).toContainText('Podnět číslo 20')
  await expect(first).toBeInViewport({ ratio: 1 })
  return `first of all, on page ${await pagesOn(wall)}, at most ${Date.now() - revealed} ms after the press`
}

async function pagesOfSwot(browser: Browser, workshop: Workshop): Promise<string> {
  const step = await workshop.addStep('SWOT')
  await workshop.changeStep(step, { layout: 'quadrants' })
  for (const heading of ['SILNÉ STRÁNKY', 'SLABÉ STRÁNKY', 'PŘÍLEŽITOSTI', 'HROZBY']) {
    const topic = await workshop.addTopic(step, heading)
    for (const text of ['Tým', 'Peníze', 'Doprava', 'Bydlení', 'Obce', 'Kraj', 'Zkušenosti', 'Důvěra lidí'])
      await workshop.addIdea(step, text, { topic })
  }
  await workshop.go(step)
  const wall = await workshop.wall(browser)
  await expect(wall.getByText('HROZBY')).toBeVisible()
  return pagesOn(wall)
}

async function screensOfBallot(browser: Browser, workshop: Workshop): Promise<string> {
  const step = await workshop.goToNew('PRIORITY', many(12))
  await workshop.vote(step, { dots: 3, per_idea: 1 })
  const phone = await workshop.phone(browser)
  await expect(phone.getByText('Podnět číslo 12')).toBeVisible()
  return phone.evaluate(() => (document.documentElement.scrollHeight / innerHeight).toFixed(2))
}

async function firstIdea(browser: Browser, workshop: Workshop): Promise<string> {
  await workshop.goToNew('ASOCIACE')
  const scanned = await workshop.scanned()
  const phone = await person(browser, phoneSize)
  const scan = Date.now()
  await phone.goto(scanned)
  const field = phone.getByLabel('Váš podnět')
  await field.fill('Papíry')
  await field.press('Enter')
  await expect(phone.getByText('uloženo').first()).toBeVisible()
  return `${Date.now() - scan} ms, typing aside`
}
