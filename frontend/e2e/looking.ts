import { readFileSync } from 'node:fs'
import type { AxeResults, RunOptions } from 'axe-core'
import { expect, type Page } from '@playwright/test'
import { words } from './words'

const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

/**
 * Says what does not hold and goes on. What a screen measures, or breaks by rules it fetches when the first word needs
 * them, is there a moment after its texts: ask `softly.poll`.
 */
export const softly = expect.configure({ soft: true })

/** What axe finds, in a line each. The source is evaluated, not loaded: the page's policy stays as it is. */
async function axeFinds(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe};0`)
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    (options) =>
      (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(options),
    { ...options, resultTypes: ['violations'] },
  )
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${impact} ${id} ${target.join(' ')}: ${failureSummary}`),
  )
}

/**
 * Everything axe knows, in the light theme, and in the dark one what depends on colours. A page that still changed
 * while it was looked at is looked at once more.
 */
export async function barriers(page: Page): Promise<string[]> {
  const found = await barriersNow(page)
  return found.length === 0 ? found : barriersNow(page)
}

async function barriersNow(page: Page): Promise<string[]> {
  await page.evaluate(() => scrollTo(0, 0)) // half under a bar that stays, a button would count as too small
  await settled(page)
  const light = await axeFinds(page, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  })
  await page.emulateMedia({ colorScheme: 'dark' })
  await settled(page)
  const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const
  const dark = await axeFinds(page, { runOnly: { ...colours, values: [...colours.values] } })
  await page.emulateMedia({ colorScheme: 'light' })
  await settled(page)
  return [...light, ...dark.map((line) => `dark: ${line}`)]
}

/**
 * Half way from one colour to the other nothing has its contrast: all that moves has arrived. What is folded away
 * never arrives.
 */
function settled(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const moving = document.getAnimations().filter(({ effect }) => {
      const target = (effect as KeyframeEffect | null)?.target
      return effect?.getComputedTiming().iterations === 1 && target?.checkVisibility()
    })
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })
}

/** Whatever can be pressed and is smaller than a finger needs (pixels), links within a text aside. */
export function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'button, a[href], input, select, textarea, summary, [role=button]',
      ),
    ]
    const shown = all.filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('p a'))
    return shown.flatMap((one) => {
      const { width, height } = (one.closest('label') ?? one).getBoundingClientRect()
      const name = one.getAttribute('aria-label') ?? one.textContent?.trim() ?? one.tagName
      return width >= least && height >= least ? [] : [`${name}: ${width} × ${height}`]
    })
  }, least)
}

/**
 * What sticks out of the page to the side, so that one would have to scroll there. A phone rather shows such a page
 * smaller; given a wider one it stays zoomed, and moves aside to where people write: that is said, too.
 */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame) // what measures itself has done so
    const root = document.documentElement
    const { scale, offsetLeft } = visualViewport!
    const zoomed = Math.abs(scale - 1) > 0.01 || offsetLeft > 1 ? [`shown × ${scale}, moved by ${offsetLeft}`] : []
    if (root.scrollWidth <= root.clientWidth) return zoomed
    const out = [...document.querySelectorAll('body :not(svg *)')].filter(
      (one) => one.getBoundingClientRect().right > root.clientWidth + 1,
    )
    const name = (one: Element) => `${one.tagName}.${one.className} ${one.textContent?.trim().slice(0, 40)}`
    return [`${root.scrollWidth} wide instead of ${root.clientWidth}`, ...out.slice(0, 5).map(name)]
  })
}

/** Words that stand on two lines without a hyphen: those of the screen itself, and those of people wherever they are read. */
export function tornWords(page: Page, ours = 'button, label, legend, summary, h2'): Promise<string[]> {
  return page.evaluate(async (ours) => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    const written = '.written, [lang]:not(html, svg *)'
    const theirs = [...document.querySelectorAll(written)].filter((one) => !one.parentElement?.closest(written))
    const own = [...document.querySelectorAll(ours)].filter(
      (one) => !one.closest(written) && !one.querySelector(written),
    )
    const torn: string[] = []
    const rects = (text: Node, at: number) => {
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      return [...range.getClientRects()]
    }
    for (const element of [...own, ...theirs]) {
      const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      for (let text = walk.nextNode(); text; text = walk.nextNode()) {
        for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\p{L}+/gu)) {
          // Where a hyphen was set before the first letter, it is the first of that letter's places.
          const first = rects(text, index).at(-1)
          const last = rects(text, index + word.length - 1)[0]
          if (word.length > 1 && first && last && Math.abs(first.top - last.top) > 1) torn.push(word)
        }
      }
    }
    return torn
  }, ours)
}

/** Looks at the page in a window of another width (pixels), or with letters of another size (percent). */
export async function inAnother<T>(
  page: Page,
  { width, letters }: { width?: number; letters?: number },
  look: () => Promise<T>,
): Promise<T> {
  const usual = page.viewportSize()!
  if (width) await page.setViewportSize({ ...usual, width })
  if (letters) await setLetters(page, `${letters}%`)
  const seen = await look()
  if (letters) await setLetters(page, '')
  if (width) await page.setViewportSize(usual)
  return seen
}

function setLetters(page: Page, size: string): Promise<void> {
  return page.evaluate((size) => void (document.documentElement.style.fontSize = size), size)
}

/** The word, standing by itself. */
const whole = (word: string) =>
  new RegExp(`(?<!\\p{L})${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u')

/** The Czech among the words of the screens, told apart by standing in no English text. */
const czech = (() => {
  const english = fragments(words.en).join('\n')
  const months = Array.from({ length: 12 }, (_, month) =>
    new Date(2025, month).toLocaleDateString('cs', { month: 'long', day: 'numeric' }),
  )
  return [...new Set([...fragments(words.cs), ...months.map((day) => day.replace(/^1\. ?/, ''))])]
    .filter((one) => one.length > 2 && !whole(one).test(english))
    .map(whole)
})()

/** The fixed parts of all words; a function's with what it is given cut out. */
function fragments(said: unknown): string[] {
  if (typeof said === 'string') return [said.trim()]
  if (isSaying(said)) {
    return [1, 2, 5].flatMap((n) => sentence(said, n).split(/[\d\s,.]*\d[\d\s,.]*/)).map((part) => part.trim())
  }
  return Object.values(said as object).flatMap(fragments)
}

function isSaying(said: unknown): said is (...given: unknown[]) => unknown {
  return typeof said === 'function'
}

/** What a function says of n; some are given lists. */
function sentence(said: (...given: unknown[]) => unknown, n: number): string {
  try {
    return String(said(n, n, n))
  } catch {
    const list = Array<number>(n).fill(n)
    return String(said(list, list, list))
  }
}

/** Texts with Czech words on a page that should have none; written is what people wrote, in any language. */
export async function czechLeft(page: Page, written: string[]): Promise<string[]> {
  const said = await page.evaluate(() => {
    const texts: string[] = []
    const walk = document.createTreeWalker(document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let at = walk.nextNode(); at; at = walk.nextNode()) {
      const element = at instanceof Element ? at : at.parentElement
      if (!element || element.closest('[lang=cs]:not(html), script, style')) continue
      if (at instanceof Element)
        texts.push(...['aria-label', 'title', 'placeholder', 'alt'].map((name) => at.getAttribute(name) ?? ''))
      else texts.push(at.textContent ?? '')
    }
    return texts.map((text) => text.trim()).filter(Boolean)
  })
  const short = 8
  const longestFirst = written.filter(({ length }) => length > short).sort((a, b) => b.length - a.length)
  return said.filter((text) => {
    if (written.includes(text)) return false
    const frame = longestFirst.reduce((rest, own) => rest.replaceAll(own, ' '), text)
    return czech.some((word) => word.test(frame))
  })
}
