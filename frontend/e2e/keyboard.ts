import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any screen has: who has not arrived by then never will. */
const stops = 150

/** Somebody who has a keyboard and nothing else. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Goes on with Tab until the thing has the focus, and sees that it has. */
  async to(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    for (let stop = 0; stop < stops; stop++) {
      if (await target.evaluate((element) => element === document.activeElement)) return this.seen(target)
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`${target} cannot be reached with Tab`)
  }

  /** Goes to a button or link and presses it. */
  async press(target: Locator): Promise<void> {
    await expect(target).toBeEnabled() // Tab does not stop at what still waits for something
    await this.to(target)
    await expect(target).toBeEnabled() // what moves the room is deaf for a moment after it has changed
    await this.page.keyboard.press('Enter')
  }

  /** Goes to a field and writes over what is in it. */
  async write(target: Locator, text: string): Promise<void> {
    await this.to(target)
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.type(text)
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text)
  }

  async keys(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** What has the focus stands out and lies on the screen (WCAG 2.4.7, 2.4.11). */
  private async seen(target: Locator): Promise<void> {
    await expect(target).toBeInViewport()
    const ring = await target.evaluate((element) => {
      const ringed = element.matches(':focus-visible') ? element : element.closest(':focus-within')
      const marked = [element, ringed, element.parentElement, element.nextElementSibling].some((each) => {
        const style = each && getComputedStyle(each)
        return (
          style &&
          ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none')
        )
      })
      return marked
    })
    expect(ring, `${target} shows that it has the focus`).toBe(true)
  }
}
