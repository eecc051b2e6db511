import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Page, test } from '@playwright/test'
import { inAnother } from './looking'
import { moments } from './moments'
import type { Screen, See } from './stage'
import { tour } from './tour'
import type { Language } from './words'

/** Where they go; PICTURES says where else. */
const folder = process.env['PICTURES'] ?? fileURLToPath(new URL('../screenshots', import.meta.url))

/** A window, and how large its letters are (percent of the usual). */
interface Device {
  width: number
  height: number
  letters?: number
}

/** The devices each screen is seen on; the wall shows no more than fits on it. */
const devices: Record<Screen, Record<string, Device>> = {
  phone: {
    390: { width: 390, height: 780 },
    360: { width: 360, height: 740 },
    '320-large': { width: 320, height: 640, letters: 200 },
  },
  console: { 1366: { width: 1366, height: 768 }, 390: { width: 390, height: 780 } },
  wall: { 1024: { width: 1024, height: 768 }, 1920: { width: 1920, height: 1080 } },
}

const walks = { tour, moments }

for (const [walk, walked] of Object.entries(walks)) {
  for (const language of ['cs', 'en'] satisfies Language[]) {
    test(`the screens of the ${walk} in ${language}`, async ({ browser }) => {
      const into = `${folder}/${walk}-${language}`
      rmSync(into, { recursive: true, force: true })
      mkdirSync(into, { recursive: true })
      let nth = 0
      const look: See = async (page, screen, name) => {
        const number = String(++nth).padStart(2, '0')
        const usual = page.viewportSize()!
        for (const [device, { letters, ...size }] of Object.entries(devices[screen])) {
          await page.setViewportSize(size)
          await inAnother(page, letters ? { letters } : {}, async () => {
            for (const theme of ['light', 'dark'] as const) {
              await page.emulateMedia({ colorScheme: theme })
              await steady(page)
              const path = `${into}/${number}-${screen}-${name}-${device}-${theme}.png`
              await page.screenshot({ path, fullPage: screen !== 'wall' && (await isAlone(page)) })
            }
          })
        }
        await page.emulateMedia({ colorScheme: 'light' })
        await page.setViewportSize(usual)
      }
      await walked(browser, language, look, { reducedMotion: 'reduce' })
    })
  }
}

/** A sheet lies over the window, not over the whole page. */
const isAlone = async (page: Page) => (await page.locator('dialog[open]').count()) === 0

/** Seen from the top, and everything that measures itself has done so. */
const steady = (page: Page) =>
  page.evaluate(async () => {
    scrollTo(0, 0)
    await document.fonts.ready
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  })
