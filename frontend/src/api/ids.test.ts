import { expect, test } from 'vitest'
import { newId } from './ids'

test('an id has the 26 characters the server wants', () => {
  for (let i = 0; i < 200; i++) expect(newId()).toMatch(/^[a-z2-7]{26}$/)
})

test('ten thousand ids are all different and use every character of the alphabet', () => {
  const ids = Array.from({ length: 10_000 }, newId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(ids.join('')).size).toBe(32)
})
