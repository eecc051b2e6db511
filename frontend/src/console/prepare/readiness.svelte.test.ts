import { expect, test } from 'vitest'
import type { Desk } from '../desk/desk.svelte'
import { Readiness } from './readiness.svelte'

test('an answer that was overtaken by a later one does not take back what that one told', async () => {
  const answers: ((door: { walls: boolean }) => void)[] = []
  const door = () => new Promise((resolve) => answers.push(resolve))
  const live = { head: undefined, steps: [], progress: { seats: 0 } }
  const readiness = new Readiness({ live, commands: { door } } as unknown as Desk)

  const looks = [readiness.look(), readiness.look()]
  answers[1]!({ walls: true })
  answers[0]!({ walls: false })
  await Promise.all(looks)
  expect(readiness.checks.find(({ name }) => name === 'wall')?.done).toBe(true)
})
