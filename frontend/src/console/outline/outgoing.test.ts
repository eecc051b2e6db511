// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import type { Cause } from '../../api/types'
import { LiveWorkshop } from '../../live/workshop.svelte'
import { outline } from '../../parts/tree'
import type { Commands } from '../desk/commands'
import { among, OutgoingEntries, standing } from './outgoing.svelte'

const cause = (id: string, position: number): Cause => ({ id, step: 's', text: id, position })

/** Commands that are never answered: the line is slow. */
const slow = { addEntry: () => new Promise(() => {}) } as unknown as Commands

it('shows entries in the order typed, wherever the server puts those that have arrived', () => {
  const outgoing = new OutgoingEntries(slow, new LiveWorkshop())
  const lines = (known: Cause[]) => outline(among(known, outgoing.in('s')))
  const shown = (known: Cause[]) => lines(known).map((line) => line.entry.text)
  const type = (text: string, index: number, known: Cause[]) =>
    outgoing.add('causes', 's', text, text, { parent: '', index }, lines(known))

  type('druhá', 1, [cause('první', 10)])
  type('třetí', 2, [cause('první', 10)])
  type('nultá', 0, [cause('první', 10)])
  expect(shown([cause('první', 10)])).toEqual(['nultá', 'první', 'druhá', 'třetí'])
  // Meanwhile somebody else has put something in front, and places have moved.
  expect(shown([cause('cizí', 1024), cause('první', 2048)])).toEqual(['nultá', 'cizí', 'první', 'druhá', 'třetí'])
})

it('what is typed in one step does not stand in another', () => {
  const outgoing = new OutgoingEntries(slow, new LiveWorkshop())
  outgoing.add('tasks', 's', 'a', 'Úkol', { parent: '', index: 0 }, [])
  expect(outgoing.in('t')).toEqual([])
  expect(outgoing.any).toBe(true)
})

it('a new line stands below the branch of the line before it, closer than what was typed there earlier', () => {
  const known = [cause('první', 10), { ...cause('pod', 1), parent: 'první' }, cause('druhá', 20)]
  const others = ['dřív', 'potom'].map((text) => standing(text, text, { parent: '', index: 1 }, outline(known)))
  const shown = outline(among(known, others)).map((line) => line.entry.text)
  expect(shown).toEqual(['první', 'pod', 'potom', 'dřív', 'druhá'])
})
