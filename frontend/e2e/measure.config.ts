import { defineConfig } from '@playwright/test'
import usual from './playwright.config'

/** How fast a cheap phone on a slow network gets in: `npm run measure`. A measurement, not a test. */
export default defineConfig(usual, { testMatch: 'measure.ts', timeout: 300_000, workers: 1 })
