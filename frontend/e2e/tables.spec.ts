import { expect, type Page } from '@playwright/test'
import { newId } from '../src/api/ids'
import { test } from './fixtures'
import { barriers, czechLeft, smallTargets, sticksOut, tornWords } from './looking'
import { write } from './people'
import { field } from './phone'
import type { Participant } from './preparing'

const tables = [1, 2, 3, 4, 5, 6, 7, 8]
/** Two people of each have a screen that is looked at. */
const looked = [1, 2, 3]
/** What each table likes best. */
const best = (table: number) => (looked.includes(table) ? `podnět ${table}` : `od stolu ${table}`)

test('eight tables of five work side by side, and send their best to the plenary', async ({
  browser,
  workshop,
}) => {
  const plenary = await workshop.addStep('SPOLEČNĚ')
  const console = await workshop.console(browser, 'run/tables')
  for (const _ of tables.slice(4)) await console.getByRole('button', { name: /o stůl víc/ }).click()
  await console.getByRole('button', { name: 'Rozdělit na stoly' }).click()

  const phones: Page[] = []
  for (const _ of [...looked, ...looked]) phones.push(await workshop.phone(browser))
  await Promise.all(
    phones.map(async (phone, i) => {
      await phone.getByRole('button', { name: `Stůl ${looked[i % 3]}`, exact: true }).click()
      await expect(phone.getByRole('region', { name: 'Kde sedím' })).toContainText('Změnit')
    }),
  )
  const [division] = (await workshop.picture()).divisions!
  const others: { table: number; person: Participant }[] = []
  for (const table of tables) {
    for (let sitting = looked.includes(table) ? 2 : 0; sitting < 5; sitting++) {
      const person = await workshop.participant()
      await person.sitDown(division!.id, division!.parts[table - 1]!.id)
      others.push({ table, person })
    }
  }
  await expect(console.getByRole('listitem').filter({ hasText: '5 lidí' })).toHaveCount(8)
  const wall = await workshop.wall(browser)
  await expect(wall.getByText(tables.map((table) => `Stůl ${table}: 5`).join(' · '))).toBeVisible()

  await console.getByRole('button', { name: 'Stejný krok pro každý stůl' }).click()
  await console.getByLabel('Nadpis kroku').fill('PROBLÉMY')
  await console.getByRole('button', { name: 'Přidat všem' }).click()
  await console.getByRole('button', { name: 'Otevřít všem' }).click()
  await Promise.all(
    phones.map(async (phone, i) => {
      await expect(phone.getByRole('heading', { name: `PROBLÉMY – Stůl ${looked[i % 3]}` })).toBeVisible()
      await write(phone, `podnět ${i + 1}`)
    }),
  )
  for (const { table, person } of others) {
    await person.write(await workshop.step(`PROBLÉMY – Stůl ${table}`), `od stolu ${table}`)
  }
  await expect(wall.getByRole('heading', { name: /PROBLÉMY – Stůl \d/ })).toBeVisible()
  await console
    .getByRole('row', { name: /Stůl 2/ })
    .getByRole('button', { name: 'Na plátno' })
    .click()
  await expect(wall.getByRole('heading', { name: 'PROBLÉMY – Stůl 2' })).toBeVisible()
  await expect(wall.getByText('podnět 5')).toBeVisible()

  // Another table's step is to be looked at, not to be written in.
  const anna = phones[0]!
  await anna.getByRole('button', { name: 'Přehled' }).click()
  await anna.getByRole('button', { name: /PROBLÉMY – Stůl 2/ }).click()
  await expect(anna.getByText('Tento krok je pro: Stůl 2. Můžete se dívat.')).toBeVisible()
  await expect(anna.getByText('podnět 2', { exact: true })).toBeVisible()
  await expect(field(anna)).toHaveCount(0)
  await anna.getByRole('button', { name: 'Změnit' }).click()
  await anna.getByRole('button', { name: 'Stůl 2', exact: true }).click()
  await expect(anna.getByRole('alert')).toContainText('Jinam už přesednout nejde.')
  await anna.getByRole('button', { name: 'Nechat, jak to je' }).click()
  await expect(anna.getByRole('button', { name: 'Zpět k tomu, co se právě děje' })).toBeVisible()
  await anna.goBack() // the phone's Back ends the look, and does not leave the workshop
  await expect(anna.getByRole('button', { name: 'Zpět k tomu, co se právě děje' })).toHaveCount(0)
  await expect(anna.getByRole('heading', { level: 1 })).toContainText('Stůl 1')

  // A spokesperson leads her own table, until it is taken back.
  await console.getByRole('button', { name: 'Určit mluvčího: Stůl 1' }).click()
  const link = await console.getByLabel('Jednorázový odkaz').inputValue()
  expect(await barriers(console)).toEqual([])
  await anna.goto(link)
  await expect(console.getByText('Mluvčí je na svém místě.')).toBeVisible()
  await console.keyboard.press('Escape')
  await anna.getByRole('button', { name: 'Třídit a hlasovat' }).click()
  await anna.getByLabel('Nový okruh').fill('Peníze')
  await anna.getByRole('button', { name: 'Přidat okruh' }).click()
  await anna.getByRole('dialog').getByText('podnět 4').click()
  expect(await barriers(anna)).toEqual([])
  expect(await smallTargets(anna, 44)).toEqual([])
  await anna.getByRole('dialog').getByRole('button', { name: 'Peníze' }).click()
  await anna.getByRole('button', { name: 'Upravit znění' }).click()
  await anna.getByLabel('Znění', { exact: true }).fill('podnět čtyři')
  await anna.getByRole('button', { name: 'Uložit' }).click()
  await anna.getByRole('button', { name: 'Spustit hlasování' }).click()
  await expect(anna.getByText('Zatím hlasovalo 0 lidí.')).toBeVisible()
  await anna.getByRole('button', { name: 'Ukončit hlasování a sečíst' }).click()
  await expect(anna.getByRole('button', { name: 'Ukázat výsledek všem' })).toBeVisible()
  await console.getByRole('button', { name: 'Odebrat mluvčího: Stůl 1' }).click()
  await expect(anna.getByRole('button', { name: 'Třídit a hlasovat' })).toHaveCount(0)
  const led = (await workshop.picture()).ideas!.find(({ text }) => text === 'podnět čtyři')
  expect(led?.topic).toBeTruthy()

  await console.getByRole('button', { name: 'Hlasovat u všech' }).click()
  await Promise.all(
    phones.map((phone, i) =>
      phone.getByRole('button', { name: new RegExp(`Přidat hlas: .*podnět ${looked[i % 3]}$`) }).click(),
    ),
  )
  const open = async () => (await workshop.picture()).rounds!.filter(({ state }) => state === 'open').length
  await expect.poll(open, 'one table after another').toBe(8)
  const { rounds, ideas } = await workshop.picture()
  for (const { table, person } of others) {
    const step = await workshop.step(`PROBLÉMY – Stůl ${table}`)
    const round = rounds!.find((round) => round.step === step && round.state === 'open')!
    const idea = ideas!.find((idea) => idea.step === step && idea.text === best(table))!
    await person.place(round.id, idea.id, 1)
  }
  await expect(console.getByText('hlasovalo 5 z 5')).toHaveCount(8)
  await console.getByRole('button', { name: 'Ukončit hlasování u všech' }).click()
  await console.getByRole('button', { name: 'Ukázat výsledky všech' }).click()

  await console.getByRole('button', { name: 'Poslat to nejlepší do společného kroku' }).click()
  await console.getByRole('button', { name: 'Poslat', exact: true }).click()
  await expect.poll(() => workshop.ideasOf(plenary)).toEqual(tables.map(best))
  await workshop.go(plenary)
  for (const phone of phones) {
    await expect(phone.getByRole('heading', { name: 'SPOLEČNĚ' })).toBeVisible()
    await expect(phone.getByRole('button', { name: /Stůl 3\s+1\spodnět/ })).toBeVisible()
  }
})

test('on a phone who facilitates reads each table whole, with the words beside its numbers', async ({
  browser,
  workshop,
}) => {
  const console = await workshop.console(browser, 'run/tables', { viewport: { width: 390, height: 780 } })
  await console.getByRole('button', { name: 'Rozdělit na stoly' }).click()
  await console.getByRole('button', { name: 'Stejný krok pro každý stůl' }).click()
  await console.getByLabel('Nadpis kroku').fill('CO S TÍM')
  await console.getByRole('button', { name: 'Přidat všem' }).click()
  await console.getByRole('button', { name: 'Otevřít všem' }).click()
  await expect(console.getByRole('button', { name: 'Na plátno' }).first()).toBeVisible()
  await expect.poll(() => tornWords(console, 'th, td')).toEqual([])
  await expect.poll(() => sticksOut(console)).toEqual([])
  expect(await barriers(console)).toEqual([])
  const numbers = console.locator('tbody tr').first().locator('.number')
  const said = await numbers.evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content))
  expect(said).toEqual(['"Lidí: "', '"Podnětů: "', '"Hotovo: "'])
})

test('a guest sees all, and neither writes nor votes', async ({ browser, workshop }) => {
  const step = await workshop.goToNew('PROBLÉMY', ['Málo peněz'])
  const console = await workshop.console(browser, 'prepare/tables')
  await console.getByRole('button', { name: 'Rozdělit jinak' }).click()
  await console.getByLabel('Na co se lidí zeptáme').fill('Za koho mluvíte?')
  await console.getByLabel('Z čeho si vyberou').fill('poskytovatelé\nuživatelé')
  await console.getByLabel('Hosté, kteří se jen dívají').fill('host')
  await console.getByRole('button', { name: 'Rozdělit sál' }).click()
  const phone = await workshop.phone(browser)
  await expect(field(phone)).toBeVisible()
  await phone.getByRole('button', { name: /host/ }).click()
  await expect(phone.getByText('Jste tu jako host: vidíte všechno')).toBeVisible()
  expect(await barriers(phone)).toEqual([])
  await expect(field(phone)).toHaveCount(0)
  await expect(phone.getByText('Málo peněz')).toBeVisible()
  await workshop.vote(step)
  await workshop.changeStep(step, { prompt: 'Co vás trápí?' }) // what comes after the vote shows that it has come
  await expect(phone.getByText('Co vás trápí?')).toBeVisible()
  await expect(phone.getByRole('button', { name: /Přidat hlas/ })).toHaveCount(0)
  await expect(console.getByText('1 člověk')).toBeVisible()
})

test('a jury votes beside everybody, each ballot by itself, and the others wait', async ({
  browser,
  workshop,
}) => {
  const step = await workshop.goToNew('NÁVRHY', ['Lavička', 'Houpačka'])
  const parts = ['Porota', 'Ostatní'].map((heading) => ({ id: newId(), heading }))
  await workshop.divide('Kde sedíte?', parts)
  await workshop.addRound(step, { label: 'Názor poroty' })
  const [juror, other] = [await workshop.phone(browser), await workshop.phone(browser)]
  for (const [phone, part] of [
    [juror, 'Porota'],
    [other, 'Ostatní'],
  ] as const)
    // prettier-ignore
    await phone.getByRole('button', { name: part, exact: true }).click()
  const console = await workshop.console(browser, 'run')
  const wall = await workshop.wall(browser)
  const card = (name: string) =>
    console.getByRole('article').filter({ has: console.getByRole('heading', { name }) })

  await card('Názor poroty').getByRole('checkbox', { name: 'Porota' }).check()
  expect(await barriers(console)).toEqual([])
  await card('Názor poroty').getByRole('button', { name: 'Spustit hlasování' }).click()
  await expect(juror.getByRole('button', { name: /Přidat hlas/ })).toHaveCount(2)
  await expect(other.getByText('Hlasuje jen část lidí: Porota. Můžete se dívat.')).toBeVisible()
  await expect(other.getByText('Houpačka')).toBeVisible()
  await expect(field(other)).toHaveCount(0)
  await expect(wall.getByText('hlasovalo 0 z 1')).toBeVisible()

  // Another one is prepared while they vote, and stands beside it.
  await console.getByRole('button', { name: 'Připravit další kolo' }).click()
  await card('2. kolo').getByLabel('Nadpis sloupce s hlasy').fill('Názor všech')
  await console.keyboard.press('Tab')
  await card('Názor všech').getByRole('button', { name: 'Spustit vedle toho, co běží' }).click()
  await expect(other.getByRole('button', { name: /Přidat hlas/ })).toHaveCount(2)
  for (const name of ['Názor poroty', 'Názor všech']) {
    const ballot = juror.getByRole('region', { name })
    await ballot.getByRole('button', { name: 'Přidat hlas: 1. Lavička' }).click()
    await expect(ballot.getByText('uloženo')).toBeVisible()
  }
  expect(await barriers(juror)).toEqual([])
  await expect(wall.getByText('hlasovalo 1 ze 2')).toBeVisible()
  await expect(wall.getByText('hlasovalo 1 z 1')).toBeVisible()
  await expect(wall.getByText('HLASUJE SE')).toHaveCount(1)

  await card('Názor poroty').getByRole('button', { name: 'Ukončit hlasování' }).click()
  await expect(juror.getByRole('button', { name: /(Přidat|Ubrat) hlas/ })).toHaveCount(2)
  await card('Názor poroty').getByRole('button', { name: 'Ukázat výsledek' }).click()
  await card('Názor všech').getByRole('button', { name: 'Ukončit hlasování' }).click()
  await expect(juror.getByText('Hlasovala jen část lidí: Porota.')).toBeVisible()
})

test('a spokesperson puts the causes of her table in order, in English, too', async ({
  browser,
  workshop,
}, info) => {
  const part = newId()
  const parts = [
    { id: part, heading: 'Table 1' },
    { id: newId(), heading: 'Table 2' },
  ]
  await workshop.divide('Where do you sit?', parts)
  const step = await workshop.addStep('WHY', { method: 'fishbone', part })
  for (const text of ['Pay', 'Law']) await workshop.addCause(step, text)
  await workshop.go(step)
  const console = await workshop.console(browser, 'run/tables')
  await console.getByRole('button', { name: 'Určit mluvčího: Table 1' }).click()
  const phone = await workshop.phone(browser)
  await phone.goto(await console.getByLabel('Jednorázový odkaz').inputValue())
  await expect(phone.getByText('Jste mluvčí: Table 1.')).toBeVisible() // before it, the screen was still the old one
  await phone.getByRole('button', { name: 'Přehled' }).click()
  await phone.getByRole('radio', { name: 'English' }).check()
  await phone.keyboard.press('Escape')
  await phone.getByRole('button', { name: 'Put causes in order' }).click()
  const sheet = phone.getByRole('dialog')
  await sheet.locator('summary').filter({ hasText: 'Law' }).click()
  await sheet.getByRole('group', { name: 'Stands under' }).getByRole('button', { name: 'Pay' }).click()
  await sheet.getByRole('button', { name: 'Reword' }).click()
  await sheet.getByLabel('Wording', { exact: true }).fill('The law')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(sheet.locator('summary').filter({ hasText: 'The law' })).toBeVisible()
  await phone.screenshot({ path: info.outputPath('causes.png') })
  expect(await barriers(phone)).toEqual([])
  expect(await smallTargets(phone, 44)).toEqual([])
  await expect.poll(() => sticksOut(phone)).toEqual([])
  const before = 'Nový krok: WHY' // said aloud before she chose English
  expect(await czechLeft(phone, ['Petra Hybnerová', 'Dílna', 'Čeština', before])).toEqual([])
  const causes = (await workshop.picture()).causes!
  expect(causes.map(({ text, parent }) => [text, causes.find(({ id }) => id === parent)?.text])).toEqual([
    ['Pay', undefined],
    ['The law', 'Pay'],
  ])
})

test('who comes back to her table is told of no new step, and what she opens meanwhile stays open', async ({
  browser,
  workshop,
}) => {
  const parts = ['Stůl u okna', 'Stůl u dveří'].map((heading) => ({ id: newId(), heading }))
  await workshop.divide('Kde sedíte?', parts)
  await workshop.goToNew('PRO VŠECHNY')
  await workshop.go(await workshop.addStep('U OKNA', { part: parts[0]!.id }))
  const phone = await workshop.phone(browser)
  await phone.getByRole('button', { name: 'Stůl u okna' }).click()
  await expect(phone.getByRole('heading', { name: 'U OKNA' })).toBeVisible()

  let tell = () => {}
  const told = new Promise<void>((resolve) => (tell = resolve))
  await phone.route('**/mine?*', async (route) => {
    await told
    await route.continue()
  })
  await phone.reload()
  await phone.getByRole('button', { name: 'Přehled' }).click()
  await expect(phone.getByRole('dialog', { name: 'Přehled' })).toBeVisible()
  tell()
  await expect(phone.getByText('Stůl u okna')).toBeAttached()
  await expect(phone.getByRole('heading', { name: 'U OKNA' })).toBeAttached()
  await expect(phone.getByRole('dialog', { name: 'Přehled' })).toBeVisible()
  await expect(phone.getByText('Nový krok')).toHaveCount(0)
})
