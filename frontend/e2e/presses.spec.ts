import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './fixtures'
import { fewer, field, mine, more, saved, send } from './phone'
import type { Participant, Workshop } from './preparing'

/** All that may come from the room, and from who else facilitates, between pressing and letting go. */
async function stir(workshop: Workshop, step: string, people: Participant[]): Promise<void> {
  const { rounds = [], ideas = [] } = await workshop.picture()
  const voting = rounds.find(({ state }) => state === 'open')
  const [first, second] = people
  if (voting) await first!.place(voting.id, ideas[0]!.id, 2)
  else await workshop.addIdea(step, 'Podnět, který přišel v tu chvíli a je tak dlouhý, že zabere několik řádků')
  await second!.raiseHand()
  await workshop.participant()
  await workshop.changeRoom({ message: 'Za deset minut je přestávka, káva je na chodbě vpravo' })
  await workshop.changeStep(step, { prompt: 'Co vás trápí?\nCo trápí ty, o které se staráte?' })
  await workshop.addStep('PŘIDANÝ KROK')
  await workshop.changeHead({ group: 'PRÁVĚ PŘEJMENOVANÁ' })
}

interface Scene {
  button: (console: Page) => Locator
  /** Leads the workshop to where the button is; the step with ideas is there. */
  lead?: (workshop: Workshop, step: string, people: Participant[]) => Promise<unknown>
  /** What stands once the press has been heard. */
  done: (workshop: Workshop, console: Page) => Promise<unknown>
}

const green = (console: Page) => console.locator('#main-action')
const named = (name: string) => (console: Page) => console.getByRole('button', { name, exact: true })
const roundIs = (state: string) => async (workshop: Workshop) =>
  expect.poll(async () => (await workshop.picture()).rounds?.[0]?.state).toBe(state)

/** In milliseconds. */
const minute = 60_000
const ends = async (workshop: Workshop) => (await workshop.picture()).workshop!.timer!.ends
/** When the timer was to end before the press. */
let before = 0

const scenes: Record<string, Scene> = {
  'the next step': {
    button: green,
    lead: (workshop) => workshop.addStep('DALŠÍ'),
    done: (_, console) => expect(console.getByRole('heading', { name: 'DALŠÍ', level: 1 })).toBeVisible(),
  },
  'start a vote': {
    button: green,
    lead: (workshop, step) => workshop.addRound(step),
    done: roundIs('open'),
  },
  'end a vote, green': {
    button: green,
    lead: (workshop, step) => workshop.vote(step),
    done: roundIs('closed'),
  },
  'end a vote, on its card': {
    button: (console) => console.getByRole('article').getByRole('button', { name: 'Ukončit hlasování' }),
    lead: (workshop, step) => workshop.vote(step),
    done: roundIs('closed'),
  },
  'show a result': {
    button: (console) =>
      console.getByRole('article').getByRole('button', { name: 'Ukázat výsledek', exact: true }),
    lead: async (workshop, step, [somebody]) => {
      const round = await workshop.vote(step)
      await somebody!.place(round, (await workshop.picture()).ideas![0]!.id, 1)
      await workshop.setRound(round, 'closed')
    },
    done: (workshop) => expect.poll(async () => (await workshop.picture()).rounds?.[0]?.revealed).toBe(true),
  },
  'close the step': {
    button: named('Uzavřít krok'),
    done: (_, console) => expect(named('Znovu otevřít krok')(console)).toBeVisible(),
  },
  'darken the wall': {
    button: named('Zhasnout plátno'),
    done: (workshop) => expect.poll(async () => (await workshop.picture()).workshop?.blank).toBe(true),
  },
  'a minute more': {
    button: named('+1 min: přidat minutu'),
    lead: async (workshop) => {
      await workshop.timer({ seconds: 3_600, first: true })
      before = await ends(workshop)
    },
    done: (workshop) => expect.poll(() => ends(workshop)).toBe(before + minute),
  },
  topics: {
    button: named('Přidat okruh'),
    done: (_, console) => expect(console.getByRole('dialog', { name: 'Přidat okruh' })).toBeVisible(),
  },
  'a vote on a decision': {
    button: named('Hlasovat na telefonech'),
    lead: async (workshop) => {
      const step = await workshop.addStep('ROZHODNUTÍ', { method: 'decisions' })
      await workshop.addDecision(step, 'Podáme žádost')
      await workshop.go(step)
      return step
    },
    done: roundIs('open'),
  },
}

for (const [what, { button, lead, done }] of Object.entries(scenes)) {
  test(`a press is heard whatever comes from the room before it is let go: ${what}`, async ({
    browser,
    workshop,
  }) => {
    const step = await workshop.goToNew('PROBLÉMY', ['Peníze', 'Lidé'])
    const people = [await workshop.participant(), await workshop.participant()]
    await lead?.(workshop, step, people)
    const console = await workshop.console(browser, 'run', { viewport: { width: 1024, height: 768 } })
    const pressed = button(console)
    await expect(pressed).toBeEnabled()
    await pressed.hover()
    await console.mouse.down()
    await stir(workshop, step, people)
    await expect(console.locator('header .title')).toContainText('PRÁVĚ PŘEJMENOVANÁ')
    await console.mouse.up()
    await done(workshop, console)
  })
}

interface PhoneScene {
  button: (phone: Page) => Locator
  /** What is open on the step with ideas. */
  lead?: (workshop: Workshop, step: string) => Promise<unknown>
  /** What she has done before. */
  before?: (phone: Page) => Promise<unknown>
  done: (phone: Page) => Promise<unknown>
}

const lavicka = '2. Lavička'
const voteBy = (rule: Parameters<Workshop['vote']>[1]) => (workshop: Workshop, step: string) =>
  workshop.vote(step, rule)
const on = (phone: Page, name: string) => phone.getByRole('button', { name, exact: true })
const isPressed = (button: Locator) => expect(button).toHaveAttribute('aria-pressed', 'true')
const dots = { dots: 3, per_idea: 2 }

const onThePhone: Record<string, PhoneScene> = {
  'a dot': {
    lead: voteBy(dots),
    button: (phone) => more(phone, lavicka),
    done: (phone) => expect(phone.getByLabel('1 hlas', { exact: true })).toBeVisible(),
  },
  'a dot taken back': {
    lead: voteBy(dots),
    before: async (phone) => {
      await more(phone, lavicka).click()
      await expect(saved(phone)).toBeVisible()
    },
    button: (phone) => fewer(phone, lavicka),
    done: (phone) => expect(phone.getByLabel('1 hlas', { exact: true })).toHaveCount(0),
  },
  'a row': {
    lead: voteBy({ dots: 2, per_idea: 1 }),
    button: (phone) => phone.getByText('Lavička', { exact: true }),
    done: (phone) => expect(fewer(phone, lavicka)).toBeVisible(),
  },
  'a place up': {
    lead: voteBy({ rule: { rule: 'ranking', places: 2 } }),
    before: async (phone) => {
      await on(phone, 'Zařadit na 1. místo: 1. Houpačka').click()
      await on(phone, `Zařadit na 2. místo: ${lavicka}`).click()
    },
    button: (phone) => on(phone, `O místo výš: ${lavicka}`),
    done: (phone) => expect(on(phone, `O místo výš: 1. Houpačka`)).toBeEnabled(),
  },
  'for or against': {
    lead: voteBy({ rule: { rule: 'choice', majority: 'simple', of: 'cast' } }),
    button: (phone) => on(phone, `Pro: ${lavicka}`),
    done: (phone) => isPressed(on(phone, `Pro: ${lavicka}`)),
  },
  'an idea sent': {
    before: (phone) => field(phone).fill('Pítko'),
    button: send,
    done: (phone) => expect(mine(phone)).toHaveCount(1),
  },
  'agreeing with an idea': {
    lead: (workshop, step) => workshop.changeStep(step, { agreeing: true }),
    button: (phone) => on(phone, 'Souhlasím: Lavička'),
    done: (phone) => isPressed(on(phone, 'Souhlasím: Lavička')),
  },
}

for (const [what, { button, lead, before, done }] of Object.entries(onThePhone)) {
  test(`a press is heard whatever comes before the finger is lifted: ${what}`, async ({ browser, workshop }) => {
    const step = await workshop.goToNew('NÁPADY', ['Houpačka', 'Lavička', 'Kašna'])
    await lead?.(workshop, step)
    const phone = await workshop.phone(browser)
    await before?.(phone)
    const pressed = button(phone)
    await pressed.hover({ force: true }) // a row lies under its button
    const { y } = (await pressed.boundingBox())!
    await phone.mouse.down()
    await workshop.changeStep(step, { prompt: 'Co by tu mělo být?\nCo by tu mělo být pro ty, kteří sem nechodí?' })
    await workshop.changeRoom({ message: 'Za deset minut je přestávka, káva je na chodbě vpravo' })
    await expect(phone.getByText('Co by tu mělo být pro ty')).toBeVisible()
    expect((await pressed.boundingBox())!.y, 'it was pushed aside').not.toBe(y)
    await phone.mouse.up()
    await done(phone)
  })
}

test('who moves the pointer away before letting go has pressed nothing', async ({ browser, workshop }) => {
  await workshop.goToNew('PROBLÉMY')
  const console = await workshop.console(browser)
  await named('Přidat okruh')(console).hover()
  await console.mouse.down()
  await console.mouse.move(640, 700)
  await console.mouse.up()
  await named('Zhasnout plátno')(console).click()
  await expect(named('Rozsvítit plátno')(console)).toBeVisible()
  await expect(console.getByRole('dialog')).toBeHidden()
})
