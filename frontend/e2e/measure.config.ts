import { defineConfig } from '@playwright/test'
import usual from './playwright.config'

/** How fast a cheap phone on a slow network gets in, and how much the screens show: `npm run measure`. Measurements, not tests. */
export default defineConfig(usual, { testMatch: ['measure.ts', 'figures.ts'], timeout: 300_000, workers: 1 })
