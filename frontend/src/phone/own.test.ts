import { expect, test } from 'vitest'
import { ownWords } from './own'

test('what I wrote is a plain text, step by step', () => {
  const written = [
    { heading: 'Potřeby', texts: ['jídlo', 'dva\nřádky'] },
    { heading: 'Rybí kost', texts: ['peníze'] },
  ]
  expect(ownWords(written)).toBe('Potřeby\n- jídlo\n- dva\nřádky\n\nRybí kost\n- peníze\n')
})
