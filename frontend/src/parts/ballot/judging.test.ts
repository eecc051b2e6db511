// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/svelte'
import { beforeEach, expect, test } from 'vitest'
import type { Rule } from '../../api/types'
import { language } from '../../text/language.svelte'
import type { Votes } from '../../voting/rule'
import Judging from './Judging.svelte'

const rule: Rule = {
  rule: 'judging',
  steps: 5,
  criteria: [
    { name: 'Potřebnost', weight: 2 },
    { name: 'Proveditelnost', weight: 1 },
  ],
}

function open(votes: Votes) {
  const filled: Votes[] = []
  render(Judging, {
    rule,
    votes,
    entry: 'a',
    topics: {},
    on: '1. Lavička',
    fill: (next: Votes) => void filled.push(next),
  })
  return filled
}
const group = (criterion: string) => within(screen.getByRole('radiogroup', { name: `${criterion}: 1. Lavička` }))
const mark = (criterion: string, n: number) =>
  group(criterion).getByRole<HTMLInputElement>('radio', { name: `${n}` })

beforeEach(() => language.choose('cs'))

test('a mark for one criterion leaves those of the others, and of other entries, as they are', () => {
  const filled = open({ a: [0, 3], b: [1, 1] })
  expect([mark('Proveditelnost', 3).checked, mark('Potřebnost', 3).checked]).toEqual([true, false])
  mark('Potřebnost', 5).click()
  expect(filled).toEqual([{ a: [5, 3], b: [1, 1] }])
})

test('the marks of two criteria are two choices: giving one does not take the other', () => {
  open({})
  expect(mark('Potřebnost', 1).name).not.toBe(mark('Proveditelnost', 1).name)
})

test('all marks of an entry are taken back at once', () => {
  const filled = open({ a: [4, 3], b: [1, 1] })
  screen.getByRole('button', { name: /1\. Lavička/ }).click()
  expect(filled).toEqual([{ b: [1, 1] }])
})
