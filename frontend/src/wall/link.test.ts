import { expect, it } from 'vitest'
import { parseLink } from './link'

const workshop = 'abcdefghijklmnopqrstuvwx27'

it('reads the link the console opens the wall with', () => {
  expect(parseLink(`#${workshop}.aB-_9`)).toEqual({ workshop, token: 'aB-_9' })
})

it('reads the address that is left after a reload, without the secret', () => {
  expect(parseLink(`#${workshop}`)).toEqual({ workshop, token: '' })
})

it('knows a link that is not complete', () => {
  for (const hash of ['', '#', '#abc.def', `#${workshop}.`, '#ABCDEFGHIJKLMNOPQRSTUVWX27.x']) {
    expect(parseLink(hash)).toBeUndefined()
  }
})
