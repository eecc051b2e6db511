import { expect } from '@playwright/test'
import { test } from './fixtures'
import { Keyboard } from './keyboard'
import { barriers, smallTargets, softly, sticksOut } from './looking'

test('what was decided and who does what is written with the keyboard alone; wall and phones read along', async ({
  browser,
  facilitator,
}) => {
  const workshop = await facilitator.workshop('empty', { language: 'cs', group: 'SOCIÁLNÍ SLUŽBY 2', number: 3 })
  await workshop.goToNew('PODNĚTY', ['Chybí terénní služba'])
  const desk = await workshop.console(browser, 'run', { viewport: { width: 1366, height: 768 } })
  const wall = await workshop.wall(browser, { viewport: { width: 1920, height: 1080 } })
  const phone = await workshop.phone(browser, { viewport: { width: 390, height: 780 } })
  const petra = new Keyboard(desk)
  const line = desk.locator('.outline textarea')
  const opensStep = async () => {
    await petra.press(desk.getByRole('button', { name: 'Přejít na tento krok' }))
    await expect(desk.getByRole('button', { name: 'Uzavřít krok' })).toBeVisible()
  }

  // Two presses make a decision of an idea, in a step that was not there.
  await petra.press(desk.getByRole('button', { name: 'Další možnosti: Chybí terénní služba' }))
  await petra.keys('ArrowUp', 'ArrowUp', 'ArrowUp')
  await expect(desk.getByRole('menuitem', { name: 'Z toho rozhodnutí' })).toBeFocused()
  await petra.keys('Enter')
  await expect(desk.getByRole('heading', { name: 'ROZHODNUTÍ', level: 1 })).toBeVisible()
  await expect(line).toBeFocused()
  await expect(line).toHaveValue('Chybí terénní služba')
  await petra.keys('Escape')
  await opensStep()
  await petra.to(desk.locator('.outline .text').first())
  await petra.keys('Enter')
  await expect(line).toBeFocused()
  await petra.keys('End')

  // The room reads along while it is written, before it is finished.
  await petra.type(', zřídíme ji')
  await expect(wall.getByText('Chybí terénní služba, zřídíme ji')).toBeVisible()
  await expect(wall.getByText('Usnesení 3/1')).toBeVisible()
  await expect(phone.getByText('Chybí terénní služba, zřídíme ji')).toBeVisible()

  // Its parts, and how it was decided.
  await petra.keys('Enter', 'Tab')
  await petra.type('od ledna')
  await petra.keys('Enter', 'Shift+Tab')
  await petra.type('Bere na vědomí zprávu')
  await petra.keys('Control+Enter')
  await expect(desk.getByLabel('Kdo to navrhl')).toBeFocused()
  await petra.type('Jana Nováková')
  await petra.keys('Tab', 'ArrowRight')
  await petra.write(desk.getByLabel('Pro', { exact: true }), '17')
  await petra.write(desk.getByLabel('Proti', { exact: true }), '0')
  await petra.write(desk.getByLabel('Výsledek'), 'přijato')
  await petra.keys('Enter')
  const said = 'návrh: Jana Nováková · pro 17, proti 0 · přijato'
  for (const screen of [wall, phone]) {
    await expect(screen.getByText(said)).toBeVisible()
    await expect(screen.getByText('Usnesení 3/2')).toBeVisible()
    await expect(screen.getByText('a)', { exact: true })).toBeVisible()
  }
  for (const screen of [desk, wall, phone]) expect.soft(await barriers(screen)).toEqual([])
  expect.soft(await smallTargets(phone, 44)).toEqual([])

  // Alt with an arrow moves, Ctrl+Z takes back, Delete removes.
  await petra.keys('Escape', 'Shift+Tab', 'Shift+Tab')
  const second = desk.locator('.outline .text').filter({ hasText: 'Bere na vědomí' })
  await expect(second).toBeFocused()
  const first = desk.locator('.outline .text').first()
  await petra.keys('Alt+ArrowUp')
  await expect(first).toContainText('Bere na vědomí')
  await expect(second).toBeFocused()
  await petra.keys('Control+z')
  await expect(first).toContainText('Chybí terénní služba')
  await petra.to(second)
  await petra.keys('Delete')
  await expect(second).toHaveCount(0)
  await petra.keys('Control+z')
  await expect(second).toBeVisible()

  // Back to what it was made from.
  await petra.press(desk.getByRole('link', { name: 'Chybí terénní služba', exact: true }))
  await expect(desk.getByRole('heading', { name: 'PODNĚTY', level: 1 })).toBeVisible()
  await expect(desk.locator('[data-entry]').filter({ hasText: 'Chybí terénní služba' })).toBeFocused()

  // A task of nothing at the press of one key: owners, a day, and what became of it.
  await petra.keys('o')
  await expect(desk.getByRole('heading', { name: 'ÚKOLY', level: 1 })).toBeVisible()
  await expect(line).toBeFocused()
  await petra.type('Svolat schůzku poskytovatelů')
  await petra.keys('Control+Enter')
  const owners = desk.getByLabel('Kdo za úkol zodpovídá').first()
  await expect(owners).toBeFocused()
  await petra.type('Jana,')
  await petra.type('Petr')
  await petra.keys('Enter')
  const due = desk.getByLabel('Termín', { exact: true })
  await petra.write(due, '31. 2.')
  await petra.keys('Enter')
  await expect(desk.getByText('Datum 31. 2. neexistuje.', { exact: false })).toBeVisible()
  await expect(due).toHaveValue('31. 2.')
  await petra.write(due, '2027-01-15')
  await petra.keys('Enter')
  await expect(due).toHaveValue('15. 1. 2027')
  await petra.keys('Escape')
  await opensStep()
  for (const screen of [wall, phone]) {
    await expect(screen.getByText('Svolat schůzku poskytovatelů')).toBeVisible()
    await expect(screen.getByText('zodpovídá: Jana, Petr · termín: 15. 1. 2027')).toBeVisible()
  }
  for (const screen of [desk, phone]) await softly.poll(() => sticksOut(screen)).toEqual([])
  expect.soft(await barriers(desk)).toEqual([])
})

test('two who reword one decision both keep what they wrote until one of them chooses', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.addStep('ROZHODNUTÍ', { method: 'decisions' })
  const decision = await workshop.addDecision(step, 'Schvaluje')
  await workshop.go(step)
  const desk = await workshop.console(browser)
  await desk.getByRole('button', { name: 'Schvaluje (Upravit)' }).click()
  const line = desk.locator('.outline textarea')
  await expect(line).toBeFocused()
  await workshop.changeDecision(decision, { text: 'Schvaluje program' }) // first: what rests while it is written is kept
  await line.fill('Schvaluje zápis')
  await line.press('Enter')
  for (const text of ['Schvaluje program', 'Schvaluje zápis'])
    await expect(desk.getByRole('alert')).toContainText(text)
  await desk.getByRole('button', { name: 'Nahradit mým zněním' }).click()
  await expect.poll(async () => (await workshop.picture()).decisions?.[0]?.text).toBe('Schvaluje zápis')
})

test('the next meeting begins with what the last one promised; each task is settled with the keyboard, and its story stays in sight', async ({
  browser,
  facilitator,
}) => {
  const head = { language: 'cs', group: 'ZDRAVÍ 4', programme: 'Komunitní plán' }
  const first = await facilitator.workshop('empty', { ...head, number: 1, date: '2026-09-01' })
  const tasks = await first.addStep('ÚKOLY', { method: 'tasks' })
  await first.addTask(tasks, 'Svolat schůzku', { owners: ['Jana'], due_date: '2026-10-01' })
  await first.addTask(tasks, 'Oslovit obce', { everyone: true, due_date: '2026-10-15' })
  await first.addTask(tasks, 'Objednat tlumočníka', { due: 'do léta' })
  await first.addTask(tasks, 'Vyúčtovat dotaci', { due_date: '2026-10-01' })
  await first.go(tasks)
  await first.setState('ended')

  const second = await facilitator.workshop('empty', { ...head, number: 2, date: '2026-11-01' })
  const desk = await second.console(browser, 'run', { viewport: { width: 1366, height: 768 } })
  const wall = await second.wall(browser, { viewport: { width: 1920, height: 1080 } })
  const phone = await second.phone(browser)
  const petra = new Keyboard(desk)
  await petra.press(desk.getByRole('button', { name: 'Začít tím, co jsme slíbili (4)' }))
  await expect(desk.getByRole('heading', { name: 'CO JSME SLÍBILI', level: 1 })).toBeVisible()
  await expect(desk.getByRole('button', { name: /^Začít tím/ })).toHaveCount(0)
  await petra.press(desk.getByRole('button', { name: 'Přejít na tento krok' }))
  const of = (task: string) => desk.getByRole('group', { name: `Co je s úkolem: ${task}` })

  // Done, in one press.
  const done = of('Svolat schůzku').getByRole('button', { name: 'Hotovo' })
  await petra.press(done)
  await expect(done).toHaveAttribute('aria-pressed', 'true')
  for (const screen of [wall, phone]) await expect(screen.getByText(/Jana · .* · splněno/)).toBeVisible()

  // Still to be kept, until another day; a day that is none stays to be mended.
  await petra.press(of('Oslovit obce').getByRole('button', { name: 'Stále platí do…' }))
  const until = desk.getByLabel('Do kdy to platí dál')
  await expect(until).toBeFocused()
  await petra.type('31. 2.')
  await petra.keys('Enter')
  await expect(desk.getByText('Datum 31. 2. neexistuje.', { exact: false })).toBeVisible()
  await expect(until).toHaveValue('31. 2.')
  for (const screen of [desk, phone]) expect.soft(await barriers(screen)).toEqual([])
  await petra.keys('ControlOrMeta+A')
  await petra.type('28. 2. 2027')
  await petra.keys('Enter')
  for (const screen of [desk, wall, phone])
    await expect(
      screen.getByText('zodpovídá: všichni · termín: 28. 2. 2027 (minule 15. 10. 2026) · trvá'),
    ).toBeVisible()

  // Dropped with a reason, taken back, and dropped again.
  await petra.press(of('Objednat tlumočníka').getByRole('button', { name: 'Upouští se, protože…' }))
  await expect(desk.getByLabel('Proč se od toho upouští')).toBeFocused()
  await petra.type('zajistí kraj')
  await petra.keys('Enter')
  for (const screen of [wall, desk]) await expect(screen.getByText(/zrušeno \(zajistí kraj\)/)).toBeVisible()
  await expect(desk.getByLabel('Proč se od toho upouští')).toHaveCount(0) // in the field the keys would take back letters
  await petra.keys('Control+z')
  await expect(wall.getByText(/zrušeno/)).toHaveCount(0)
  await petra.keys('Control+Shift+z')
  await expect(phone.getByText(/zrušeno \(zajistí kraj\)/)).toBeVisible()
  for (const screen of [desk, phone]) await softly.poll(() => sticksOut(screen)).toEqual([])
  expect.soft(await smallTargets(phone, 44)).toEqual([])

  // From the library to the story of a promise in two presses.
  await desk.goto(`${facilitator.program.origin}/console#/`)
  await desk.getByRole('link', { name: 'Co jsme slíbili' }).click()
  await expect(desk.getByText('Oslovit obce')).toBeVisible()
  await expect(desk.getByRole('list', { name: 'Co jsme slíbili' }).getByRole('listitem').first()).toContainText(
    'po termínu',
  )
  await desk.getByRole('button', { name: 'Jak se úkol vyvíjel: Oslovit obce' }).click()
  const story = desk.getByRole('dialog')
  await expect(story.getByRole('listitem')).toHaveCount(2)
  await expect(story.getByRole('listitem').first()).toContainText('termín: 15. 10. 2026')
  await expect(story.getByRole('listitem').last()).toContainText('termín: 28. 2. 2027')
  expect.soft(await barriers(desk)).toEqual([])

  // And on into the workshop, to the task itself.
  await petra.keys('Escape')
  await desk.getByRole('link', { name: 'Oslovit obce' }).click()
  await expect(desk.locator('[data-entry]').filter({ hasText: 'Oslovit obce' })).toBeFocused()

  // The end on the wall says what was agreed.
  await second.setState('ended')
  await expect(wall.getByRole('heading', { name: 'Kdo co udělá' })).toBeVisible()
  await expect(wall.getByText('Oslovit obce')).toBeVisible()
  expect.soft(await barriers(wall)).toEqual([])
})

test('in the minutes decisions and tasks are reworded, reordered and left out', async ({ browser, workshop }) => {
  const decisions = await workshop.addStep('ROZHODNUTÍ', { method: 'decisions' })
  for (const text of ['Schvaluje zapis', 'Bere na vědomí zprávu']) await workshop.addDecision(decisions, text)
  const tasks = await workshop.addStep('ÚKOLY', { method: 'tasks' })
  await workshop.addTask(tasks, 'Svolat schůzku', { owners: ['Jana'], due_date: '2027-01-15' })
  await workshop.addTask(tasks, 'Zavolat panu Novákovi', { everyone: true })
  for (const step of [decisions, tasks]) await workshop.go(step)
  const desk = await workshop.console(browser, 'minutes', { viewport: { width: 1366, height: 768 } })
  const minutes = desk.frameLocator('iframe[title="Náhled zápisu"]').locator('body')
  const field = desk.getByRole('textbox', { name: 'Jak to bude v zápisu' })
  await desk.getByRole('button', { name: 'Obsah' }).click()
  for (const step of ['ROZHODNUTÍ', 'ÚKOLY']) await desk.locator('summary').filter({ hasText: step }).click()
  await expect(desk.getByText('zodpovídá: Jana · termín: 15. 1. 2027')).toBeVisible()

  await desk.getByRole('button', { name: 'Opravit: Schvaluje zapis' }).click()
  await field.fill('Schvaluje zápis')
  await field.press('Tab')
  await expect(minutes).toContainText('Usnesení 1: Schvaluje zápis')
  await desk.getByRole('button', { name: 'Posunout níž: Schvaluje zapis' }).click()
  await expect(minutes).toContainText(/Bere na vědomí zprávu[^]*Schvaluje zápis/)

  await desk.getByRole('button', { name: 'Opravit: Zavolat panu Novákovi' }).click()
  await desk.getByRole('button', { name: 'Vypustit s důvodem: Zavolat panu Novákovi' }).click()
  await desk.getByLabel('Důvod vypuštění').fill('osobní údaj')
  await desk.getByRole('button', { name: 'Vypustit s důvodem', exact: true }).click()
  await expect(minutes).toContainText('osobní údaj')
  await expect(minutes).not.toContainText('Novákovi')
  await expect(minutes).toContainText('Jana')
  expect.soft(await barriers(desk)).toEqual([])
})
