import { expect, test } from 'vitest'
import { Turns } from './turns'

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('what is pressed waits for what was pressed before it, refused or not; the same twice is done once', async () => {
  const done: string[] = []
  const answers: (() => void)[] = []
  const press = (what: string) => () => new Promise<string>((answer) => answers.push(() => answer(what)))
  const turns = new Turns()
  const note = (what: string | undefined) => done.push(what ?? 'nothing')

  const save = turns.once('save', press('save')).then(note)
  const again = turns.once('save', press('save again')).then(note)
  const fails = turns.take(() => Promise.reject(new Error('refused'))).catch(() => note('refused'))
  const vote = turns.once('vote', press('vote')).then(note)
  await settled()
  expect([answers.length, done]).toEqual([1, ['nothing']])
  answers.shift()!()
  await settled()
  expect(answers, 'the vote is under way').toHaveLength(1)
  answers.shift()!()
  await Promise.all([save, again, fails, vote])
  expect(done.sort()).toEqual(['nothing', 'refused', 'save', 'vote'])

  void turns.once('save', press('later')).then(note)
  await settled()
  answers.shift()!()
  await settled()
  expect(done.at(-1)).toBe('later')
})
