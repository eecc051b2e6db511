// @vitest-environment happy-dom
import { render, screen } from '@testing-library/svelte'
import { beforeEach, expect, test } from 'vitest'
import type { Idea } from '../api/types'
import { language } from '../text/language.svelte'
import OneByOne from './OneByOne.svelte'

const entries = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id }) as Idea)

function open(at: number, judged: string) {
  const gone: number[] = []
  render(OneByOne, {
    entries,
    at,
    isJudged: (id: string) => judged.includes(id),
    go: (to: number) => gone.push(to),
  })
  return gone
}
const press = (name: RegExp) => screen.getByRole('button', { name }).click()

beforeEach(() => language.choose('cs'))

test('a judge goes to the entry after and before, and not beyond the ends', () => {
  const gone = open(1, '')
  press(/Další/)
  press(/Předchozí/)
  expect(gone).toEqual([2, 0])
})

test('at the ends there is no further', () => {
  open(0, '')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /Předchozí/ }).disabled).toBe(true)
})

test('she is led to the next entry she has not judged, from the last one around to the first', () => {
  const gone = open(3, 'bd')
  press(/neohodnocen/i)
  expect(gone).toEqual([0])
})

test('where everything is judged, nothing leads there', () => {
  open(1, 'abcd')
  expect(screen.queryByRole('button', { name: /neohodnocen/i })).toBeNull()
})
