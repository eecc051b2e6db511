import { expect, it } from 'vitest'
import { namesIn } from './names'

it('names are parted by commas, semicolons and lines; none stands twice', () => {
  expect(namesIn(' Jana Nováková, Petr;Jana Nováková\n, ')).toEqual(['Jana Nováková', 'Petr'])
  expect(namesIn('')).toEqual([])
})
