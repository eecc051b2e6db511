import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

// Debian's Chromium: Playwright's own browsers would have to be downloaded. The one without
// windows needs half the time.
const installed = ['chromium-headless-shell', 'chromium', 'google-chrome'].map((name) => `/usr/bin/${name}`)
const chromium = installed.find(existsSync)
if (!chromium) throw new Error('There is no Chromium for the browser run. `make tools` installs it.')

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  timeout: 240_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // A busy machine may stall a browser for longer than anybody would wait. What passes only then is named as flaky.
  retries: 1,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    locale: 'cs-CZ',
    trace: 'off', // recording costs a third of the time: `--trace retain-on-failure` to see what happened
    launchOptions: { executablePath: chromium, args: ['--no-sandbox'] },
  },
})
