// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/svelte'
import { describe, expect, it } from 'vitest'
import { cs } from '../text/console.cs'
import { en } from '../text/console.en'
import { cs as wallCs } from '../text/wall.cs'
import { en as wallEn } from '../text/wall.en'
import Check from './Check.svelte'

describe('a tick', () => {
  it('is named by its words alone, and described by its hint', () => {
    render(Check, { label: 'Na konci uzavřít', hint: 'Až čas vyprší.', checked: false })
    const tick = screen.getByRole('checkbox', { name: 'Na konci uzavřít' })
    const hint = document.getElementById(tick.getAttribute('aria-describedby') ?? '')
    expect(hint?.textContent).toBe('Až čas vyprší.')
  })

  it('asks what is to be so, and shows what is', async () => {
    const asked: boolean[] = []
    const { rerender } = render(Check, {
      label: 'Ukázat všem',
      checked: false,
      change: (checked: boolean) => void asked.push(checked),
    })
    const tick = screen.getByRole<HTMLInputElement>('checkbox')
    await fireEvent.click(tick)
    expect(asked).toEqual([true])
    await rerender({ checked: true })
    expect(tick.checked).toBe(true)
  })
})

it.each([
  ['history', cs.bar.history, cs.history.title],
  ['history', en.bar.history, en.history.title],
  ['keys', cs.bar.keysShort, cs.bar.keys],
  ['keys', en.bar.keysShort, en.bar.keys],
  ['code', wallCs.code, wallCs.bigCode],
  ['code', wallEn.code, wallEn.bigCode],
  ['full screen', wallCs.full, wallCs.fullscreen],
  ['full screen', wallEn.full, wallEn.fullscreen],
])('the word beside the icon of %s is in its name, so that it can be said aloud: %s', (_icon, word, name) => {
  expect(name.toLowerCase()).toContain(word.toLowerCase())
})
