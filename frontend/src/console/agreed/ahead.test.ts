// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { Ahead } from './ahead.svelte'

it('what was sent leads until the feed has caught up, and somebody else’s value leads again', () => {
  const ahead = new Ahead<string[]>()
  expect(ahead.over(['a'])).toEqual(['a'])
  ahead.sent(['a', 'b'])
  ahead.sent(['a', 'b', 'c'])
  ahead.hear(['a', 'b'])
  expect(ahead.over(['a', 'b'])).toEqual(['a', 'b', 'c'])
  ahead.hear(['z'])
  expect(ahead.over(['z'])).toEqual(['z'])
})

it('what was refused does not lead', () => {
  const ahead = new Ahead<string[]>()
  const refused = ['b']
  ahead.sent(refused)
  ahead.refused(refused)
  expect(ahead.over(['a'])).toEqual(['a'])
})
