import { expect, test as base } from '@playwright/test'
import { leave, troubles } from './people'
import { Facilitator, type Workshop } from './preparing'
import { Program } from './program'

interface ForWorker {
  /** The running program with its facilitator. */
  facilitator: Facilitator
}

interface ForTest {
  /** A workshop of one test's own, its doors open. */
  workshop: Workshop
  /** Everybody leaves at the end, and nothing went wrong inside a screen. */
  tidy: void
}

export const test = base.extend<ForTest, ForWorker>({
  facilitator: [
    async ({}, use) => {
      const program = new Program()
      await program.start()
      await use(await Facilitator.first(program))
      await program.remove()
    },
    { scope: 'worker' },
  ],
  workshop: async ({ facilitator }, use) => use(await facilitator.workshop()),
  tidy: [
    async ({ browser }, use) => {
      await use()
      await leave(browser)
      expect(troubles.splice(0)).toEqual([])
    },
    { auto: true },
  ],
})
