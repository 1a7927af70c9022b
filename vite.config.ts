import { playwright } from '@vitest/browser-playwright'
import UnoCSS from 'unocss/vite'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'
import { launchOptions } from './tests/browser.ts'

export default defineConfig({
  plugins: [UnoCSS(), solid()],
  worker: { format: 'es' },
  build: { target: 'es2023', sourcemap: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src,workers,tests,sample-data}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', 'tests/e2e/**', '**/node_modules/**'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        optimizeDeps: {
          include: ['solid-js', 'solid-js/web', 'comlink', 'dexie', 'uplot', '@solidjs/testing-library'],
        },
        test: {
          name: 'browser',
          include: ['{src,workers,tests}/**/*.browser.test.{ts,tsx}'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
            screenshotFailures: false,
          },
        },
      },
    ],
  },
})
