import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { defineConfig } from 'vitest/config'
import { compressed } from './tools/compressed.ts'
import { licences } from './tools/licences.ts'

const server = 'http://127.0.0.1:8080'

// The phone is built apart: in one build with the console it would also load
// what only the console needs of Svelte (measured: 3.6 KB more).
const pages: Record<string, string[]> = {
  phone: ['index.html'],
  desk: ['console.html', 'wall.html', 'help.html', 'input.html'],
}

export default defineConfig(({ mode }) => ({
  plugins: [
    svelte({ configFile: false }),
    svelteTesting({ autoCleanup: true }),
    // The promise to cheap phones on slow networks (docs: design, "Phones first").
    compressed({ index: { bytes: 45 * 1024, with: ['WorkshopScreen'] } }),
    licences(),
  ],
  build: {
    target: ['chrome94', 'edge94', 'firefox93', 'safari15.4'],
    cssTarget: ['chrome94', 'edge94', 'firefox93', 'safari15.4'],
    // Nothing inline: the content security policy allows neither script nor style in the page.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // A page names what it loads first, so that all of it comes at once; what is
    // fetched later has its styles already, and needs no loader.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    cssCodeSplit: mode !== 'phone',
    emptyOutDir: mode !== 'desk', // the second build joins the first
    rolldownOptions: { input: pages[mode] ?? Object.values(pages).flat() },
  },
  server: { proxy: { '/api': server, '/problems': server } },
  // A file in a world of its own pays for jsdom anew: four times the time (measured: 82 s, 21 s).
  test: { isolate: false, include: ['src/**/*.test.ts', 'tools/*.test.ts'] },
}))
