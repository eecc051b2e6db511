import { describe, expect, it } from 'vitest'
import { lineCount, rulerOf, softened } from '../parts/lines'
import { columnGap, lettersOn, pageOf, settingOf, type Block, type Room, type Row, type Setting } from './setting'

const ruler = rulerOf((size) => (text) => text.length * size * 0.5)
/** A projector of 1920 by 1080 below the heading and above the footer. */
const hall: Room = {
  width: 1840,
  height: 830,
  reading: 41,
  ruler,
  hyphenate: (word) => word,
  mostColumns: 4,
}
/** A quadrant of a projector of 1024 by 768. */
const quadrant: Room = { ...hall, width: 450, height: 225, reading: 29, mostColumns: 2 }

const row = (text: string, more: Partial<Row> = {}): Row => ({
  id: text,
  text,
  beside: 1,
  around: 0.4,
  letters: 1,
  lineHeight: 1.25,
  isBold: false,
  ...more,
})
const ideas = (n: number, text = 'Chybí terénní služby v odlehlých obcích') =>
  Array.from({ length: n }, (_, i) => row(`${i} ${text}`))
const all = (rows: Row[]): Block[] => [{ rows }]
const lengths = (pages: { rows: Row[] }[][][]) =>
  pages.map((columns) => columns.map((column) => column.reduce((n, part) => n + part.rows.length, 0)))

describe('a setting', () => {
  it('of three ideas has letters of 90 px', () => {
    const { scale, pages } = settingOf([all(ideas(3, 'Málo peněz'))], hall)
    expect(scale * hall.reading).toBeGreaterThanOrEqual(90)
    expect(pages).toBe(1)
  })

  it('of 28 ideas is one page of letters of at least 35 px, in balanced columns', () => {
    const { scale, pages, fields } = settingOf([all(ideas(28))], hall)
    expect(pages).toBe(1)
    expect(scale * hall.reading).toBeGreaterThanOrEqual(34.8)
    const counts = lengths(fields[0]!)[0]!
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
  })

  it('of very many ideas is pages that are about as full as each other', () => {
    const { pages, fields } = settingOf([all(ideas(130))], hall)
    expect(pages).toBeGreaterThan(1)
    const counts = lengths(fields[0]!).flat()
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(130)
    expect(Math.max(...counts) - counts.at(-1)!).toBeLessThanOrEqual(3)
  })

  it('breaks no word, also where narrow columns would make room for more', () => {
    const { columns } = settingOf([all(ideas(60, 'nejneobhospodařovávatelnější'))], hall)
    expect(1840 / (41 * 0.85) / columns).toBeGreaterThan(15)
  })

  it('says where an address breaks that no line has room for', () => {
    const url = 'https://www.kraj-lbc.cz/socialni-sluzby/stredni-cast/koncepce/priloha'
    const { show } = settingOf([all([row(url)])], quadrant)
    expect(show(row(url))).toContain('socialni-\u200bsluzby/\u200bstredni')
    expect(show(row('krátké'))).toBe('krátké')
  })

  it('keeps a topic whole, and says its heading again where it cannot', () => {
    const topic = (name: string, n: number): Block => ({
      heading: row(name, { isBold: true }),
      rows: Array.from({ length: n }, (_, i) => row(`${name}${i} Chybí terénní služby v odlehlých obcích`)),
    })
    const { fields } = settingOf([[topic('a', 9), topic('b', 9), topic('c', 9), topic('d', 60)]], hall)
    const parts = fields[0]!.flat(2)
    for (const name of ['a', 'b', 'c'])
      expect(parts.filter(({ heading }) => heading?.text === name)).toHaveLength(1)
    const long = parts.filter(({ heading }) => heading?.text === 'd')
    expect(long.map(({ isAgain }) => isAgain)).toEqual(long.map((_, i) => i > 0))
    expect(long.length).toBeGreaterThan(1)
  })

  it('breaks no topic only to have letters a little larger or columns of one length', () => {
    const topics = [1, 6].map((n) => ({ heading: row(`CO JE POTŘEBA ${n}`), rows: ideas(n) }))
    const parts = settingOf([topics], hall).fields[0]!.flat(2)
    expect(parts.map(({ rows }) => rows.length)).toEqual([1, 6])
  })

  it('holds eight short ideas a field of a SWOT on one page', () => {
    const field = (name: string) => all(ideas(8, 'Zkušený tým').map((one) => ({ ...one, id: name + one.id })))
    const { pages, scale } = settingOf(['s', 'w', 'o', 't'].map(field), quadrant)
    expect(pages).toBe(1)
    expect(scale).toBeGreaterThanOrEqual(0.85)
  })

  it('is larger where somebody wants it larger, and then has more pages', () => {
    const asItComes = settingOf([all(ideas(28))], hall)
    const larger = settingOf([all(ideas(28))], hall, 1.5)
    expect(larger.scale).toBeCloseTo(asItComes.scale * 1.5)
    expect(larger.pages).toBeGreaterThan(1)
  })

  it('of a result stands in one column as long as it has room, the winner first', () => {
    const places = [row('Spolupráce obcí', { letters: 1.5, isBold: true }), ...ideas(11)]
    const { columns, pages, fields } = settingOf([all(places)], { ...hall, mostColumns: 2, readsDown: true })
    expect([columns, pages]).toEqual([1, 1])
    expect(fields[0]![0]![0]![0]!.rows[0]).toBe(places[0])
  })

  it('never begins a column with a row without what it stands under', () => {
    const parent = row('Málo lidí')
    const rows = [parent, ...ideas(70).map((one) => ({ ...one, above: parent }))]
    const parts = settingOf([all(rows)], hall).fields[0]!.flat(2)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) expect([...part.above, part.rows[0]]).toContain(parent)
  })

  it('cuts off no text: it gets a wide column, or smaller letters', () => {
    const heightOf = (text: string, { scale, columns }: Setting) => {
      const width = (hall.width / (hall.reading * scale) - columnGap * (columns - 1)) / columns
      return lineCount(text, width - row('').beside, false, hall.ruler) * hall.reading * scale * 1.25
    }
    for (const words of [70, 330]) {
      const long = 'slovo '.repeat(words).trim()
      for (const letters of [1, 2]) {
        const setting = settingOf([all([row(long), row('další'), row('třetí')])], hall, letters)
        expect(heightOf(long, setting)).toBeLessThanOrEqual(hall.height)
      }
    }
  })

  it('shows a text longer than the wall rather than nothing', () => {
    const { fields } = settingOf([all([row('slovo '.repeat(900)), row('další')])], hall)
    expect(
      lengths(fields[0]!)
        .flat()
        .reduce((sum, n) => sum + n, 0),
    ).toBe(2)
  })

  it('knows on which page an idea stands, and how much there is to read on it', () => {
    const setting = settingOf([all(ideas(130))], hall)
    expect(pageOf(ideas(130)[129]!.id, setting)).toBe(setting.pages - 1)
    expect(pageOf('nowhere', setting)).toBeUndefined()
    expect(lettersOn(setting)).toHaveLength(setting.pages)
    expect(Math.min(...lettersOn(setting))).toBeGreaterThan(1000)
  })
})

describe('lines', () => {
  it('are counted as a browser breaks them', () => {
    expect(lineCount('Nemožnost využít dotace', 8.5, false, ruler)).toBe(2)
    expect(lineCount('jedna\n\ndva', 8, false, ruler)).toBe(3)
    expect(lineCount('x'.repeat(40), 8, false, ruler)).toBe(3)
  })

  it('do not end with a word of one letter', () => {
    const set = (text: string, width: number) => softened(text, width, false, ruler, (word) => word)
    expect(set('Doprava k lékaři z malých obcí', 20)).toBe('Doprava k\u00a0lékaři z\u00a0malých obcí')
    expect(set('A v kraji', 20)).toBe('A\u00a0v\u00a0kraji')
    expect(set('v kraji', ruler.word('v kraj', false))).toBe('v kraji')
    const asFarAsTheLetter = ruler.word('Doprava z', false)
    expect(lineCount('Doprava z obcí', asFarAsTheLetter, false, ruler)).toBe(2)
    expect(lineCount('Doprava z obcí i', asFarAsTheLetter, false, ruler)).toBe(2)
  })

  it('break only words they have no room for', () => {
    const hyphenate = (word: string) => word.replace('VATELÉ', '\u00adVATELÉ')
    expect(softened('POSKYTOVATELÉ A DALŠÍ', 5, true, ruler, hyphenate)).toBe('POSKYTO\u00adVATELÉ A\u00a0DALŠÍ')
    expect(softened('POSKYTOVATELÉ', 9, true, ruler, hyphenate)).toBe('POSKYTOVATELÉ')
    expect(softened('POSKYTOVATELÉ/KRAJ', 5, true, ruler, hyphenate)).toBe('POSKYTO\u00adVATELÉ/\u200bKRAJ')
  })
})
