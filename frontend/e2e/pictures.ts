import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Page, test } from '@playwright/test'
import { type Screen, type See, tour } from './tour'
import type { Language } from './words'

const folder = fileURLToPath(new URL('../screenshots', import.meta.url))

/** The devices each screen is seen on; the wall shows no more than fits on it. */
const devices: Record<Screen, Record<string, { width: number; height: number }>> = {
  phone: { phone: { width: 360, height: 740 } },
  console: { laptop: { width: 1280, height: 800 } },
  wall: { 'projector-xga': { width: 1024, height: 768 }, 'projector-hd': { width: 1920, height: 1080 } },
}

for (const language of ['cs', 'en'] satisfies Language[]) {
  test(`the screens in ${language}`, async ({ browser }) => {
    rmSync(`${folder}/${language}`, { recursive: true, force: true })
    mkdirSync(`${folder}/${language}`, { recursive: true })
    let nth = 0
    const look: See = async (page, screen, name) => {
      const number = String(++nth).padStart(2, '0')
      const usual = page.viewportSize()!
      for (const [device, size] of Object.entries(devices[screen])) {
        await page.setViewportSize(size)
        for (const theme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme: theme })
          await steady(page)
          const path = `${folder}/${language}/${number}-${screen}-${name}-${device}-${theme}.png`
          await page.screenshot({ path, fullPage: screen !== 'wall' && (await isAlone(page)) })
        }
      }
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize(usual)
    }
    await tour(browser, language, look, { reducedMotion: 'reduce' })
  })
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
