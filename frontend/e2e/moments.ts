import { type Browser, type BrowserContextOptions, expect } from '@playwright/test'
import { newId } from '../src/api/ids'
import type { components } from '../src/api/schema'
import { person } from './people'
import { Facilitator } from './preparing'
import { play, type See, type Stage } from './stage'
import type { Language } from './words'

type Rule = components['schemas']['Rule']

/**
 * Goes through a workshop of what people came for, and what is hard to show (many ideas, many options, every rule,
 * tables, promises, the end), and looks at each on a phone, the console and the wall.
 */
export function moments(
  browser: Browser,
  language: Language,
  see: See,
  more: BrowserContextOptions = {},
): Promise<void> {
  return play(
    { browser, language, see, more },
    async ({ program, options }) => {
      await program.start()
      const facilitator = await Facilitator.first(program)
      const workshop = await facilitator.workshop('empty', { language, group: 'SOCIÁLNÍ SLUŽBY 2', number: 3 })
      return { facilitator, workshop, phone: await workshop.phone(browser, options) }
    },
    [fields, sorting, options12, rules, tables, promises, ending, published],
  )
}

/** Ideas as people write them, longer than a line of a small wall. */
export const things = [
  'Nekomunikace mezi úřady',
  'Nízká informovanost rodin',
  'Nedostatek financí na terénní služby',
  'Spolupráce s obcemi',
  'Chybějící bydlení',
  'Málo pečovatelek o víkendu',
  'Dlouhé čekací lhůty',
  'Doprava k lékaři z malých obcí',
  'Přetížení sociálních pracovnic',
  'Stigma duševního onemocnění',
  'Odlehčovací služby jen ve městech',
  'Administrativa a výkazy',
]

/** A SWOT: four fields, eight short ideas in each. */
async function fields({ workshop, phone, console, wall, see }: Stage): Promise<void> {
  const step = await workshop.addStep('SWOT', { prompt: 'Jak na tom jsme?' })
  await workshop.changeStep(step, { layout: 'quadrants' })
  for (const heading of ['SILNÉ STRÁNKY', 'SLABÉ STRÁNKY', 'PŘÍLEŽITOSTI', 'HROZBY']) {
    const topic = await workshop.addTopic(step, heading)
    for (const text of things.slice(0, 8)) await workshop.addIdea(step, text, { topic })
  }
  await workshop.go(step)
  await expect(wall.getByText('HROZBY').first()).toBeVisible()
  await see(wall, 'wall', 'swot')
  await expect(phone.getByRole('button', { name: /^SILNÉ STRÁNKY/ }).first()).toBeVisible()
  await see(phone, 'phone', 'swot')
  await expect(console.getByRole('heading', { name: 'HROZBY' })).toBeVisible()
  await see(console, 'console', 'swot')
}

/** Twenty-eight ideas, sorted on the board. */
async function sorting({ workshop, phone, console, wall, see, w }: Stage): Promise<void> {
  const step = await workshop.goToNew('PROBLÉMY', [...things, ...things, ...things.slice(0, 4)])
  for (const heading of ['SENIOŘI', 'RODINY', 'LIDÉ BEZ DOMOVA']) await workshop.addTopic(step, heading)
  await expect(wall.getByRole('heading', { name: 'PROBLÉMY' })).toBeVisible()
  await see(wall, 'wall', 'ideas-28')
  await see(phone, 'phone', 'ideas-28')
  await see(console, 'console', 'ideas-28')
  await console.getByRole('button', { name: w.console.board.open }).click()
  await console.keyboard.press('1')
  await console.keyboard.press('2')
  await see(console, 'console', 'board')
  await console.getByRole('button', { name: w.console.board.back }).click()
  await console.getByRole('button', { name: w.room.wall.show }).click()
  await expect(console.getByRole('button', { name: w.room.wall.close })).toBeVisible()
  await see(console, 'console', 'wall-in-hand')
  await console.getByRole('button', { name: w.room.wall.close }).click()
}

/** Twelve options: the ballot on a phone, the room while it votes, and the result shown. */
async function options12({ workshop, phone, console, wall, see, w }: Stage): Promise<void> {
  const step = await workshop.goToNew('PRIORITY', things)
  const { ideas } = await workshop.picture()
  const mine = ideas!.filter((idea) => idea.step === step)
  const round = await workshop.vote(step, { dots: 3, per_idea: 1 })
  const dot = phone.getByRole('button', { name: /^(Vybrat|Choose|Přidat hlas|Add a dot)/ })
  await expect(dot.first()).toBeVisible()
  await see(phone, 'phone', 'ballot-12')
  await dot.nth(4).click()
  await dot.nth(1).click()
  for (let i = 0; i < 9; i++) {
    const other = await workshop.participant()
    for (const idea of [mine[4]!, mine[(i * 5) % 12]!, mine[(i * 3 + 1) % 12]!])
      await other.place(round, idea.id, 1)
  }
  await expect(wall.getByText(w.wall.votedOf(10, 10))).toBeVisible()
  await see(phone, 'phone', 'ballot-12-voted')
  await see(wall, 'wall', 'voting-12')
  await see(console, 'console', 'voting-12')
  await workshop.setRound(round, 'closed')
  await expect(console.getByText(w.console.run.nowUnseen)).toBeVisible()
  await see(console, 'console', 'unseen-12')
  await see(phone, 'phone', 'awaits-12')
  await workshop.setRound(round, 'revealed')
  await expect(phone.getByRole('heading', { name: w.apart.round.result })).toBeVisible()
  await see(phone, 'phone', 'result-12')
  await see(wall, 'wall', 'result-12')
  await see(console, 'console', 'result-12')
}

/** A ballot and a result by each rule. */
async function rules({ workshop, phone, console, wall, see, w }: Stage): Promise<void> {
  const step = await workshop.goToNew('JAK HLASUJEME', things.slice(0, 5))
  const { ideas } = await workshop.picture()
  const mine = ideas!.filter((idea) => idea.step === step)
  const each: Rule[] = [
    { rule: 'choice', majority: 'two-thirds', of: 'cast' },
    { rule: 'approval', most: 2 },
    { rule: 'weights', weights: [3, 2, 1] },
    { rule: 'plus-minus', dots: 3, minus: 1 },
    { rule: 'ranking', places: 3 },
    { rule: 'scale', steps: 5, labels: ['málo', 'hodně'] },
    {
      rule: 'budget',
      budget: 100_000,
      unit: 'Kč',
      costs: Object.fromEntries(mine.map(({ id }) => [id, 40_000])),
    },
  ]
  for (const rule of each) {
    const round = await workshop.addRound(step, { rule })
    if (rule.rule === 'ranking' || rule.rule === 'budget') await see(console, 'console', `prepared-${rule.rule}`)
    await workshop.setRound(round, 'open')
    await expect(phone.getByRole('heading', { name: /Hlasování|Voting/ })).toBeVisible()
    await see(phone, 'phone', `ballot-${rule.rule}`)
    for (let i = 0; i < 3; i++) {
      const other = await workshop.participant()
      await other.place(round, mine[i % 2]!.id, 1)
    }
    await workshop.reveal(round)
    await expect(wall.getByText(w.result.voters(3))).toBeVisible()
    if (rule.rule === 'choice' || rule.rule === 'scale') {
      await see(wall, 'wall', `result-${rule.rule}`)
      await see(phone, 'phone', `result-${rule.rule}`)
    }
  }
  await see(console, 'console', 'result-rules')
}

/** Tables side by side. */
async function tables({ workshop, phone, console, wall, see }: Stage): Promise<void> {
  const parts = [1, 2, 3, 4].map((table) => ({ id: newId(), heading: `Stůl ${table}` }))
  await workshop.divide('Kde sedíte?', parts)
  await expect(phone.getByRole('button', { name: 'Stůl 2', exact: true })).toBeVisible()
  await see(phone, 'phone', 'where-i-sit')
  await phone.getByRole('button', { name: 'Stůl 2', exact: true }).click()
  for (const { id, heading } of parts) {
    const step = await workshop.addStep(`CO S TÍM – ${heading}`, { part: id } as never)
    await workshop.go(step)
    await workshop.addIdea(step, `Co navrhuje ${heading}`)
  }
  await console.goto(workshop.consoleAddress('run/tables'))
  await expect(console.getByRole('table').first()).toBeVisible()
  await see(console, 'console', 'tables')
  await see(wall, 'wall', 'tables')
  await see(phone, 'phone', 'table')
}

/** What was agreed, and who does what. */
async function promises({ program, workshop, phone, console, wall, see }: Stage): Promise<void> {
  const decided = await workshop.addStep('ROZHODNUTÍ', { method: 'decisions' })
  await workshop.addDecision(decided, 'Zřídíme koordinační schůzky služeb a obcí jednou za čtvrt roku')
  await workshop.addDecision(decided, 'Bere na vědomí zprávu o čekacích lhůtách')
  await workshop.go(decided)
  await expect(wall.getByRole('heading', { name: 'ROZHODNUTÍ' })).toBeVisible()
  await see(wall, 'wall', 'decisions')
  await see(phone, 'phone', 'decisions')
  await console.goto(workshop.consoleAddress('run'))
  await see(console, 'console', 'decisions')
  const tasks = await workshop.addStep('ÚKOLY', { method: 'tasks' })
  for (const text of ['Rozeslat pozvánku na první schůzku', 'Sepsat kontakty na služby v kraji'])
    await workshop.addTask(tasks, text)
  await workshop.go(tasks)
  await expect(wall.getByRole('heading', { name: 'ÚKOLY' })).toBeVisible()
  await see(wall, 'wall', 'tasks')
  await see(console, 'console', 'tasks')
  await console.goto(`${program.origin}/console#/promises`)
  await expect(console.getByText('Rozeslat pozvánku').first()).toBeVisible()
  await see(console, 'console', 'promises')
  await console.goto(workshop.consoleAddress('prepare'))
  await see(console, 'console', 'prepare-overview')
}

/** The end: thanks, what each wrote, how it was. */
async function ending({ workshop, phone, console, wall, see, w }: Stage): Promise<void> {
  await workshop.setState('ended')
  await expect(phone.getByRole('heading', { name: w.phone.ended.heading })).toBeVisible()
  await see(phone, 'phone', 'end-with-feedback')
  await expect(wall.getByText(w.wall.ended)).toBeVisible()
  await see(wall, 'wall', 'end-with-feedback')
  await console.goto(workshop.consoleAddress('run'))
  await expect(console.getByText(w.console.run.nowEnded)).toBeVisible()
  await see(console, 'console', 'end-with-feedback')
  await console.goto(workshop.consoleAddress('run/doors'))
  await see(console, 'console', 'end-doors')
  await console.goto(workshop.consoleAddress('minutes'))
  await expect(console.getByText(w.console.minutes.publishing.concerns)).toBeVisible()
  await see(console, 'console', 'minutes-concerns')
}

/** What anybody reads, on a phone and on a laptop. */
async function published({
  browser,
  program,
  facilitator,
  workshop,
  see,
  options,
  wall,
  phone,
}: Stage): Promise<void> {
  const work = `/api/workshops/${workshop.id}`
  await facilitator.send('post', `${work}/editions?as=facilitator`, {})
  await facilitator.send('put', `${work}/editions/1/state?as=facilitator`, { state: 'published' })
  const { link } = await facilitator.send<components['schemas']['MinutesWork']>(
    'get',
    `${work}/minutes?as=facilitator`,
  )
  const reader = await person(browser, options)
  await reader.goto(`${program.origin}/minutes/${link}`)
  await see(reader, 'phone', 'published')
  await see(reader, 'console', 'published')
  await see(wall, 'wall', 'minutes-out')
  await see(phone, 'phone', 'minutes-out')
}
