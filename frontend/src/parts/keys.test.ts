// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sends } from './keys'

const press = (init: KeyboardEventInit) => new KeyboardEvent('keydown', { key: 'Enter', ...init })

test('Enter sends; with Shift, or while a letter is composed, it does not', () => {
  expect(sends(press({}))).toBe(true)
  expect(sends(press({ shiftKey: true }))).toBe(false)
  expect(sends(press({ isComposing: true }))).toBe(false)
  expect(sends(press({ key: 'a' }))).toBe(false)
})

test('Enter with which Safari ends a composed letter sends nothing', () => {
  expect(sends(press({ isComposing: false, keyCode: 229 }))).toBe(false)
})

test('nobody but keys.ts asks whether a letter is being composed, or what Enter means', () => {
  const all = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(svelte|ts)$/.test(file),
  )
  const others = all.filter((file) => !/keys\.ts$|\.test\.ts$|shortcuts/.test(file)).map((file) => `src/${file}`)
  expect(others.length).toBeGreaterThan(100)
  const asking = others.filter((file) => /isComposing|key [!=]== 'Enter'/.test(readFileSync(file, 'utf8')))
  expect(asking).toEqual([])
})
