import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { leave } from './people'
import type { Facilitator, Workshop } from './preparing'
import { Program } from './program'
import { type Language, words } from './words'

export type Screen = 'phone' | 'console' | 'wall'

/** Looks at one screen in one state; name is short and unique. */
export type See = (page: Page, screen: Screen, name: string) => Promise<void>

/** Everything a part of a walk needs. */
export interface Stage {
  browser: Browser
  program: Program
  facilitator: Facilitator
  workshop: Workshop
  phone: Page
  console: Page
  wall: Page
  see: See
  w: (typeof words)[Language]
  options: BrowserContextOptions
}

type Cast = Pick<Stage, 'facilitator' | 'workshop' | 'phone'>

/** Plays parts of a workshop one after another, with a phone, the console and the wall, and clears all away. */
export async function play(
  {
    browser,
    language,
    see,
    more = {},
  }: { browser: Browser; language: Language; see: See; more?: BrowserContextOptions },
  begin: (on: Pick<Stage, 'program' | 'options' | 'w'>) => Promise<Cast>,
  parts: ((stage: Stage) => Promise<void>)[],
): Promise<void> {
  const program = new Program()
  const options = { ...more, locale: { cs: 'cs-CZ', en: 'en-GB' }[language] }
  const w = words[language]
  try {
    const cast = await begin({ program, options, w })
    const console = await cast.workshop.console(browser, 'run', options)
    const wall = await cast.workshop.wall(browser, options)
    for (const part of parts) await part({ ...cast, browser, program, see, w, options, console, wall })
  } finally {
    await leave(browser)
    await program.remove()
  }
}
