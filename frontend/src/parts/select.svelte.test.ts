// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { played } from '../voting/rule'
import { rules } from '../text/rules'
import Select from './Select.svelte'

it('offers all rules of voting in one row, the chosen one named', async () => {
  const chosen: string[] = []
  const options = played.map((value) => ({ value, label: rules().names[value] }))
  render(Select, { label: 'Pravidlo', options, value: 'dots', choose: (name: string) => chosen.push(name) })
  const row = screen.getByLabelText<HTMLSelectElement>('Pravidlo')
  expect(screen.queryAllByRole('radio')).toEqual([])
  expect(row.selectedOptions[0]?.textContent).toBe(rules().names.dots)
  expect(row.options).toHaveLength(played.length)
  await fireEvent.change(row)
  expect(chosen).toEqual(['dots'])
})
