import { expect } from '@playwright/test'
import { test } from './fixtures'
import { write } from './people'
import { cursor, field, mine, more, send } from './phone'

// What people write stays theirs, whatever they type and whatever others do meanwhile.

test('other people never touch what I type, and a reload does not either', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('ASOCIACE')
  const anna = await workshop.phone(browser)
  const bela = await workshop.participant()
  await field(anna).pressSequentially('Doprovázení úřad')
  for (let i = 0; i < 4; i++) await field(anna).press('ArrowLeft')

  for (const idea of ['Výzva', 'Byrokracie', 'Smysl']) await bela.write(step, idea)
  await workshop.addIdea(step, 'Papíry')
  await workshop.changeStep(step, { prompt: 'Co vás napadne jako první?', heading: 'PRVNÍ ASOCIACE' })
  for (const news of ['Smysl', 'Papíry', 'Co vás napadne jako první?'])
    await expect(anna.getByText(news)).toBeVisible()
  expect(await cursor(field(anna))).toEqual({ text: 'Doprovázení úřad', at: 12, focused: true })

  await anna.keyboard.type('na ')
  await expect(field(anna)).toHaveValue('Doprovázení na úřad')
  await anna.reload()
  await expect(field(anna)).toHaveValue('Doprovázení na úřad')
  await send(anna).click()
  await expect(mine(anna)).toContainText([/Doprovázení na úřad.*uloženo/s])
  expect(await workshop.ideasOf(step)).toEqual(['Výzva', 'Byrokracie', 'Smysl', 'Papíry', 'Doprovázení na úřad'])
})

test('what I type stays mine when the step gets topics, or a vote begins over it', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('POTŘEBY', ['Čas'])
  const anna = await workshop.phone(browser)
  await field(anna).fill('Rozepsaná potřeba')

  const round = await workshop.vote(step)
  await expect(more(anna, '1. Čas')).toBeVisible()
  await expect(anna.getByText('Rozepsaná potřeba')).toBeVisible()
  await workshop.count(round)
  await expect(field(anna)).toHaveValue('Rozepsaná potřeba')

  const topic = await workshop.addTopic(step, 'SENIOŘI')
  await expect(anna.getByRole('button', { name: /SENIOŘI/ })).toBeVisible()
  await expect(anna.getByText('Rozepsaná potřeba')).toBeVisible()
  await anna.getByRole('button', { name: /SENIOŘI/ }).click()
  await field(anna).fill('Potřeba seniorů')
  await workshop.remove('topics', topic)
  await expect(anna.getByText('Potřeba seniorů')).toBeVisible()
})

test('a text too long is counted before it is, and never cut or lost', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('VIZE')
  const anna = await workshop.phone(browser)
  await field(anna).fill('á'.repeat(1_799))
  await expect(anna.getByText(/zbývá znaků/)).toBeHidden()
  await field(anna).press('End')
  await field(anna).pressSequentially('á')
  await expect(anna.getByText('zbývá znaků: 200')).toBeVisible()

  // Counted as people count: an emoji is not two.
  const long = '💡'.repeat(2_003)
  await field(anna).fill(long)
  await expect(anna.getByText('přebývá znaků: 3')).toBeVisible()
  await expect(field(anna)).toHaveAttribute('aria-invalid', 'true')
  await send(anna).click()
  await field(anna).press('Enter')
  await expect(field(anna)).toHaveValue(long)
  expect(await workshop.ideasOf(step)).toEqual([])
  await anna.reload()
  await expect(field(anna)).toHaveValue(long)

  await field(anna).fill('💡'.repeat(2_000))
  await send(anna).click()
  await expect(mine(anna)).toContainText(['uloženo'])
  expect(await workshop.ideasOf(step)).toEqual(['💡'.repeat(2_000)])
})

test('nothing is not an idea, and it is said so', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('VIZE')
  const anna = await workshop.phone(browser)
  for (const nothing of ['', '   ', ' \n ']) {
    await field(anna).fill(nothing)
    await send(anna).click()
    await expect(anna.getByText('Nejdřív prosím něco napište.')).toBeVisible()
    await expect(field(anna)).toBeFocused()
  }
  await write(anna, 'Klid')
  await expect(mine(anna)).toContainText(['uloženo'])
  await expect(anna.getByText('Nejdřív prosím něco napište.')).toBeHidden()
  expect(await workshop.ideasOf(step)).toEqual(['Klid'])
})

test('whatever people paste arrives readable: invisible characters, emoji, right to left', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('ASOCIACE')
  const anna = await workshop.phone(browser)
  const [console, wall] = await Promise.all([workshop.console(browser), workshop.wall(browser)])
  await anna.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const pasted = [
    ['Peníze\u0000\u0007 a \u202eklid\u2066!', 'Peníze   a  klid !'],
    ['👩‍👩‍👧‍👦 🏳️‍🌈 rodina', '👩‍👩‍👧‍👦 🏳️‍🌈 rodina'],
    ['مرحبا بكم (2026)!', 'مرحبا بكم (2026)!'],
    ['<b>tučně</b> & "uvozovky"', '<b>tučně</b> & "uvozovky"'],
  ]
  for (const [text, arrived] of pasted) {
    await anna.evaluate((text) => navigator.clipboard.writeText(text), text!)
    await field(anna).press('Control+V')
    await expect(field(anna)).not.toHaveValue('')
    await field(anna).press('Enter')
    await expect(mine(anna).first()).toContainText('uloženo')
    for (const screen of [anna, console, wall]) await expect(screen.getByText(arrived!).first()).toBeVisible()
  }
  expect(await workshop.ideasOf(step)).toEqual(pasted.map(([, arrived]) => arrived))

  // Arabic is read from the right, its full stop included, whatever stands around it.
  for (const screen of [anna, console, wall]) {
    const idea = screen.getByText(pasted[2]![1]!).first()
    expect(
      await idea.evaluate((element) => getComputedStyle(element.closest('.written') ?? element).unicodeBidi),
    ).toBe('plaintext')
  }
})

test('what I removed comes back where it was, on every screen', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('ASOCIACE')
  const anna = await workshop.phone(browser)
  const [console, wall] = await Promise.all([workshop.console(browser), workshop.wall(browser)])
  for (const idea of ['Pomoc', 'Lidé']) await write(anna, idea)
  await expect(mine(anna)).toContainText([/Lidé.*uloženo/s, /Pomoc.*uloženo/s])
  for (const screen of [console, wall]) await expect(screen.getByText('Pomoc', { exact: true })).toBeVisible()
  await anna.getByRole('button', { name: 'Odebrat: Pomoc' }).click()
  for (const screen of [console, wall]) await expect(screen.getByText('Pomoc', { exact: true })).toHaveCount(0)
  await expect(mine(anna)).toContainText([/Pomoc.*Odebráno/s, 'Lidé'])
  await anna.getByRole('button', { name: 'Vrátit' }).click()
  for (const screen of [console, wall]) await expect(screen.getByText('Pomoc', { exact: true })).toBeVisible()
  await expect(mine(anna)).toContainText([/Lidé.*uloženo/s, /Pomoc.*uloženo/s])
  expect(await workshop.ideasOf(step)).toEqual(['Pomoc', 'Lidé'])

  await console.getByRole('button', { name: 'Další možnosti: Pomoc' }).click()
  await console.getByRole('menuitem', { name: 'Odebrat' }).click()
  await console.getByRole('button', { name: 'Vrátit zpět' }).hover() // under the pointer the offer stays
  for (const screen of [anna, wall])
    await expect(screen.locator('li').getByText('Pomoc', { exact: true })).toHaveCount(0)
  await console.getByRole('button', { name: 'Vrátit zpět' }).click()
  for (const screen of [anna, wall])
    await expect(screen.locator('li').getByText('Pomoc', { exact: true }).first()).toBeVisible()
  expect(await workshop.ideasOf(step)).toEqual(['Pomoc', 'Lidé'])
})

test('the facilitator rewords an idea while everything around it moves', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('ASOCIACE')
  const idea = await workshop.addIdea(step, 'Papíry')
  const console = await workshop.console(browser)
  const bela = await workshop.participant()
  await console.getByRole('button', { name: 'Upravit: Papíry' }).click()
  const editor = console.getByLabel('Znění podnětu, Podnět 1')
  await editor.fill('Papíry a úřad')
  for (let i = 0; i < 4; i++) await editor.press('ArrowLeft')

  for (const other of ['Smysl', 'Výzva']) await bela.write(step, other)
  await workshop.changeIdea(idea, { text: 'Papíry všude' })
  await workshop.changeStep(step, { prompt: 'Co vás napadne?' })
  for (const news of ['Výzva', 'Co vás napadne?'])
    await expect(console.getByText(news, { exact: true })).toBeVisible()
  expect(await cursor(editor)).toEqual({ text: 'Papíry a úřad', at: 9, focused: true })
  await console.keyboard.type('jeden ')
  await editor.press('Enter')
  await console.getByRole('button', { name: 'Nahradit mým zněním' }).click() // somebody else reworded it too
  await expect(console.getByRole('button', { name: 'Upravit: Papíry a jeden úřad' })).toBeVisible()
  expect(await workshop.ideasOf(step)).toEqual(['Papíry a jeden úřad', 'Smysl', 'Výzva'])
})
