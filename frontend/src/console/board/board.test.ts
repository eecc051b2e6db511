import { expect, test } from 'vitest'
import type { Idea, Topic } from '../../api/types'
import { after, columns, inHand } from './board'

const topics = ['a', 'b'].map((id, at) => ({ id, heading: id, position: at, step: 's' }) as Topic)
const idea = (id: string, more: Partial<Idea> = {}) => ({ id, text: id, step: 's', ...more }) as Idea
const nothing = new Map<string, string>()

test('what is loose stands first, then topic by topic, each with its key', () => {
  const board = columns(topics, [idea('1'), idea('2', { topic: 'b' })], nothing)
  expect(board.map(({ topic, key, cards }) => [topic?.id, key, cards.map((card) => card.idea.id)])).toEqual([
    [undefined, '0', ['1']],
    ['a', '1', []],
    ['b', '2', ['2']],
  ])
})

test('the tenth topic has no key', () => {
  const ten = Array.from({ length: 10 }, (_, at) => ({ ...topics[0]!, id: `t${at}`, position: at }))
  expect(columns(ten, [], nothing).at(-1)!.key).toBe('')
})

test('ideas under another go along with it, on one card', () => {
  const board = columns(topics, [idea('1'), idea('2', { parent: '1' }), idea('3', { parent: '2' })], nothing)
  expect(board[0]!.cards).toMatchObject([{ idea: { id: '1' }, number: 1, under: 2 }])
})

test('a card stands where it was sent before the server has said so', () => {
  const board = columns(topics, [idea('1')], new Map([['1', 'a']]))
  expect(board.map(({ cards }) => cards.length)).toEqual([0, 1, 0])
})

test('the first loose idea is in hand until another is taken', () => {
  const board = columns(topics, [idea('1', { topic: 'a' }), idea('2'), idea('3')], nothing)
  expect(inHand(board, '')).toBe('2')
  expect(inHand(board, '1')).toBe('1')
  expect(inHand(board, 'gone')).toBe('2')
})

test('28 ideas are sorted by 28 keys: the next loose one comes into the hand by itself', () => {
  const ideas = Array.from({ length: 28 }, (_, at) => idea(`i${at}`))
  const going = new Map<string, string>()
  let hand = inHand(columns(topics, ideas, going), '')
  for (let key = 0; key < 28; key++) {
    const next = after(columns(topics, ideas, going), hand, new Set([hand]))
    going.set(hand, 'b')
    hand = next
  }
  expect(going.size).toBe(28)
  expect(hand).toBe('')
})

test('from the last loose idea the hand goes back to the first one that is left', () => {
  const board = columns(topics, [idea('1'), idea('2'), idea('3')], nothing)
  expect(after(board, '3', new Set(['3', '1']))).toBe('2')
})
