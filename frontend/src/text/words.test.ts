import { expect, test } from 'vitest'
import { cs as admissionCs } from './admission.cs'
import { en as admissionEn } from './admission.en'
import { cs as agreedCs } from './agreed.cs'
import { en as agreedEn } from './agreed.en'
import { cs as answersCs } from './answers.cs'
import { en as answersEn } from './answers.en'
import { cs as apartCs } from './apart.cs'
import { en as apartEn } from './apart.en'
import { cs as consoleCs } from './console.cs'
import { en as consoleEn } from './console.en'
import { cs as feedbackCs } from './feedback.cs'
import { en as feedbackEn } from './feedback.en'
import { cs as importingCs } from './importing.cs'
import { en as importingEn } from './importing.en'
import { cs as handingCs } from './handing.cs'
import { en as handingEn } from './handing.en'
import { cs as inputCs } from './input.cs'
import { en as inputEn } from './input.en'
import { cs as linksCs } from './links.cs'
import { en as linksEn } from './links.en'
import { cs as lobbyCs } from './lobby.cs'
import { en as lobbyEn } from './lobby.en'
import { cs as ownCs } from './own.cs'
import { en as ownEn } from './own.en'
import { cs as phoneCs } from './phone.cs'
import { en as phoneEn } from './phone.en'
import { cs as roomCs } from './room.cs'
import { en as roomEn } from './room.en'
import { cs as receiptsCs } from './receipts.cs'
import { en as receiptsEn } from './receipts.en'
import { cs as resultCs } from './result.cs'
import { en as resultEn } from './result.en'
import { cs as rulesCs } from './rules.cs'
import { en as rulesEn } from './rules.en'
import { cs as sharedCs } from './shared.cs'
import { en as sharedEn } from './shared.en'
import { cs as signalsCs } from './signals.cs'
import { en as signalsEn } from './signals.en'
import { cs as wallCs } from './wall.cs'
import { en as wallEn } from './wall.en'

type Words = { [key: string]: string | ((...args: never[]) => string) | Words }

const catalogues: [name: string, cs: Words, en: Words, users: RegExp][] = [
  ['shared', sharedCs, sharedEn, /^\.\.\/(parts|phone|console|wall|help)\//],
  ['agreed', agreedCs, agreedEn, /^\.\.\/(live|phone|console|wall)\//],
  ['phone', phoneCs, phoneEn, /^\.\.\/phone\//],
  ['own', ownCs, ownEn, /^\.\.\/phone\//],
  ['apart', apartCs, apartEn, /^\.\.\/phone\//],
  ['admission', admissionCs, admissionEn, /^\.\.\/console\//],
  ['handing', handingCs, handingEn, /^\.\.\/phone\//],
  ['lobby', lobbyCs, lobbyEn, /^\.\.\/phone\//],
  ['console', consoleCs, consoleEn, /^\.\.\/(console|wall)\//],
  ['input', inputCs, inputEn, /^\.\.\/(input|phone)\//],
  ['importing', importingCs, importingEn, /^\.\.\/console\//],
  ['links', linksCs, linksEn, /^\.\.\/console\//],
  ['wall', wallCs, wallEn, /^\.\.\/wall\//],
  ['signals', signalsCs, signalsEn, /^\.\.\/(parts|phone|console)\//],
  ['answers', answersCs, answersEn, /^\.\.\/console\//],
  ['feedback', feedbackCs, feedbackEn, /^\.\.\/phone\//],
  ['receipts', receiptsCs, receiptsEn, /^\.\.\/phone\//],
  ['result', resultCs, resultEn, /^\.\.\/(parts|phone|console|wall)\//],
  ['rules', rulesCs, rulesEn, /^\.\.\/(parts|console|phone)\//],
  ['room', roomCs, roomEn, /^\.\.\/console\//],
]

const sources = import.meta.glob<string>(['../**/*.svelte', '../**/*.ts', '!../**/*.test.ts', '!../text/*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The paths of all texts: 'round.left'. */
function leaves(words: Words, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? leaves(value, `${path}${key}.`) : [path + key],
  )
}

/** A component's code with its short names for groups of words written out: `const w = $derived(words().round)`. */
function spelledOut(code: string): string {
  const names = code.matchAll(/const (\w+) = (?:\$derived\()?\w+\(\)\.([\w.]+)\)?\n/g)
  return [...names].reduce(
    (text, [, name, group]) => text.replace(new RegExp(`\\b${name}(?=[.[])`, 'g'), `.${group}`),
    code,
  )
}

/** Whether code says the path, or picks from its group by a computed key. */
function isUsed(path: string, code: string): boolean {
  const keys = path.split('.')
  const group = keys.slice(0, -1).join('.')
  return code.includes(`.${path}`) || (group !== '' && code.includes(`.${group}[`))
}

test.each(catalogues)('%s: Czech and English have the same texts', (_name, cs, en) => {
  expect(leaves(en).sort()).toEqual(leaves(cs).sort())
})

test.each(catalogues)('%s: no text is empty', (_name, cs, en) => {
  const texts = [...flat(cs), ...flat(en)]
  expect(texts.filter((text) => text.trim() === '')).toEqual([])
})

test.each(catalogues)('%s: every text is used', (_name, cs, _en, users) => {
  const code = Object.entries(sources)
    .filter(([file]) => users.test(file))
    .map(([, text]) => spelledOut(text))
    .join('\n')
  expect(leaves(cs).filter((path) => !isUsed(path, code))).toEqual([])
})

function flat(words: Words): string[] {
  return Object.values(words).flatMap((value) =>
    typeof value === 'string' ? [value] : typeof value === 'object' ? flat(value) : [],
  )
}

const czech = import.meta.glob<string>('./*.cs.ts', { query: '?raw', import: 'default', eager: true })

/** What is said with one word everywhere, and the words that are not used for it. */
const twins: [said: string, not: RegExp][] = [
  ['nejvýše', /(?<!\p{L})nejvýš(?!\p{L})/iu],
  ['tento, tato, toto', /(?<!\p{L})(tenhle|tahle|tohle|téhle|tomhle|tuhle|tenhleten)(?!\p{L})/iu],
  ['píšou', /(?<!\p{L})(ne|do|na|za|při|neza)?píší(?!\p{L})/iu],
  ['mohou', /(?<!\p{L})(ne)?můžou(?!\p{L})/iu],
  ['klepnout', /ťuk/iu],
  ['na telefonech', /v telefonech/iu],
  ['1. kolo', /kolo (\d|\$\{)/iu],
  ['vypořádat', /na vyřízení/iu],
]

test.each(twins)('Czech says “%s” and no twin of it', (_said, not) => {
  const found = Object.entries(czech).flatMap(([file, code]) =>
    code.split('\n').flatMap((line) => (not.test(line) ? [`${file}: ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})
