import { expect, it } from 'vitest'
import { ideaLines } from './lines'

it('makes one idea of each pasted line, without its bullet or number', () => {
  const pasted =
    '- Podpora neformálně pečujících\r\n\r\n• Poctivost péče\n 3. Víceleté financování\n▪ Síťování  \no\tpředfinancování'
  expect(ideaLines(pasted)).toEqual([
    'Podpora neformálně pečujících',
    'Poctivost péče',
    'Víceleté financování',
    'Síťování',
    'předfinancování',
  ])
})

it('leaves numbers and hyphens that belong to the idea', () => {
  expect(ideaLines('14 lidí\n24/7 linka\n-5 °C v kanceláři\no víkendu nikdo')).toEqual([
    '14 lidí',
    '24/7 linka',
    '-5 °C v kanceláři',
    'o víkendu nikdo',
  ])
})

it('finds nothing in nothing', () => {
  expect(ideaLines(' \n\n- \n')).toEqual([])
})
