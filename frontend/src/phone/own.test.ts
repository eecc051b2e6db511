import { expect, test } from 'vitest'
import { ownWords } from './own'

test('what I wrote and how I voted is a plain text, step by step', () => {
  const steps = [
    { heading: 'Potřeby', texts: ['jídlo', 'dva\nřádky'], votes: [] },
    {
      heading: 'Priority',
      texts: ['peníze'],
      votes: [{ title: 'Moje hlasy:', lines: ['lidé: 2 hlasy', 'peníze: 1 hlas'] }],
    },
  ]
  expect(ownWords(steps)).toBe(
    'Potřeby\n- jídlo\n- dva\nřádky\n\n' + 'Priority\n- peníze\nMoje hlasy:\n- lidé: 2 hlasy\n- peníze: 1 hlas\n',
  )
})
