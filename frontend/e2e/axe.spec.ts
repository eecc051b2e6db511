import { expect, test } from '@playwright/test'
import { barriers, czechLeft, inAnother, smallTargets, softly, sticksOut, tornWords } from './looking'
import { troubles } from './people'
import type { See } from './stage'
import { recordText, tour } from './tour'
import type { Language } from './words'

/** How people look at each screen: narrow, with large letters, enlarged (half as wide is 200 %); the wall on any projector. */
const ways = {
  phone: [{ width: 320 }, { letters: 200 }, { width: 320, letters: 200 }],
  console: [{ width: 640 }, { width: 320 }],
  wall: [{ width: 1024 }, { width: 1920 }],
}

/** What people wrote on the tour, names, and what is Czech on purpose. */
const written = [
  ...textsIn(JSON.parse(recordText)),
  'Druhé kolo',
  'Na papíře',
  'Papíry',
  'Doprovázení lidí, kteří nevědí, na koho se obrátit',
  'Přestávka do 15:10. Káva je vedle v zasedačce.',
  'Petra Hybnerová',
  'Dílna',
  'Čeština',
]

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split('\n')].filter((text) => text.length > 2)
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(textsIn)
}

test.afterEach(() =>
  expect(troubles.splice(0), 'no error, nothing refused by the policy, no other host asked').toEqual([]),
)

const tests: Record<Language, string> = {
  cs: 'nobody is shut out of any screen, in light and dark, on a narrow phone, with large letters',
  en: 'in English every screen has room for its words, and who reads it reads no Czech but what people wrote',
}

for (const [language, name] of Object.entries(tests) as [Language, string][]) {
  test(name, async ({ browser }) => {
    const look: See = async (page, screen, name) => {
      expect.soft(await page.locator('html').getAttribute('lang'), name).toBe(language)
      if (language === 'en') expect.soft(await czechLeft(page, written), name).toEqual([])
      // What axe looks at is the same in both languages, whose catalogues say the same texts: asking once is enough.
      else expect.soft(await barriers(page), name).toEqual([])
      if (screen === 'phone') expect.soft(await smallTargets(page, 44), name).toEqual([])
      for (const way of ways[screen]) {
        const ill = async () => [
          ...(await sticksOut(page)),
          ...(screen === 'console' ? [] : await tornWords(page)),
        ]
        await inAnother(page, way, () => softly.poll(ill, `${name} ${JSON.stringify(way)}`).toEqual([]))
      }
    }
    test.setTimeout(600_000)
    await tour(browser, language, look, { reducedMotion: 'reduce' })
  })
}
