import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { leave } from './people'
import { Facilitator, Workshop } from './preparing'
import { Program } from './program'
import { type Language, words } from './words'

/** Beside the built client, which carries them into the program. */
const folder = fileURLToPath(new URL('../dist/help', import.meta.url))

test.beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
})

for (const language of ['cs', 'en'] satisfies Language[]) {
  test(`the pictures of the help page in ${language}`, async ({ browser }) => {
    const program = new Program()
    await program.start()
    try {
      const facilitator = await Facilitator.first(program)
      const group = { cs: 'Služby pro rodiny', en: 'Services for families' }[language]
      const head = { language, group, number: 1, date: '2026-03-12', start: '13:00', end: '16:30' }
      const workshop = await facilitator.workshop('working-group', head)
      const options = {
        locale: { cs: 'cs-CZ', en: 'en-GB' }[language],
        reducedMotion: 'reduce',
        viewport: { width: 1100, height: 720 },
      } as const
      const console = await workshop.console(browser, 'prepare', options)
      const take = (page: Page, name: string) => page.screenshot({ path: `${folder}/${language}-${name}.png` })
      await office(console, workshop, take, words[language])
      await live(console, facilitator, take, words[language], async (played) => {
        const wall = await played.wall(browser, { ...options, viewport: { width: 1024, height: 640 } })
        await expect(wall.getByText(words[language].wall.type)).toBeVisible()
        await wall.getByRole('button', { name: words[language].shared.hint.understood }).click()
        await take(wall, 'wall')
        const phone = await played.phone(browser, { locale: options.locale, reducedMotion: 'reduce' })
        return phone
      })
    } finally {
      await leave(browser)
      await program.remove()
    }
  })
}

type Take = (page: Page, name: string) => Promise<unknown>
type Words = (typeof words)[Language]

/** Before the workshop: a new one, its agenda, the checklist. */
async function office(console: Page, workshop: Workshop, take: Take, w: Words): Promise<void> {
  await console.goto(`${new URL(console.url()).origin}/console#/new`)
  await expect(console.getByRole('radio').nth(3)).toBeVisible()
  await take(console, 'new')
  const { steps } = await workshop.picture()
  await console.goto(workshop.consoleAddress(`prepare/${steps![3]!.id}`))
  await expect(console.getByLabel(w.console.agenda.prompt)).toBeVisible()
  await take(console, 'prepare')
  await console.goto(workshop.consoleAddress('prepare/checklist'))
  await expect(console.getByRole('heading', { name: w.console.checklist.title })).toBeVisible()
  await take(console, 'checklist')
}

/** A rehearsal, a while after it began; its wall and one of its phones. */
async function live(
  console: Page,
  facilitator: Facilitator,
  take: Take,
  w: Words,
  come: (played: Workshop) => Promise<Page>,
): Promise<void> {
  await console.getByRole('button', { name: w.console.rehearsal.start }).click()
  const bar = console.getByRole('region', { name: w.console.rehearsal.title })
  await expect(bar).toContainText(w.console.rehearsal.playing(12))
  await console.getByRole('button', { name: w.shared.hint.understood }).click()
  const played = new Workshop(facilitator, /#\/w\/(\w+)/.exec(console.url())![1]!)
  const phone = await come(played)
  await console.setViewportSize({ width: 1100, height: 980 })
  const { steps } = await played.picture()
  await played.go(steps![0]!.id)
  const isFull = async () => ((await played.picture()).ideas ?? []).length
  await expect.poll(isFull, { timeout: 60_000 }).toBeGreaterThan(8)
  await bar.getByRole('button', { name: w.console.rehearsal.stop }).click()
  await expect(bar).toContainText(w.console.rehearsal.resting)
  await take(console, 'rehearsal')
  await phone
    .getByLabel(w.phone.write.idea)
    .fill(w === words.cs ? 'Hlídání dětí v době schůzek' : 'Childcare during meetings')
  await phone.getByRole('button', { name: w.phone.write.send }).click()
  await expect(phone.getByText(w.shared.state.saved).last()).toBeVisible()
  await take(phone, 'phone')
  await played.go(steps![3]!.id)
  await console.goto(played.consoleAddress('run'))
  await expect(console.getByRole('heading', { name: steps![3]!.heading })).toBeVisible()
  await take(console, 'run')
}
