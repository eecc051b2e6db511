import { defineConfig } from '@playwright/test'
import usual from './playwright.config'

/** The pictures of the help page, into the built client: `make pictures`. */
export default defineConfig(usual, { testMatch: 'help.ts', workers: 1 })
