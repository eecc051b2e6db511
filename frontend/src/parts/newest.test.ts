import { expect, test } from 'vitest'
import { Newest } from './newest'

test('an answer that was overtaken by what was asked later is not shown', async () => {
  const newest = new Newest()
  const shown: string[] = []
  const show = (text: string) => void shown.push(text)
  let answer = (_: string) => {}
  const old = newest.take(new Promise<string>((resolve) => (answer = resolve)), show)
  await newest.take(Promise.resolve('new'), show)
  answer('old')
  await old
  expect(shown).toEqual(['new'])
})

test('what fails is told to whoever asked', async () => {
  await expect(new Newest().take(Promise.reject(new Error('no line')), () => {})).rejects.toThrow('no line')
})
