// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { Cause } from '../../api/types'
import { LiveWorkshop } from '../../live/workshop.svelte'
import { outline } from '../../parts/fishbone/tree'
import type { Commands } from '../desk/commands'
import { OutgoingCauses } from './outgoing.svelte'

const cause = (id: string, position: number): Cause => ({ id, step: 's', text: id, position })

/** Commands that are never answered: the line is slow. */
const slow = { addCause: () => new Promise(() => {}) } as unknown as Commands

it('shows causes in the order typed, wherever the server puts those that have arrived', () => {
  const outgoing = new OutgoingCauses(slow, new LiveWorkshop())
  const shown = (known: Cause[]) => outline(outgoing.among(known)).map((line) => line.cause.text)
  const type = (text: string, index: number, known: Cause[]) =>
    outgoing.add('s', text, { parent: '', index }, outline(outgoing.among(known)))

  type('druhá', 1, [cause('první', 10)])
  type('třetí', 2, [cause('první', 10)])
  type('nultá', 0, [cause('první', 10)])
  expect(shown([cause('první', 10)])).toEqual(['nultá', 'první', 'druhá', 'třetí'])
  // Meanwhile somebody else has put something in front, and places have moved.
  expect(shown([cause('cizí', 1024), cause('první', 2048)])).toEqual(['nultá', 'cizí', 'první', 'druhá', 'třetí'])
})
