// @vitest-environment happy-dom
import { render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeEach, expect, test } from 'vitest'
import { language } from '../text/language.svelte'
import Compose from './Compose.svelte'
import { Drafts } from './drafts'

let sent: string[]

function open(after = () => {}) {
  const send = (text: string) => {
    sent.push(text)
    after()
  }
  return render(Compose, { label: 'Váš podnět', drafts: new Drafts('w'), step: 's', place: '', send })
}

const field = () => screen.getByLabelText<HTMLTextAreaElement>('Váš podnět')

async function type(text: string) {
  field().value = text
  field().dispatchEvent(new Event('input', { bubbles: true }))
  await tick()
}

async function press(key: string, more: KeyboardEventInit = {}) {
  field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  await tick()
}

beforeEach(() => {
  localStorage.clear()
  language.choose('cs')
  sent = []
})

test('Enter sends, and the field is ready for the next idea', async () => {
  open()
  await type('  Respekt ')
  await press('Enter')
  expect(sent).toEqual(['Respekt'])
  expect(field().value).toBe('')
  expect(document.activeElement).toBe(field())
})

test('Shift+Enter makes a new line, and Enter that ends a composed letter sends nothing', async () => {
  open()
  await type('a')
  await press('Enter', { shiftKey: true })
  await press('Enter', { isComposing: true })
  await press('Enter', { isComposing: false, keyCode: 229 }) // Safari
  expect(sent).toEqual([])
})

test('a text begun is there again after a reload', async () => {
  const before = open()
  await type('Rozepsáno')
  before.unmount()
  open()
  expect(field().value).toBe('Rozepsáno')
})

test('a text that was sent leaves no draft, also when sending closes the field at once', async () => {
  const here = open(() => here.unmount())
  await type('Hotovo')
  await press('Enter')
  expect(sent).toEqual(['Hotovo'])
  expect(new Drafts('w').in('s')).toEqual([])
})

test('nothing but spaces is not sent, and says so', async () => {
  open()
  await type('  \n ')
  await press('Enter')
  expect(sent).toEqual([])
  expect(screen.getByText('Nejdřív prosím něco napište.')).toBeTruthy()
})

test('the limit is told before it is reached; what is over it is kept and not sent', async () => {
  open()
  await type('x'.repeat(1_799))
  expect(screen.queryByText(/zbývá znaků/)).toBeNull()
  await type('x'.repeat(1_990))
  expect(screen.getByText('zbývá znaků: 10')).toBeTruthy()
  await type('x'.repeat(2_003))
  await press('Enter')
  expect(sent).toEqual([])
  expect(field().value).toHaveLength(2_003)
  expect(screen.getByText(/přebývá znaků: 3/)).toBeTruthy()
})
