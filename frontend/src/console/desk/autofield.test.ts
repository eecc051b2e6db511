// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/svelte'
import type { Component, ComponentProps } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connect } from '../../api/client'
import { late } from './ahead.svelte'
import AutoField from './AutoField.svelte'
import { Desk, provideDesk } from './desk.svelte'

type Props = ComponentProps<typeof AutoField>

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no server')))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const field = () => screen.getByLabelText<HTMLInputElement>('Nadpis')

/** A field somebody has written into and left; the server has answered. */
async function written(before: string, text: string) {
  const desk = new Desk(connect('facilitator', vi.fn()), 'w')
  const Within: Component<Props> = (anchor, props) => {
    provideDesk(desk)
    return AutoField(anchor, props)
  }
  const props: Props = { label: 'Nadpis', value: before, save: () => Promise.resolve() }
  const { rerender } = render(Within, { props, context: new Map() })
  await fireEvent.input(field(), { target: { value: text } })
  await fireEvent.focusOut(field())
  await vi.advanceTimersByTimeAsync(0)
  return (told: string) => rerender({ value: told })
}

test('a text that was saved stays until the feed tells it, and goes where somebody changes it then', async () => {
  const tell = await written('POTŘEBY', 'PŘÁNÍ')
  expect(field().value).toBe('PŘÁNÍ')
  await tell('PŘÁNÍ')
  await tell('CÍLE')
  expect(field().value).toBe('CÍLE')
})

test('a text that was changed back before the feed told it does not stay for ever', async () => {
  await written('POTŘEBY', 'PŘÁNÍ')
  await vi.advanceTimersByTimeAsync(late)
  expect(field().value).toBe('POTŘEBY')
})

test('what is written on meanwhile stays', async () => {
  await written('POTŘEBY', 'PŘÁNÍ')
  await fireEvent.input(field(), { target: { value: 'PŘÁNÍ A SNY' } })
  await vi.advanceTimersByTimeAsync(late)
  expect(field().value).toBe('PŘÁNÍ A SNY')
})
