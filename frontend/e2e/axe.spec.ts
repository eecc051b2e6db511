import { expect, test } from '@playwright/test'
import { barriers, czechLeft, inAnother, smallTargets, sticksOut } from './looking'
import { troubles } from './people'
import { recordText, type See, tour } from './tour'

/** How people look at each screen: narrow, with large letters, enlarged (half as wide is 200 %); the wall on any projector. */
const ways = {
  phone: [{ width: 320 }, { letters: 200 }],
  console: [{ width: 640 }, { width: 320 }],
  wall: [{ width: 1024 }, { width: 1920 }],
}

test.afterEach(() => expect(troubles.splice(0), 'no error, nothing refused by the policy, no other host asked').toEqual([]))

test('nobody is shut out of any screen, in light and dark, on a narrow phone, with large letters', async ({ browser }) => {
  const look: See = async (page, screen, name) => {
    expect.soft(await barriers(page), name).toEqual([])
    if (screen === 'phone') expect.soft(await smallTargets(page, 44), name).toEqual([])
    for (const way of ways[screen]) {
      const out = await inAnother(page, way, () => sticksOut(page))
      expect.soft(out, `${name} ${JSON.stringify(way)}`).toEqual([])
    }
  }
  await tour(browser, 'cs', look, { reducedMotion: 'reduce' })
})

test('who chose English reads no Czech, but what people wrote', async ({ browser }) => {
  const written = [...textsIn(JSON.parse(recordText)), 'Petra Hybnerová', 'Dílna', 'Čeština', 'Druhé kolo', 'Na papíře', 'Papíry', 'Doprovázení lidí, kteří nevědí, na koho se obrátit']
  await tour(browser, 'en', async (page, _, name) => {
    expect.soft(await page.locator('html').getAttribute('lang'), name).toBe('en')
    expect.soft(await czechLeft(page, written), name).toEqual([])
  })
})

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split('\n')].filter((text) => text.length > 2)
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(textsIn)
}
