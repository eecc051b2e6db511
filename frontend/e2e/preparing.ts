import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  type Page,
  request,
} from '@playwright/test'
import { newId, newKey } from '../src/api/ids'
import type { components } from '../src/api/schema'
import { person, phoneSize } from './people'
import type { Program } from './program'

type Body = components['schemas']
type Options = Parameters<Browser['newContext']>[0]

/** Speaks to the program as one of its own pages does. */
export function asPage({ origin }: Program): Promise<APIRequestContext> {
  return request.newContext({ baseURL: origin, extraHTTPHeaders: { Origin: origin, 'Accept-Language': 'cs' } })
}

/** A facilitator without a screen: what a test does not look at is prepared over HTTP. */
export class Facilitator {
  private constructor(
    readonly program: Program,
    private readonly api: APIRequestContext,
  ) {}

  /** Makes the first account of a program just started. */
  static async first(program: Program): Promise<Facilitator> {
    const api = await asPage(program)
    const facilitator = new Facilitator(program, api)
    const link = new URL(program.firstLink).hash.slice('#link='.length)
    await facilitator.send('post', '/api/accounts', {
      link,
      name: 'Petra Hybnerová',
      login: 'petra',
      password: 'kolo strom řeka',
    })
    return facilitator
  }

  async send<T>(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, data?: unknown): Promise<T> {
    const answer = await this.api[method](path, { data, headers: { 'Idempotency-Key': newKey() } })
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}\n${this.program.said.slice(-2000)}`).toBe(true)
    return (await answer.json().catch(() => undefined)) as T
  }

  /** A workshop whose doors are open. */
  async workshop(
    template = 'empty',
    head: Body['Head'] = { language: 'cs', group: 'SOCIÁLNÍ SLUŽBY 2' },
  ): Promise<Workshop> {
    const { id } = await this.send<Body['Workshop']>('post', '/api/workshops', { id: newId(), template, head })
    const workshop = new Workshop(this, id)
    await workshop.setState('open')
    return workshop
  }

  /** The newest of the workshops there are. */
  async newest(): Promise<Workshop> {
    const { workshops } = await this.send<Body['Library']>('get', '/api/library')
    return new Workshop(this, workshops[0]!.id)
  }

  /** Her browser, signed in. */
  async browser(browser: Browser, options: Options = {}): Promise<BrowserContext> {
    const page = await person(browser, {
      viewport: { width: 1280, height: 800 },
      ...options,
      storageState: await this.api.storageState(),
    })
    return page.context()
  }
}

/** One workshop as its facilitator, her participants and the wall come to it. */
export class Workshop {
  constructor(
    private readonly by: Facilitator,
    readonly id: string,
  ) {}

  private send<T>(method: Parameters<Facilitator['send']>[0], path: string, data?: unknown): Promise<T> {
    return this.by.send<T>(
      method,
      `/api/workshops/${this.id}${path}${path.includes('?') ? '&' : '?'}as=facilitator`,
      data,
    )
  }

  setState(state: Body['WorkshopMove']['state']) {
    return this.send('put', '/state', { state })
  }

  door() {
    return this.send<Body['Door']>('get', '/door')
  }

  /** Everything there is, as the facilitator's screens know it. */
  picture() {
    return this.send<Body['Frame']>('get', '/feed?since=0&wait=0s')
  }

  /** The id of a step by its heading. */
  async step(heading: string): Promise<string> {
    const { steps } = await this.picture()
    return steps!.find((step) => step.heading === heading)!.id
  }

  /** The texts of a step's ideas in the order collected. */
  async ideasOf(step: string): Promise<string[]> {
    const { ideas = [] } = await this.picture()
    return ideas
      .filter((idea) => idea.step === step)
      .sort((a, b) => a.position - b.position)
      .map(({ text }) => text)
  }

  async addStep(heading: string, more: Partial<Body['NewStep']> = {}): Promise<string> {
    const id = newId()
    await this.send('post', '/steps', { id, method: 'collect', heading, ...more })
    return id
  }

  /** A new step with ideas, and everybody is there. */
  async goToNew(heading: string, ideas: string[] = []): Promise<string> {
    const step = await this.addStep(heading)
    for (const text of ideas) await this.addIdea(step, text)
    await this.go(step)
    return step
  }

  changeStep(step: string, change: Body['StepChange']) {
    return this.send('patch', `/steps/${step}`, change)
  }

  go(step: string) {
    return this.send('put', `/steps/${step}/state`, { state: 'open' })
  }

  close(step: string) {
    return this.send('put', `/steps/${step}/state`, { state: 'closed' })
  }

  timer(timer: Body['NewTimer']) {
    return this.send('put', '/timer', timer)
  }

  stopTimer() {
    return this.send('delete', '/timer')
  }

  changeRoom(change: Body['RoomChange']) {
    return this.send('patch', '/room', change)
  }

  async addTopic(step: string, heading: string): Promise<string> {
    const id = newId()
    await this.send('post', `/steps/${step}/topics`, { id, heading })
    return id
  }

  async addIdea(step: string, text: string, more: Partial<Body['NewEntry']> = {}): Promise<string> {
    const id = newId()
    await this.send('post', `/steps/${step}/ideas`, { id, text, ...more })
    return id
  }

  changeIdea(idea: string, change: Body['EntryChange']) {
    return this.send('patch', `/ideas/${idea}`, change)
  }

  async addCause(step: string, text: string, parent?: string): Promise<string> {
    const id = newId()
    await this.send('post', `/steps/${step}/causes`, { id, text, ...(parent && { parent }) })
    return id
  }

  /** Divides the room into parts of these ids. */
  divide(heading: string, parts: Body['DivisionPart'][]) {
    return this.send('post', '/divisions', { id: newId(), heading, parts })
  }

  changeHead(change: Body['HeadChange']) {
    return this.send('patch', '/head', change)
  }

  async addDecision(step: string, text: string): Promise<string> {
    const id = newId()
    await this.send('post', `/steps/${step}/decisions`, { id, text })
    return id
  }

  async addTask(step: string, text: string, more: Partial<Body['NewEntry']> = {}): Promise<string> {
    const id = newId()
    await this.send('post', `/steps/${step}/tasks`, { id, text, ...more })
    return id
  }

  changeDecision(decision: string, change: Body['EntryChange']) {
    return this.send('patch', `/decisions/${decision}`, change)
  }

  remove(part: 'steps' | 'topics' | 'ideas' | 'causes' | 'rounds', id: string) {
    return this.send('delete', `/${part}/${id}`)
  }

  /** Of three dots, where no rule is said. */
  async addRound(step: string, round: Partial<Body['NewRound']> = {}): Promise<string> {
    const id = newId()
    await this.send('post', `/steps/${step}/rounds`, {
      id,
      ...(round.rule ? {} : { dots: 3, per_idea: 3 }),
      ...round,
    })
    return id
  }

  setRound(round: string, state: Body['RoundMove']['state']) {
    return this.send('put', `/rounds/${round}/state`, { state })
  }

  /** Closes a round and shows everybody its result. */
  async reveal(round: string): Promise<void> {
    await this.setRound(round, 'closed')
    await this.setRound(round, 'revealed')
  }

  /** A new round, open to everybody. */
  async vote(step: string, rule: Partial<Body['NewRound']> = {}): Promise<string> {
    const round = await this.addRound(step, rule)
    await this.setRound(round, 'open')
    return round
  }

  /** Closes the round and tells what each idea got, by its text; nothing where nobody voted. */
  async count(round: string): Promise<{ voters: number | undefined; points: Record<string, number | null> }> {
    await this.setRound(round, 'closed')
    const { rounds, ideas } = await this.picture()
    const { standing, voters } = rounds!.find(({ id }) => id === round)!
    const text = new Map(ideas!.map((idea) => [idea.id, idea.text]))
    return {
      voters,
      points: Object.fromEntries((standing ?? []).map((place) => [text.get(place.idea), place.points])),
    }
  }

  /** A phone that has scanned the QR code. */
  async phone(browser: Browser, options: Options = {}): Promise<Page> {
    const page = await person(browser, { ...phoneSize, ...options })
    await page.goto(await this.scanned())
    await expect(page.locator('header ~ main h1'), 'she is inside, and knows where people are').toBeVisible()
    return page
  }

  /** What the QR code says, on the address of the tests. */
  async scanned(): Promise<string> {
    const { hash } = new URL((await this.door()).url)
    return `${this.by.program.origin}/${hash}`
  }

  /** The facilitator's console on a part of the workshop. */
  async console(browser: Browser, part = 'run', options: Options = {}): Promise<Page> {
    const page = (await this.by.browser(browser, options)).pages()[0]!
    await page.goto(this.consoleAddress(part))
    return page
  }

  consoleAddress(part: string): string {
    return `${this.by.program.origin}/console#/w/${this.id}/${part}`
  }

  async wall(browser: Browser, options: Options = {}): Promise<Page> {
    const page = await person(browser, { viewport: { width: 1024, height: 768 }, ...options })
    await page.goto(this.by.program.origin + (await this.door()).wall)
    return page
  }

  /** The secret of a link that lets somebody else run the workshop. */
  async invite(): Promise<string> {
    const { url } = await this.send<{ url: string }>('post', '/facilitation/links', { id: newId() })
    return new URL(url).hash.slice('#link='.length)
  }

  /** A participant without a screen. */
  async participant(): Promise<Participant> {
    const api = await asPage(this.by.program)
    const { code } = await this.door()
    expect((await api.post('/api/join', { data: { code } })).ok()).toBe(true)
    return new Participant(api, this.id)
  }
}

export class Participant {
  constructor(
    private readonly api: APIRequestContext,
    private readonly workshop: string,
  ) {}

  private readonly ballots = new Map<string, Map<string, number>>()
  private seq = 0

  async write(step: string, text: string): Promise<void> {
    const answer = await this.api.post(`/api/workshops/${this.workshop}/steps/${step}/ideas`, {
      data: { id: newId(), text },
      headers: { 'Idempotency-Key': newKey() },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }

  async raiseHand(): Promise<void> {
    const answer = await this.api.put(`/api/workshops/${this.workshop}/hands/mine`, {
      data: { raised: true },
      headers: { 'Idempotency-Key': newKey() },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }

  async sitDown(division: string, part: string): Promise<void> {
    const answer = await this.api.put(`/api/workshops/${this.workshop}/divisions/${division}/mine`, {
      data: { part },
      headers: { 'Idempotency-Key': newKey() },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }

  /** Puts dots on an idea; those on others stay. */
  async place(round: string, idea: string, count: number): Promise<void> {
    const votes = this.ballots.get(round) ?? new Map<string, number>()
    this.ballots.set(round, votes.set(idea, count))
    const path = `/api/workshops/${this.workshop}/rounds/${round}/ballot/mine`
    const answer = await this.api.put(path, {
      data: { votes: [...votes].map(([entry, value]) => ({ entry, value })), seq: ++this.seq },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
}
