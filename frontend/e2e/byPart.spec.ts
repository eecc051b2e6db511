import { expect } from '@playwright/test'
import { newId } from '../src/api/ids'
import { test } from './fixtures'
import { barriers, inAnother, sticksOut } from './looking'
import { saved } from './phone'

test('a vote is told by tables, and nobody can be found in what is told', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('NÁVRHY', ['Lavička', 'Houpačka'])
  const parts = ['Stůl u okna', 'Stůl u dveří', 'Malý stůl'].map((heading) => ({ id: newId(), heading }))
  await workshop.divide('Kde sedíte?', parts)
  const round = await workshop.addRound(step, { label: 'Priority' })
  const console = await workshop.console(browser, 'run')
  await console.getByRole('radio', { name: 'Kde sedíte' }).check()
  expect(await barriers(console)).toEqual([])
  const phone = await workshop.phone(browser)
  const seat = phone.getByRole('button', { name: 'Stůl u okna', exact: true })
  await seat.click()
  await expect(seat, 'she sits there').toHaveCount(0)
  await console.getByRole('article').getByRole('button', { name: 'Spustit hlasování' }).click()
  await expect(phone.getByText('Výsledek se řekne i podle částí (Kde sedíte)')).toBeVisible()
  await phone.getByRole('button', { name: /Přidat hlas: .*Lavička/ }).click()
  await expect(saved(phone)).toBeVisible()

  const { divisions, ideas } = await workshop.picture()
  const idea = (text: string) => ideas!.find((one) => one.text === text)!.id
  for (const [table, people, text] of [
    [0, 5, 'Lavička'],
    [1, 7, 'Houpačka'],
    [2, 4, 'Lavička'],
  ] as const) {
    for (let sitting = 0; sitting < people; sitting++) {
      const person = await workshop.participant()
      await person.sitDown(divisions![0]!.id, parts[table]!.id)
      await person.place(round, idea(text), 1)
    }
  }
  await expect(console.getByText('hlasovalo 17 ze 17').first()).toBeVisible()
  await console.getByRole('article').getByRole('button', { name: 'Ukončit hlasování' }).click()
  await expect(console.getByRole('heading', { name: 'Podle částí: Kde sedíte' })).toBeVisible()
  await expect(phone.getByText('Hlasování skončilo', { exact: false }).first()).toBeVisible()
  await expect(phone.getByText('Stůl u dveří (7)')).toHaveCount(0) // nothing by part before it is shown
  await console.getByRole('article').getByRole('button', { name: 'Ukázat výsledek' }).click()
  await expect(phone.getByText('Stůl u dveří (7)')).toBeVisible()
  await expect(phone.getByText(/Malý stůl \(|Stůl u okna \(/)).toHaveCount(0) // four, and the smallest beside them
  expect(await barriers(phone)).toEqual([])
  await expect.poll(() => sticksOut(phone)).toEqual([])
  const wall = await workshop.wall(browser)
  await expect(wall.getByText('Priority')).toBeVisible()
  await wall.keyboard.press('p')
  await expect(wall.getByText('Stůl u dveří: 7 lístků')).toBeVisible()
  await wall.keyboard.press('p')
  await expect(wall.getByText('Stůl u dveří: 7 lístků')).toHaveCount(0)
})

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 780 },
]) {
  test(`the result of a decision comes into sight, closed and shown, in a window of ${viewport.width} × ${viewport.height}`, async ({
    browser,
    workshop,
  }) => {
    const step = await workshop.addStep('USNESENÍ', { method: 'decisions' })
    const texts = ['Zřídíme linku', 'Sejdeme se v září', 'Napíšeme kraji', 'Vydáme leták', 'Pozveme obce']
    const decisions = []
    for (const text of texts) decisions.push(await workshop.addDecision(step, text))
    const parts = ['Stůl u okna', 'Stůl u dveří'].map((heading) => ({ id: newId(), heading }))
    await workshop.divide('Kde sedíte?', parts)
    await workshop.go(step)
    const division = (await workshop.picture()).divisions![0]!.id
    const round = await workshop.vote(step, {
      rule: { rule: 'choice' },
      ideas: [decisions[4]!],
      by_part: division,
    })
    for (const part of parts)
      for (let i = 0; i < 5; i++) {
        const person = await workshop.participant()
        await person.sitDown(division, part.id)
        await person.place(round, decisions[4]!, 1)
      }
    const console = await workshop.console(browser, 'run', { viewport })
    await expect(console.getByText('hlasovalo 10 z 10').first()).toBeVisible()
    await console.locator('#main-action').click()
    const inSight = async (...all: (string | RegExp)[]) => {
      for (const text of all) await expect(console.getByText(text).last()).toBeInViewport({ ratio: 1 })
    }
    await inSight(/^Přijato: 10 pro/, 'Podle částí: Kde sedíte', 'Stůl u okna (5)', /Výsledek zatím vidíte jen vy/)
    await console.locator('#main-action').click()
    await inSight('přijato · pro 10, proti 0, zdrželi se 0', 'Podle částí: Kde sedíte', 'Stůl u okna (5)')
    await expect.poll(() => sticksOut(console)).toEqual([])

    // Who opens the step later finds it at its top.
    await console.reload()
    await expect(console.getByText('Podle částí: Kde sedíte')).toBeVisible()
    expect(await console.evaluate(() => scrollY)).toBe(0)
  })
}

test('a decision is told by tables, too, once whoever facilitates has looked and shows it', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.addStep('USNESENÍ', { method: 'decisions' })
  const decision = await workshop.addDecision(step, 'Zřídíme informační linku')
  const parts = ['Stůl u okna', 'Stůl u dveří', 'Malý stůl'].map((heading) => ({ id: newId(), heading }))
  await workshop.divide('Kde sedíte?', parts)
  await workshop.go(step)
  const console = await workshop.console(browser, 'run')
  const phone = await workshop.phone(browser)
  const seat = phone.getByRole('button', { name: 'Stůl u dveří', exact: true })
  await seat.click()
  await expect(seat, 'she sits there').toHaveCount(0)

  await console.getByRole('button', { name: 'Kdo navrhl a jak se rozhodlo: Zřídíme informační linku' }).click()
  await console
    .getByRole('group', { name: 'Výsledek také podle' })
    .getByRole('radio', { name: 'Kde sedíte' })
    .check()
  expect(await barriers(console)).toEqual([])
  await console.getByRole('button', { name: 'Hlasovat na telefonech' }).click()
  await expect(phone.getByText('Výsledek se řekne i podle částí (Kde sedíte)')).toBeVisible()
  await phone.getByRole('button', { name: 'Proti: 1. Zřídíme informační linku' }).click()
  const { divisions, rounds } = await workshop.picture()
  for (const [table, people, value] of [
    [0, 5, 1],
    [1, 6, 1],
    [2, 4, -1],
  ] as const) {
    for (let sitting = 0; sitting < people; sitting++) {
      const person = await workshop.participant()
      await person.sitDown(divisions![0]!.id, parts[table]!.id)
      await person.place(rounds![0]!.id, decision, value)
    }
  }
  await expect(console.getByText('hlasovalo 16 ze 16').first()).toBeVisible()
  await console.getByRole('button', { name: 'Ukončit hlasování' }).first().click()

  // Whoever facilitates looks first, and can have nothing else voted on it meanwhile.
  await expect(console.getByText(/Přijato: 11 pro, 5 proti/)).toBeVisible()
  await expect(console.getByText('Stůl u dveří (7)')).toBeVisible()
  await expect(console.getByText(/6 pro, 1 proti/)).toBeVisible()
  await expect(console.getByText('Výsledek zatím vidíte jen vy. Na telefonech')).toBeVisible()
  await expect(console.getByRole('button', { name: 'Hlasovat na telefonech' })).toHaveCount(0)
  expect(await barriers(console)).toEqual([])
  const wall = await workshop.wall(browser)
  await expect(wall.getByText('Zřídíme informační linku')).toBeVisible()
  await expect(phone.getByText('Hlasování skončilo', { exact: false }).first()).toBeVisible()
  for (const screen of [phone, wall])
    await expect(screen.getByText(/pro 11|11 pro|Stůl u dveří \(7\)/)).toHaveCount(0)

  await console.getByRole('button', { name: 'Ukázat výsledek' }).last().click()
  for (const screen of [console, phone, wall])
    await expect(screen.getByText('přijato · pro 11, proti 5, zdrželi se 0')).toBeVisible()
  for (const screen of [console, phone]) {
    await expect(screen.getByText('Podle částí: Kde sedíte')).toBeVisible()
    await expect(screen.getByText(/6 pro, 1 proti/)).toBeVisible()
    await expect(screen.getByText(/Malý stůl \(|Stůl u okna \(/)).toHaveCount(0) // four, and the smallest beside them
  }
  await expect(phone.getByText('Váš lístek je započítán', { exact: false })).toBeVisible()
  await expect(phone.getByText('Zřídíme informační linku – proti')).toBeVisible()
  expect(await barriers(phone)).toEqual([])
  for (const screen of [{ width: 390 }, { width: 360 }, { width: 320, letters: 200 }])
    await inAnother(phone, screen, () => expect.poll(() => sticksOut(phone)).toEqual([]))
  await inAnother(console, { width: 390 }, () => expect.poll(() => sticksOut(console)).toEqual([]))
  await wall.keyboard.press('p')
  await expect(wall.getByText('Stůl u dveří: 7 lístků')).toBeVisible()
  await expect(wall.getByText(/6 pro, 1 proti/)).toBeVisible()
  await wall.keyboard.press('p')
  await expect(wall.getByText('přijato · pro 11, proti 5, zdrželi se 0')).toBeVisible()
})
