import { expect, it } from 'vitest'
import type { Skeleton } from './bones'
import { overview, overviewAnyhow, type Title } from './overview'

const measure = (text: string) => text.length * 16
const room = { width: 960, height: 600, size: 26, measure, measureBold: measure }
const titles = (n: number, text = 'Kultura organizace'): Title[] =>
  Array.from({ length: n }, (_, i) => ({ id: `b${i}`, text, causes: `${i} příčin` }))
const effect = 'NESPOKOJENÝ ZAMĚSTNANEC V SOCIÁLNÍCH SLUŽBÁCH'

/** The boxes of the titles and of the effect. */
const boxes = ({ bones, head }: Skeleton) => [...bones.map(({ title }) => title), head]

it.each([1, 2, 3, 6, 7])('the titles of %i bones stand apart from each other and from the effect', (n) => {
  const drawn = overview(effect, titles(n), room)!
  for (const [i, a] of boxes(drawn).entries()) {
    expect(a.x).toBeGreaterThanOrEqual(0)
    expect(a.x + a.width).toBeLessThanOrEqual(room.width)
    expect(a.y).toBeGreaterThanOrEqual(0)
    expect(a.y + a.height).toBeLessThanOrEqual(room.height)
    for (const b of boxes(drawn).slice(i + 1))
      expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(
        true,
      )
  }
})

it('a rib leads from the box of its title to the spine', () => {
  const { bones, head } = overview(effect, titles(7), room)!
  for (const { title, rib } of bones) {
    const [tip, foot] = rib
    expect(tip.x, 'not under the effect').toBeLessThanOrEqual(head.x)
    expect(tip.x).toBeGreaterThanOrEqual(title.x)
    expect(tip.x).toBeLessThanOrEqual(title.x + title.width)
    expect([title.y, title.y + title.height]).toContain(tip.y)
    expect(foot.y).toBe(room.height / 2)
  }
})

it('counts stand on a line of their own inside the box', () => {
  for (const { title, twigs } of overview(effect, titles(6), room)!.bones) {
    expect(title.lines.join(' ')).toBe('Kultura organizace')
    expect(twigs[0]!.text.y).toBeLessThan(title.y + title.height)
  }
})

it('has no room where a word would be broken that another number of bones leaves whole', () => {
  expect(overview(effect, titles(14), room)).toBeUndefined()
})

it('breaks a word that is wider than any box', () => {
  const { bones } = overview('Cíl', titles(4, 'Nejneobhospodařovávatelnějšíneznalostmi'), room)!
  expect(bones[0]!.title.lines.length).toBeGreaterThan(1)
})

it('ends what has no room with dots', () => {
  const long = titles(1, 'Dlouhý nadpis kosti '.repeat(100))
  expect(overview(effect, long, room)).toBeUndefined()
  const { title } = overviewAnyhow(effect, long, room).bones[0]!
  expect(title.lines.at(-1)).toMatch(/…$/)
  expect(title.height).toBeLessThan(room.height / 2)
})
