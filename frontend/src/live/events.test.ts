import { expect, test } from 'vitest'
import { EventReader } from './events'

test('a frame cut anywhere by the network is read whole', () => {
  const text = ': padding\nretry: 1500\n\nid: 7\ndata: {"since":0}\n\n:\n\n'
  for (let cut = 0; cut <= text.length; cut++) {
    const reader = new EventReader()
    const events = [...reader.read(text.slice(0, cut)), ...reader.read(text.slice(cut))]
    expect(events).toEqual([
      { data: '', retry: 1500 },
      { data: '{"since":0}', retry: undefined },
    ])
  }
})

test('heartbeats say nothing', () => {
  expect(new EventReader().read(':\n\n: still here\n\n')).toEqual([])
})

test('an event whose end has not come yet waits', () => {
  const reader = new EventReader()
  expect(reader.read('data: 1\n')).toEqual([])
  expect(reader.read('\n')).toHaveLength(1)
})
