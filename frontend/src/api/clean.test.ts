import { expect, test } from 'vitest'
import { clean, lengthOf } from './clean'

test('TM-10: pasted control characters and line-turning marks become spaces', () => {
  expect(clean('péče\u0000\u202Eao\u2066k\u0085')).toBe('péče  ao k')
})

test('line ends and tabs stay, in one form', () => {
  expect(clean(' a\r\nb\rc\td \n')).toBe('a\nb\nc\td')
})

test('half an emoji does not make the server refuse the rest', () => {
  expect(clean('dobré 👍 a \ud83d')).toBe('dobré 👍 a \ufffd')
})

test('Hebrew, Arabic and joined emoji are left as they are', () => {
  const text = 'שלום مرحبا 👩‍👩‍👧 č'
  expect(clean(text)).toBe(text)
})

test('an emoji is one character', () => {
  expect(lengthOf('👍č')).toBe(2)
})
