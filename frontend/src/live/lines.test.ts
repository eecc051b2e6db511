import { expect, it } from 'vitest'
import { ideaLines } from './lines'

const texts = (pasted: string) => ideaLines(pasted).map((line) => line.text)

it('leaves ordinals and dates that begin an idea', () => {
  const pasted = '2. stupeň ZŠ nemá psychologa\n28. října – lampionový průvod\nchybí asistenti'
  expect(texts(pasted)).toEqual(pasted.split('\n'))
  expect(texts('1. máje se nekoná nic\n28. října také ne')).toEqual(['1. máje se nekoná nic', '28. října také ne'])
  expect(texts('2. třída\n3. třída')).toEqual(['2. třída', '3. třída'])
})

it('drops numbers where the lines are one run from 1', () => {
  expect(texts('1. první\n2. druhý\n3. třetí')).toEqual(['první', 'druhý', 'třetí'])
  expect(texts(' 1)\tprvní\r\n\r\n 2)\tdruhý')).toEqual(['první', 'druhý'])
  expect(texts('(1) první\n(2) druhý')).toEqual(['první', 'druhý'])
})

it('drops no number where the run has a hole, begins later, or another line stands between', () => {
  for (const pasted of [
    '1. první\n3. třetí',
    '2. druhý\n3. třetí',
    '1. první\nk tomu\n2. druhý',
    'Problémy\n1. první\n2. druhý',
  ]) {
    expect(texts(pasted)).toEqual(pasted.split('\n'))
  }
})

it('drops bullets of all usual kinds', () => {
  for (const mark of [
    '-',
    '–',
    '—',
    '•',
    '▪',
    '▫',
    '◦',
    '‣',
    '*',
    '·',
    '●',
    '○',
    '■',
    '□',
    '►',
    '➢',
    '✓',
    '✔️',
    '❖',
    '\u{F0B7}',
    '\u{F0A7}',
  ]) {
    expect(texts(`${mark} Respekt\n${mark}\tPoctivost péče\n  ${mark}\u{A0}Síťování`)).toEqual([
      'Respekt',
      'Poctivost péče',
      'Síťování',
    ])
  }
  expect(texts('o\tpředfinancování\no\tsíťování')).toEqual(['předfinancování', 'síťování'])
})

it('says what it leaves out, so that it can be shown', () => {
  expect(ideaLines('• Respekt\nPéče')).toEqual([
    { text: 'Respekt', dropped: '•' },
    { text: 'Péče', dropped: '' },
  ])
  expect(ideaLines('1. první\n2. druhý').map((line) => line.dropped)).toEqual(['1.', '2.'])
})

it('leaves numbers and hyphens that belong to the idea', () => {
  const pasted = '14 lidí\n24/7 linka\n-5 °C v kanceláři\no víkendu nikdo\n1.5 úvazku'
  expect(texts(pasted)).toEqual(pasted.split('\n'))
})

it('makes lines of the soft breaks of office programs', () => {
  expect(texts('první\vdruhý\u{2028}třetí')).toEqual(['první', 'druhý', 'třetí'])
})

it('finds nothing in nothing', () => {
  expect(ideaLines(' \n\n- \n•\n')).toEqual([])
})
