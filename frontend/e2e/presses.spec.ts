import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './fixtures'
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
