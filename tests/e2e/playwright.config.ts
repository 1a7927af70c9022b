import { fileURLToPath } from 'node:url'
import { defineConfig, devices } from '@playwright/test'
import type { ReporterDescription } from '@playwright/test'
import { launchOptions, STILL } from '../browser.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Another port lets two checkouts run their stories side by side. */
const port = process.env['VENTAS_PORT'] ?? '4173'
const origin = `http://127.0.0.1:${port}`
const results = process.env['VENTAS_RESULTS']
/** The long runs (`npm run test:endurance`) in the place of the stories. */
const long = Boolean(process.env['VENTAS_ENDURANCE'])
const counted: ReporterDescription[] = results ? [['json', { outputFile: `${results}/playwright.json` }]] : []
const device = {
  launchOptions: launchOptions(),
  contextOptions: STILL,
  locale: 'en-GB',
  timezoneId: 'Europe/Madrid',
}

/** Stories of the built app, one file each; those tagged @phone run a second time on a phone of 390 px. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: `${root}/test-results`,
  globalSetup: `${root}/tests/e2e/browser-needed.ts`,
  fullyParallel: false,
  ...(long ? { grep: /@endurance/ } : { grepInvert: /@endurance/ }),
  workers: 2,
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ...counted],
  use: { baseURL: origin, actionTimeout: 30_000, trace: 'on-first-retry', ...device },
  projects: [
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], ...device, viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'phone',
      grep: /@phone/,
      use: { ...devices['Pixel 7'], ...device, viewport: { width: 390, height: 844 } },
    },
  ],
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: root,
    url: origin,
    reuseExistingServer: false,
  },
})
