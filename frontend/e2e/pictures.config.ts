import { defineConfig } from '@playwright/test'
import usual from './playwright.config'

/** Pictures of all screens, to be looked at by people: `npm run pictures`. */
export default defineConfig(usual, { testMatch: 'pictures.ts', timeout: 600_000, fullyParallel: true })
