import { expect, type Locator, type Page, test } from '@playwright/test'
import { leave, person, phoneSize, sleep, troubles, write } from './people'
import { Facilitator, type Room } from './preparing'
import { Program } from './program'

// What people complain about in tools like this one: each test is a complaint
// turned into a promise, seen from the person who made it.

const program = new Program()
let facilitator: Facilitator
let room: Room

test.beforeAll(async () => {
  await program.start()
  facilitator = await Facilitator.first(program)
})
test.afterAll(() => program.remove())
test.beforeEach(async () => {
  room = await facilitator.workshop()
})
test.afterEach(async ({ browser }) => {
  await leave(browser)
  expect(troubles.splice(0)).toEqual([])
})

const field = (phone: Page) => phone.getByLabel('Váš podnět')
const send = (phone: Page) => phone.getByRole('button', { name: 'Odeslat' })
/** What I wrote, with how each stands. */
const mine = (phone: Page) =>
  phone.locator('section').filter({ has: phone.getByRole('heading', { name: 'Co jsem napsal/a' }) }).getByRole('listitem')
/** All dots are on the server's disk. */
const saved = (phone: Page) => phone.getByText('✓ uloženo')
const more = (phone: Page, idea: string) => phone.getByRole('button', { name: `Přidat hlas: ${idea}` })
const fewer = (phone: Page, idea: string) => phone.getByRole('button', { name: `Ubrat hlas: ${idea}` })
const lost = 'Spojení se přerušilo. Co napíšete, zůstane v tomto zařízení a odešle se samo.'

/** Where the cursor stands in the field people write in. */
const cursor = (at: Locator) =>
  at.evaluate((field: HTMLTextAreaElement) => ({
    text: field.value,
    at: field.selectionStart,
    focused: field === document.activeElement,
  }))

test.describe('writing', () => {
  test('other people never touch what I type, and a reload does not either', async ({ browser }) => {
    const step = await room.goToNew('ASOCIACE')
    const anna = await room.phone(browser)
    const bela = await room.participant()
    await field(anna).pressSequentially('Doprovázení úřad')
    for (let i = 0; i < 4; i++) await field(anna).press('ArrowLeft')

    for (const idea of ['Výzva', 'Byrokracie', 'Smysl']) await bela.write(step, idea)
    await room.addIdea(step, 'Papíry')
    await room.changeStep(step, { prompt: 'Co vás napadne jako první?', heading: 'PRVNÍ ASOCIACE' })
    for (const news of ['Smysl', 'Papíry', 'Co vás napadne jako první?']) await expect(anna.getByText(news)).toBeVisible()
    expect(await cursor(field(anna))).toEqual({ text: 'Doprovázení úřad', at: 12, focused: true })

    await anna.keyboard.type('na ')
    await expect(field(anna)).toHaveValue('Doprovázení na úřad')
    await anna.reload()
    await expect(field(anna)).toHaveValue('Doprovázení na úřad')
    await send(anna).click()
    await expect(mine(anna)).toContainText([/Doprovázení na úřad.*uloženo/s])
    expect(await room.ideasOf(step)).toEqual(['Výzva', 'Byrokracie', 'Smysl', 'Papíry', 'Doprovázení na úřad'])
  })

  test('what I type stays mine when the step gets topics, or a vote begins over it', async ({ browser }) => {
    const step = await room.goToNew('POTŘEBY', ['Čas'])
    const anna = await room.phone(browser)
    await field(anna).fill('Rozepsaná potřeba')

    const round = await room.vote(step)
    await expect(more(anna, '1. Čas')).toBeVisible()
    await expect(anna.getByText('Rozepsaná potřeba')).toBeVisible()
    await room.count(round)
    await expect(field(anna)).toHaveValue('Rozepsaná potřeba')

    const topic = await room.addTopic(step, 'SENIOŘI')
    await expect(anna.getByRole('button', { name: /SENIOŘI/ })).toBeVisible()
    await expect(anna.getByText('Rozepsaná potřeba')).toBeVisible()
    await anna.getByRole('button', { name: /SENIOŘI/ }).click()
    await field(anna).fill('Potřeba seniorů')
    await room.remove('topics', topic)
    await expect(anna.getByText('Potřeba seniorů')).toBeVisible()
  })

  test('a text too long is counted before it is, and never cut or lost', async ({ browser }) => {
    const step = await room.goToNew('VIZE')
    const anna = await room.phone(browser)
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
    expect(await room.ideasOf(step)).toEqual([])
    await anna.reload()
    await expect(field(anna)).toHaveValue(long)

    await field(anna).fill('💡'.repeat(2_000))
    await send(anna).click()
    await expect(mine(anna)).toContainText(['uloženo'])
    expect(await room.ideasOf(step)).toEqual(['💡'.repeat(2_000)])
  })

  test('nothing is not an idea, and it is said so', async ({ browser }) => {
    const step = await room.goToNew('VIZE')
    const anna = await room.phone(browser)
    for (const nothing of ['', '   ', ' \n ']) {
      await field(anna).fill(nothing)
      await send(anna).click()
      await expect(anna.getByText('Nejdřív prosím něco napište.')).toBeVisible()
      await expect(field(anna)).toBeFocused()
    }
    await write(anna, 'Klid')
    await expect(anna.getByText('Nejdřív prosím něco napište.')).toBeHidden()
    expect(await room.ideasOf(step)).toEqual(['Klid'])
  })

  test('whatever people paste arrives readable: invisible characters, emoji, right to left', async ({ browser }) => {
    const step = await room.goToNew('ASOCIACE')
    const anna = await room.phone(browser)
    const [console, wall] = await Promise.all([room.console(browser), room.wall(browser)])
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
      await field(anna).press('Enter')
      await expect(mine(anna).first()).toContainText('uloženo')
      for (const screen of [anna, console, wall]) await expect(screen.getByText(arrived!).first()).toBeVisible()
    }
    expect(await room.ideasOf(step)).toEqual(pasted.map(([, arrived]) => arrived))

    // Arabic is read from the right, its full stop included, whatever stands around it.
    for (const screen of [anna, console, wall]) {
      const idea = screen.getByText(pasted[2]![1]!).first()
      expect(await idea.evaluate((element) => getComputedStyle(element.closest('.written') ?? element).unicodeBidi)).toBe('plaintext')
    }
  })
})

test.describe('the line', () => {
  test('a phone offline for a while keeps what I write and how I vote, and sends it once, in order', async ({ browser }) => {
    const step = await room.goToNew('PROBLÉMY')
    const anna = await room.phone(browser)
    await write(anna, 'Peníze')
    await expect(mine(anna)).toContainText(['uloženo'])

    await anna.context().setOffline(true)
    await write(anna, 'Čas')
    await write(anna, 'Lidé')
    await expect(mine(anna)).toContainText([/Lidé.*čeká na odeslání/s, /Čas.*čeká na odeslání/s, /Peníze.*uloženo/s])
    await expect(anna.getByText(lost).first()).toBeVisible()
    await room.addIdea(step, 'Mezitím')
    await anna.context().setOffline(false)
    await expect(mine(anna)).toContainText([/Lidé.*uloženo/s, /Čas.*uloženo/s, /Peníze.*uloženo/s])
    expect(await room.ideasOf(step)).toEqual(['Peníze', 'Mezitím', 'Čas', 'Lidé'])

    const round = await room.vote(step)
    await more(anna, '1. Peníze').click()
    await expect(saved(anna)).toBeVisible()
    await anna.context().setOffline(true)
    await fewer(anna, '1. Peníze').click()
    await more(anna, '4. Lidé').click()
    await more(anna, '4. Lidé').click()
    await expect(anna.getByText('Zbývá 1 hlas z 3')).toBeVisible()
    await expect(anna.getByText('čeká na odeslání').first()).toBeVisible()
    await anna.context().setOffline(false)
    await expect(anna.getByText('čeká na odeslání')).toHaveCount(0)
    await expect(saved(anna)).toBeVisible()
    expect(await room.count(round)).toEqual({ voters: 1, points: { Peníze: 0, Mezitím: 0, Čas: 0, Lidé: 2 } })
  })

  test('an idea sent into a step that closed meanwhile is refused in a sentence, and I still have it', async ({ browser }) => {
    const step = await room.goToNew('ASOCIACE')
    const anna = await room.phone(browser)
    await anna.context().setOffline(true)
    await write(anna, 'Pozdní nápad')
    await field(anna).fill('Rozepsaný nápad')
    await room.goToNew('DALŠÍ KROK')
    await anna.context().setOffline(false)

    const refusal = anna.getByRole('status').filter({ hasText: 'Pozdní nápad' })
    await expect(refusal).toContainText('nepřijato')
    await expect(refusal).toContainText(/[A-ZÁ-Ž].+\.\s/)
    await expect(anna.getByText('Krok „ASOCIACE“ už je uzavřený. Co jste v něm rozepsali, zůstalo uložené.')).toBeVisible()
    await anna.reload()
    await expect(refusal).toContainText('nepřijato')
    await anna.getByRole('button', { name: 'Ukázat rozepsaný text' }).click()
    await expect(anna.getByText('Rozepsaný nápad')).toBeVisible()
    await expect(mine(anna)).toContainText([/Pozdní nápad.*nepřijato/s])
    expect(await room.ideasOf(step)).toEqual([])

    // The facilitator lets people in again: one tap and it is sent.
    await room.go(step)
    await mine(anna).getByRole('button', { name: 'Poslat znovu' }).click()
    await expect(mine(anna)).toContainText([/Pozdní nápad.*uloženo/s])
    await expect(field(anna)).toHaveValue('Rozepsaný nápad')
    expect(await room.ideasOf(step)).toEqual(['Pozdní nápad'])
  })

  test('two tabs of one phone show the same and count once', async ({ browser }) => {
    const step = await room.goToNew('PROBLÉMY', ['Peníze', 'Čas'])
    const one = await room.phone(browser)
    const two = await one.context().newPage()
    await two.goto(program.origin)
    await write(one, 'Lidé')
    for (const tab of [one, two]) await expect(mine(tab)).toContainText([/Lidé.*uloženo/s])
    await one.context().setOffline(true)
    await write(two, 'Papíry')
    await expect(mine(one)).toContainText([/Papíry.*čeká na odeslání/s, /Lidé/])
    await one.context().setOffline(false)
    for (const tab of [one, two]) await expect(mine(tab)).toContainText([/Papíry.*uloženo/s, /Lidé.*uloženo/s])
    expect(await room.ideasOf(step)).toEqual(['Peníze', 'Čas', 'Lidé', 'Papíry'])

    const round = await room.vote(step, { dots: 3, per_idea: 2 })
    await more(one, '1. Peníze').click()
    await expect(two.getByText('Zbývají 2 hlasy z 3')).toBeVisible()
    await Promise.all([more(one, '2. Čas').click(), more(two, '2. Čas').click()])
    for (const tab of [one, two]) await expect(saved(tab)).toBeVisible()
    await fewer(two, '2. Čas').click()
    await more(one, '3. Lidé').click()
    const spent = async (tab: Page) => (await tab.getByRole('status').filter({ hasText: 'hlas' }).allInnerTexts()).join()
    await expect.poll(async () => (await spent(one)) === (await spent(two))).toBe(true)
    for (const tab of [one, two]) await expect(tab.getByText('čeká na odeslání')).toHaveCount(0)
    const shown = Object.fromEntries(
      await Promise.all(['Peníze', 'Čas', 'Lidé', 'Papíry'].map(async (idea) => [idea, Number(await two.getByRole('listitem').filter({ hasText: idea }).getByRole('status').last().innerText())])),
    )
    const { voters, points } = await room.count(round)
    expect(voters).toBe(1)
    expect(points).toEqual(shown)
    expect((await room.picture()).progress.seats).toBe(1)
  })

  test('a half-made ballot survives the server being killed and the phone sleeping', async ({ browser }) => {
    const step = await room.goToNew('PROBLÉMY', ['Peníze', 'Čas', 'Lidé'])
    const anna = await room.phone(browser)
    const round = await room.vote(step, { dots: 4 })
    await more(anna, '1. Peníze').click()
    await more(anna, '3. Lidé').click()
    await expect(saved(anna)).toBeVisible()

    await program.stop('SIGKILL')
    await more(anna, '3. Lidé').click()
    await expect(anna.getByText('čeká na odeslání').first()).toBeVisible()
    const wake = await sleep(anna)
    await program.start()
    const bela = await room.participant()
    await bela.place(round, (await room.picture()).ideas!.find(({ text }) => text === 'Čas')!.id, 2)
    await wake()
    await expect(anna.getByText('Zbývá 1 hlas z 4')).toBeVisible()
    await expect(anna.getByText('čeká na odeslání')).toHaveCount(0, { timeout: 30_000 })
    await expect(saved(anna)).toBeVisible()
    await more(anna, '2. Čas').click()
    await expect(saved(anna)).toBeVisible()
    expect(await room.count(round)).toEqual({ voters: 2, points: { Peníze: 1, Čas: 3, Lidé: 2 } })
  })

  test('twenty people vote while one slowly fills her ballot', async ({ browser }) => {
    const ideas = ['Peníze', 'Čas', 'Lidé', 'Papíry', 'Byty']
    const step = await room.goToNew('PROBLÉMY', ideas)
    const round = await room.vote(step, { dots: 5, per_idea: 1 })
    const anna = await room.phone(browser)
    const ids = (await room.picture()).ideas!.map(({ id }) => id)
    const others = await Promise.all(Array.from({ length: 20 }, () => room.participant()))
    const crowd = Promise.all(others.map(async (other) => { for (const id of ids) await other.place(round, id, 1) }))
    for (const [i, idea] of ideas.entries()) {
      await more(anna, `${i + 1}. ${idea}`).click()
      await expect(anna.getByText(i < 4 ? new RegExp(`Zbýv.*${4 - i} hlas`) : 'Všechny hlasy jste rozdali.')).toBeVisible()
    }
    await crowd
    await expect(saved(anna)).toBeVisible()
    expect(await room.count(round)).toEqual({ voters: 21, points: Object.fromEntries(ideas.map((idea) => [idea, 21])) })
  })
})

test.describe('being left behind', () => {
  test('whoever looks back or reads the menu is brought to the next step and to the end, and is told', async ({ browser }) => {
    const anna = await room.phone(browser)
    const aloud = anna.getByRole('status').filter({ hasText: /^(Nový krok|Jednání)/ })
    await room.goToNew('ASOCIACE')
    await expect(anna.getByRole('heading', { name: 'ASOCIACE' })).toBeFocused()
    await expect(aloud).toHaveText('Nový krok: ASOCIACE')

    await room.goToNew('VIZE')
    await expect(anna.getByRole('heading', { name: 'VIZE' })).toBeFocused()
    await anna.getByRole('button', { name: 'Přehled' }).click()
    await anna.getByRole('button', { name: 'ASOCIACE' }).click()
    await expect(anna.getByText('Tento krok je uzavřený.')).toBeVisible()
    await anna.getByRole('button', { name: 'Přehled' }).click()
    await room.goToNew('CO DÁL')
    await expect(anna.getByRole('heading', { name: 'CO DÁL' })).toBeFocused()
    await expect(anna.getByRole('dialog')).toHaveCount(0)

    await anna.getByRole('button', { name: 'Přehled' }).click()
    await anna.getByRole('button', { name: 'VIZE' }).click()
    await room.setState('ended')
    await expect(anna.getByRole('heading', { name: 'Jednání skončilo' })).toBeFocused()
    await expect(aloud).toHaveText('Jednání skončilo')
  })
})

test.describe('the door', () => {
  test('a wrong code keeps what was typed and says what to do', async ({ browser }) => {
    const anna = await person(browser, phoneSize)
    await anna.goto(program.origin)
    const code = anna.getByLabel('Kód z plátna')
    const wrong = { '': 'tady je 0 znaků', 'ab 2': 'tady jsou 3 znaky', ABCDEFG: 'tady je 7 znaků', 'xyz-xyz': 'Zkontrolujte kód na plátně.' }
    for (const [typed, sentence] of Object.entries(wrong)) {
      await code.fill(typed)
      await code.press('Enter')
      await expect(anna.getByText(sentence)).toBeVisible()
      await expect(code).toHaveValue(typed)
      await expect(code).toBeFocused()
      await expect(code).toHaveAttribute('aria-invalid', 'true')
    }
    await anna.context().setOffline(true)
    await code.fill('xyzxyz')
    await code.press('Enter')
    await expect(anna.getByText('Server teď neodpovídá.')).toBeVisible()
    await expect(code).toHaveValue('xyzxyz')
    await anna.context().setOffline(false)
    await code.fill((await room.door()).code.toLowerCase())
    await code.press('Enter')
    await expect(anna.getByRole('heading', { name: 'Jste uvnitř' })).toBeVisible()
  })

  test('shut doors let nobody in and throw nobody out', async ({ browser }) => {
    const step = await room.goToNew('ASOCIACE')
    const anna = await room.phone(browser)
    await write(anna, 'Pomoc')
    await field(anna).fill('Rozepsáno')
    const [{ code }, scanned] = [await room.door(), await room.scanned()]
    await room.setState('prepared')

    const late = await person(browser, phoneSize)
    await late.goto(scanned)
    await expect(late.getByText('Zkontrolujte kód na plátně.')).toBeVisible()
    await late.goto(program.origin)
    await late.getByLabel('Kód z plátna').fill(code)
    await late.getByRole('button', { name: 'Vstoupit' }).click()
    await expect(late.getByText('Zkontrolujte kód na plátně.')).toBeVisible()

    await anna.reload()
    await expect(anna.getByText('Rozepsáno', { exact: true })).toBeVisible()
    await expect(mine(anna)).toContainText(['Pomoc'])
    await room.setState('open')
    await expect(field(anna)).toHaveValue('Rozepsáno')
    await send(anna).click()
    await expect(mine(anna)).toContainText([/Rozepsáno.*uloženo/s, 'Pomoc'])
    expect(await room.ideasOf(step)).toEqual(['Pomoc', 'Rozepsáno'])
    await late.getByRole('button', { name: 'Vstoupit' }).click()
    await expect(late.getByRole('heading', { name: 'ASOCIACE' })).toBeVisible()
  })
})

test.describe('second thoughts', () => {
  test('what I removed comes back where it was, on every screen', async ({ browser }) => {
    const step = await room.goToNew('ASOCIACE')
    const anna = await room.phone(browser)
    const [console, wall] = await Promise.all([room.console(browser), room.wall(browser)])
    for (const idea of ['Pomoc', 'Lidé']) await write(anna, idea)
    await expect(mine(anna)).toContainText([/Lidé.*uloženo/s, /Pomoc.*uloženo/s])
    await anna.getByRole('button', { name: 'Odebrat: Pomoc' }).click()
    for (const screen of [console, wall]) await expect(screen.getByText('Pomoc', { exact: true })).toHaveCount(0)
    await expect(mine(anna)).toContainText([/Pomoc.*Odebráno/s, 'Lidé'])
    await anna.getByRole('button', { name: 'Vrátit' }).click()
    for (const screen of [console, wall]) await expect(screen.getByText('Pomoc', { exact: true })).toBeVisible()
    expect(await room.ideasOf(step)).toEqual(['Pomoc', 'Lidé'])

    await console.getByRole('button', { name: 'Další možnosti: Pomoc' }).click()
    await console.getByRole('menuitem', { name: 'Odebrat' }).click()
    for (const screen of [anna, wall]) await expect(screen.locator('li').getByText('Pomoc', { exact: true })).toHaveCount(0)
    await console.getByRole('button', { name: 'Vrátit zpět' }).click()
    for (const screen of [anna, wall]) await expect(screen.locator('li').getByText('Pomoc', { exact: true }).first()).toBeVisible()
    expect(await room.ideasOf(step)).toEqual(['Pomoc', 'Lidé'])
  })

  test('the facilitator rewords an idea while everything around it moves', async ({ browser }) => {
    const step = await room.goToNew('ASOCIACE')
    const idea = await room.addIdea(step, 'Papíry')
    const console = await room.console(browser)
    const bela = await room.participant()
    await console.getByRole('button', { name: 'Upravit: Papíry' }).click()
    const editor = console.getByLabel('Znění podnětu, Podnět 1')
    await editor.fill('Papíry a úřad')
    for (let i = 0; i < 4; i++) await editor.press('ArrowLeft')

    for (const other of ['Smysl', 'Výzva']) await bela.write(step, other)
    await room.changeIdea(idea, { text: 'Papíry všude' })
    await room.changeStep(step, { prompt: 'Co vás napadne?' })
    for (const news of ['Výzva', 'Co vás napadne?']) await expect(console.getByText(news, { exact: true })).toBeVisible()
    expect(await cursor(editor)).toEqual({ text: 'Papíry a úřad', at: 9, focused: true })
    await console.keyboard.type('jeden ')
    await editor.press('Enter')
    await expect(console.getByText('Papíry a jeden úřad')).toBeVisible()
    expect(await room.ideasOf(step)).toEqual(['Papíry a jeden úřad', 'Smysl', 'Výzva'])
  })
})
