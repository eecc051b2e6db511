// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '../api/problem'
import { Outbox, type Command } from './outbox.svelte'
import { Shelf } from './shelf'

interface Sent {
  command: Command
  key: string
  accept: () => void
  refuse: (problem: Problem) => void
}

let sent: Sent[]

const send = (command: Command, key: string) =>
  new Promise<void>((accept, refuse) => sent.push({ command, key, accept, refuse }))
/** The app as it starts: a reload makes another one on the same shelf. */
const open = () => new Outbox(new Shelf('outbox'), send)
const idea = (id: string, text: string): Command => ({
  does: 'add',
  part: 'ideas',
  id,
  step: 's',
  under: '',
  text,
})
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const offline = new Problem()
const closed = new Problem({ status: 409, code: 'step-not-open', detail: 'Krok je uzavřen.' })
const told = () => sent.map(({ command }) => `${command.does} ${command.id}`)

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  sent = []
})
afterEach(() => void vi.useRealTimers())

test('ideas are sent one by one in the order of writing', async () => {
  const outbox = open()
  outbox.put(idea('a', 'first'))
  outbox.put(idea('b', 'second'))
  expect(told()).toEqual(['add a'])
  sent[0]!.accept()
  await pass(0)
  expect(told()).toEqual(['add a', 'add b'])
})

test('FM-06: what was written offline survives closing the browser and is sent once, in order', async () => {
  const before = open()
  before.put(idea('a', 'first'))
  before.put(idea('b', 'second'))
  sent[0]!.refuse(offline)
  await pass(0)
  const key = sent[0]!.key
  sent = []

  const after = open()
  expect(after.entries.map((entry) => entry.command.id)).toEqual(['a', 'b'])
  after.nudge()
  expect(sent[0]!.key).toBe(key)
  sent[0]!.accept()
  await pass(0)
  sent[1]!.accept()
  await pass(0)
  expect(told()).toEqual(['add a', 'add b'])
  expect(after.entries).toEqual([])
})

test('without a network the same command is tried again, with the same key', async () => {
  open().put(idea('a', 'one'))
  sent[0]!.refuse(offline)
  await pass(2_000)
  expect(sent).toHaveLength(2)
  expect(sent[1]!.key).toBe(sent[0]!.key)
})

test('a network that comes back ends the waiting at once', async () => {
  const outbox = open()
  outbox.put(idea('a', 'one'))
  sent[0]!.refuse(offline)
  await pass(0)
  outbox.nudge()
  await pass(0)
  expect(sent).toHaveLength(2)
})

test('a busy server is given the time it asks for', async () => {
  open().put(idea('a', 'one'))
  sent[0]!.refuse(new Problem({ status: 429, retryAfter: 10_000 }))
  await pass(9_900)
  expect(sent).toHaveLength(1)
  await pass(200)
  expect(sent).toHaveLength(2)
})

test('what is refused stays with the reason, holds up nothing and loses nothing', async () => {
  const outbox = open()
  outbox.put(idea('a', 'too late'))
  outbox.put(idea('b', 'in time'))
  sent[0]!.refuse(closed)
  await pass(0)
  sent[1]!.accept()
  await pass(0)
  expect(outbox.entries).toHaveLength(1)
  expect(outbox.entries[0]!.refused).toEqual({ code: 'step-not-open', sentence: 'Krok je uzavřen.' })
  expect(outbox.stateOf(outbox.entries[0]!)).toBe('refused')
  expect(open().entries[0]!.command).toEqual(idea('a', 'too late'))
})

test('sending a refused idea again is a new command for the same idea', async () => {
  const outbox = open()
  outbox.put(idea('a', 'one'))
  sent[0]!.refuse(closed)
  await pass(0)
  outbox.again(outbox.entries[0]!)
  await pass(0)
  expect(told()).toEqual(['add a', 'add a'])
  expect(sent[1]!.key).not.toBe(sent[0]!.key)
})

test('rewording what has not left the device yet sends it reworded, once', async () => {
  const outbox = open()
  outbox.put(idea('a', 'in the way'))
  outbox.put(idea('b', 'befroe'))
  outbox.put({ does: 'change', part: 'ideas', id: 'b', text: 'before' })
  sent[0]!.accept()
  await pass(0)
  expect(told()).toEqual(['add a', 'add b'])
  expect(sent[1]!.command).toMatchObject({ text: 'before' })
})

test('rewording what may have arrived already is a second command after it', async () => {
  const outbox = open()
  outbox.put(idea('a', 'one'))
  outbox.put({ does: 'change', part: 'ideas', id: 'a', text: 'two' })
  sent[0]!.accept()
  await pass(0)
  expect(told()).toEqual(['add a', 'change a'])
})

test('removing what never left the device sends nothing', async () => {
  const outbox = open()
  outbox.put(idea('a', 'in the way'))
  outbox.put(idea('b', 'never mind'))
  outbox.put({ does: 'remove', part: 'ideas', id: 'b' })
  expect(outbox.entries.map((entry) => entry.command.id)).toEqual(['a'])
})

test('removing and at once undoing sends nothing', async () => {
  const outbox = open()
  outbox.put(idea('a', 'in the way'))
  outbox.put({ does: 'remove', part: 'ideas', id: 'b' })
  outbox.put({ does: 'restore', part: 'ideas', id: 'b' })
  expect(outbox.entries.map((entry) => entry.command.id)).toEqual(['a'])
})

test('removing what somebody removed before is no refusal', async () => {
  const outbox = open()
  outbox.put({ does: 'remove', part: 'ideas', id: 'a' })
  sent[0]!.refuse(new Problem({ status: 404, code: 'not-found' }))
  await pass(0)
  expect(outbox.entries).toEqual([])
})

test('an idea written in another tab is shown and sent here, too', async () => {
  const here = open()
  const there = new Outbox(new Shelf('outbox'), () => new Promise(() => {}))
  there.put(idea('a', 'from the other tab'))
  here.reread()
  expect(here.entries).toHaveLength(1)
  expect(told()).toEqual(['add a'])
})

test('a device without room keeps it as long as the page is open', async () => {
  const full = Object.create(localStorage, {
    setItem: {
      value: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    },
    getItem: { value: () => null },
    removeItem: { value: () => {} },
    length: { value: 0 },
  }) as Storage
  const outbox = new Outbox(new Shelf('outbox', full), send)
  outbox.put(idea('a', 'one'))
  expect(outbox.entries).toHaveLength(1)
  sent[0]!.accept()
  await pass(0)
  expect(outbox.entries).toEqual([])
})

test('what collides with somebody else is sent anew from what stands, once the person says so', async () => {
  const outbox = open()
  outbox.put({ does: 'change', part: 'ideas', id: 'a', text: 'moje', from: 'výchozí' })
  const collisions = [{ pointer: '#/text', stands: 'cizí', yours: 'moje' }]
  sent[0]!.refuse(new Problem({ status: 409, code: 'changed-since', detail: 'Změnil to někdo jiný.', collisions }))
  await pass(0)
  expect(outbox.entries[0]!.refused).toMatchObject({ code: 'changed-since', stands: 'cizí' })
  outbox.again(outbox.entries[0]!)
  expect(sent[1]!.command).toMatchObject({ text: 'moje', from: 'cizí' })
})
