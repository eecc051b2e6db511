// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { votersOf } from './voters'

test('a round says who votes where not everybody does', () => {
  const headings: Record<string, string> = { jury: 'Porota', window: 'Stůl u okna' }
  const room = { part: (id: string) => (headings[id] ? { id, heading: headings[id] } : undefined) }
  const said = (parts: string[] | undefined, state: 'open' | 'closed') =>
    votersOf(room, { state, ...(parts ? { parts } : {}) })
  expect(said(undefined, 'open')).toBe('')
  expect(said(['jury'], 'open')).toContain('Porota')
  expect(said(['jury', 'gone', 'window'], 'closed')).toContain('Porota, Stůl u okna')
  expect(said(['jury'], 'closed')).not.toBe(said(['jury'], 'open'))
})
