import { expect, test } from 'vitest'
import { mineOf, type Contribution, type Written } from './contributions'
import type { Command, EntryState } from './outbox.svelte'

const row = (id: string, text: string): Written => ({ id, step: 's', text, topic: 't' })
const add = (id: string, text: string): Command => ({
  does: 'add',
  part: 'ideas',
  id,
  step: 's',
  under: 't',
  text,
})
const entry = (command: Command, state: EntryState = 'waiting', why = '') => ({
  name: command.id,
  key: command.id,
  command,
  tried: state !== 'waiting',
  state,
  ...(why ? { refused: { code: 'x', sentence: why } } : {}),
})
const none = { rows: [], echoes: [], removed: [], entries: [] }
const say = (mine: Contribution[]) =>
  mine.map((m) => `${m.text} ${m.state}${m.removed ? ' removed' : ''}${m.why && ` (${m.why})`}`)

test('an idea is waiting, then sending, then saved, and never gone in between', () => {
  const sending = mineOf('ideas', 's', { ...none, entries: [entry(add('a', 'one'), 'sending')] })
  const confirmed = mineOf('ideas', 's', { ...none, echoes: [{ command: add('a', 'one'), row: undefined }] })
  const told = mineOf('ideas', 's', { ...none, rows: [row('a', 'one')] })
  expect([...say(sending), ...say(confirmed), ...say(told)]).toEqual(['one sending', 'one saved', 'one saved'])
})

test('a new wording is shown over what the feed tells, with its own state', () => {
  const change: Command = { does: 'change', part: 'ideas', id: 'a', text: 'two' }
  expect(say(mineOf('ideas', 's', { ...none, rows: [row('a', 'one')], entries: [entry(change)] }))).toEqual([
    'two waiting',
  ])
})

test('a refused idea keeps its text and tells why', () => {
  const entries = [entry(add('a', 'one'), 'refused', 'Krok je uzavřen.')]
  expect(say(mineOf('ideas', 's', { ...none, entries }))).toEqual(['one refused (Krok je uzavřen.)'])
})

test('what I removed stays in sight to be brought back, before and after the feed drops it', () => {
  const remove: Command = { does: 'remove', part: 'ideas', id: 'a' }
  const [mine] = mineOf('ideas', 's', { ...none, rows: [row('a', 'one')] })
  const asked = mineOf('ideas', 's', {
    ...none,
    rows: [row('a', 'one')],
    removed: [mine!],
    entries: [entry(remove)],
  })
  const dropped = mineOf('ideas', 's', { ...none, removed: [mine!] })
  expect([...say(asked), ...say(dropped)]).toEqual(['one waiting removed', 'one saved removed'])
})

test('a refused removal leaves the idea where it was', () => {
  const remove: Command = { does: 'remove', part: 'ideas', id: 'a' }
  const [mine] = mineOf('ideas', 's', { ...none, rows: [row('a', 'one')] })
  const entries = [entry(remove, 'refused', 'Krok je uzavřen.')]
  expect(say(mineOf('ideas', 's', { ...none, rows: [row('a', 'one')], removed: [mine!], entries }))).toEqual([
    'one refused (Krok je uzavřen.)',
  ])
})

test('what is brought back is there at once', () => {
  const [mine] = mineOf('ideas', 's', { ...none, rows: [row('a', 'one')] })
  const restore: Command = { does: 'restore', part: 'ideas', id: 'a' }
  expect(say(mineOf('ideas', 's', { ...none, removed: [mine!], entries: [entry(restore)] }))).toEqual([
    'one waiting',
  ])
})

test('contributions to other steps and other parts stay there', () => {
  const entries = [
    entry({ ...add('a', 'one'), step: 'other' } as Command),
    entry({ ...add('b', 'bone'), part: 'causes' }),
  ]
  expect(mineOf('ideas', 's', { ...none, entries })).toEqual([])
})

test('what was refused can be sent again only where that may go well', () => {
  const change: Command = { does: 'change', part: 'ideas', id: 'a', text: 'two', from: 'one' }
  const passing = (code: string) => {
    const refused = { ...entry(change, 'refused'), refused: { code, sentence: 'Nejde to.' } }
    return mineOf('ideas', 's', { ...none, rows: [row('a', 'one')], entries: [refused] })[0]!.passing
  }
  for (const code of ['step-not-open', 'round-open', 'changed-since']) expect(passing(code)).toBe(true)
  for (const code of ['not-yours', 'idea-has-votes', 'invalid', 'not-found']) expect(passing(code)).toBe(false)
})
