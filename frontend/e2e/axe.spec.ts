import { expect, test } from '@playwright/test'
import { barriers, inAnother, smallTargets, sticksOut } from './looking'
import { troubles } from './people'
import { type See, tour } from './tour'
import type { Language } from './words'

/** How people look at each screen: narrow, with large letters, enlarged (half as wide is 200 %); the wall on any projector. */
const ways = {
  phone: [{ width: 320 }, { letters: 200 }],
  console: [{ width: 640 }, { width: 320 }],
  wall: [{ width: 1024 }, { width: 1920 }],
}

test.afterEach(() =>
  expect(troubles.splice(0), 'no error, nothing refused by the policy, no other host asked').toEqual([]),
)

for (const language of ['cs', 'en'] satisfies Language[]) {
  test(`nobody is shut out of any screen in ${language}, in light and dark, on a narrow phone, with large letters`, async ({
    browser,
  }) => {
    const look: See = async (page, screen, name) => {
      expect.soft(await barriers(page), name).toEqual([])
      if (screen === 'phone') expect.soft(await smallTargets(page, 44), name).toEqual([])
      for (const way of ways[screen]) {
        const out = await inAnother(page, way, () => sticksOut(page))
        expect.soft(out, `${name} ${JSON.stringify(way)}`).toEqual([])
      }
    }
    test.setTimeout(300_000)
    await tour(browser, language, look, { reducedMotion: 'reduce' })
  })
}
