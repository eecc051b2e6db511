import { expect, test } from 'vitest'
import { clean, lengthOf } from './clean'

test('TM-10: pasted control characters and line-turning marks become spaces', () => {
  expect(clean('péče\u0000\u202Eao\u2066k\u001b')).toBe('péče  ao k')
})

test('line ends and tabs stay, in one form', () => {
  expect(clean(' a\r\nb\rc\td \n')).toBe('a\nb\nc\td')
})

test('soft line ends of office programs end lines', () => {
  expect(clean('první odrážka\vdruhý\u2028řádek\u0085třetí\u2029\f')).toBe('první odrážka\ndruhý\nřádek\ntřetí')
})

test.each([
  ['zero-width spaces', '\u200b\ufeff\u2060'],
  ['accents', '\u0301\u0489\u20e3'],
  ['Hangul fillers', '\u3164\u115f\uffa0'],
  ['braille blanks', '\u2800 \u2800'],
  ['tags', '\u{e0041}\u{e007f}'],
  ['variation selectors', '\ufe0f\u{e0101}'],
  ['control characters', '\0\x7f\u202e\v'],
])('a text of nothing but %s is empty', (_, text) => {
  expect(clean(text)).toBe('')
})

test('an emoji newer than the browser shows', () => {
  expect(clean('\u{1fae9}')).toBe('\u{1fae9}')
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
