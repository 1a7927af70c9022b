import { existsSync, readFileSync } from 'node:fs'
import { playwright } from '@vitest/browser-playwright'
import UnoCSS from 'unocss/vite'
import type { Plugin } from 'vite'
import { VitePWA, type ManifestOptions } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'
import { webManifest } from './src/app/web-manifest.ts'
import { uno } from './src/ui/theme/uno.ts'
import { launchOptions, STILL } from './tests/browser.ts'
import { completeNode20 } from './tests/node-20.ts'
import { headersFile, PAGE_POLICY, SECURITY_HEADERS } from './workers/service-worker/headers.ts'

/** Workers, wasm and the demo shop: cached after the first idle, not installed with the shell. */
const engineNames = {
  entryFileNames: 'engines/[name]-[hash].js',
  chunkFileNames: 'engines/[name]-[hash].js',
  assetFileNames: 'engines/[name]-[hash][extname]',
}
/** The package calls its worker free of effects: it would be left out of ours. */
const engineRuns: Plugin = {
  name: 'ventas:engine-runs',
  transform: {
    filter: { id: /duckdb-browser-eh\.worker/ },
    handler: () => ({ moduleSideEffects: true }),
  },
}
const isEngine = (name: string): boolean => /\.(wasm|gz|csv|zip)$|worker\.js$/.test(name)
const assetName = (asset: { names: string[] }): string =>
  asset.names.some(isEngine) ? engineNames.assetFileNames : 'assets/[name]-[hash][extname]'

/** The security headers where no server sets them: a <meta> in the page, and `_headers` for static hosts. */
const securityHeaders: Plugin = {
  name: 'ventas:security-headers',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
      injectTo: 'head-prepend',
    },
  ],
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() })
  },
}

const tokens = readFileSync(new URL('./src/ui/theme/tokens.css', import.meta.url), 'utf8')
/** A colour of the light theme: the manifest knows no other. */
const lightColor = (token: string): string =>
  new RegExp(`--${token}: light-dark\\((#[0-9a-f]+)`).exec(tokens)?.[1] ?? ''

const screenshots: ManifestOptions['screenshots'] = [
  { src: '/screenshots/wide.png', sizes: '1280x800', form_factor: 'wide', label: 'Resumen' },
  { src: '/screenshots/narrow.png', sizes: '720x1280', form_factor: 'narrow', label: 'Resumen en el móvil' },
]

const pwa = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'workers',
  filename: 'service-worker.ts',
  registerType: 'prompt',
  injectRegister: false,
  includeManifestIcons: false,
  injectManifest: {
    rollupFormat: 'iife',
    globPatterns: ['**/*.{html,js,css,svg,png,webmanifest,woff2}', 'engines/**/*.{wasm,gz,csv,zip}'],
    globIgnores: ['screenshots/**'],
    dontCacheBustURLsMatching: /^(assets|engines)\//,
    maximumFileSizeToCacheInBytes: 64 * 1024 * 1024,
  },
  manifest: {
    ...webManifest,
    theme_color: lightColor('accent'),
    background_color: lightColor('canvas'),
    screenshots: screenshots.filter(({ src }) => existsSync(`public${src}`)),
  },
})

completeNode20()

/** `npm start` opens the browser, where there is a screen. The port is fixed: a browser keeps data by origin. */
const hasScreen =
  process.env['npm_lifecycle_event'] === 'start' &&
  (process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']))

/** A folder for the results as JSON, given by .ci/run, which counts them. */
const results = process.env['VENTAS_RESULTS']

/** The policy of the page refuses style attributes in HTML: static styles are set one by one (an option without a type). */
const compiled = { generate: 'dom' as const, inlineStyles: false }

export default defineConfig({
  plugins: [UnoCSS(uno), solid({ solid: compiled }), pwa, securityHeaders],
  worker: { format: 'es', plugins: () => [engineRuns], rolldownOptions: { output: engineNames } },
  build: {
    target: 'es2023',
    sourcemap: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { assetFileNames: assetName } },
  },
  preview: { headers: { ...SECURITY_HEADERS }, port: 4173, strictPort: true, open: hasScreen },
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
  test: {
    environment: 'node',
    reporters: results ? ['default', ['json', { outputFile: `${results}/vitest.json` }]] : ['default'],
    projects: [
      {
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
          // All that the tests reach: one that is found on the way makes the page load anew in the middle of a run.
          include: [
            ...[
              'solid-js',
              'solid-js/web',
              'solid-js/store',
              '@solidjs/testing-library',
              '@tanstack/solid-virtual',
            ],
            ...['comlink', 'dexie', 'hash-wasm', 'uplot', 'valibot', '@valibot/to-json-schema'],
            ...['papaparse', 'saxes', 'date-holidays', '@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'],
            ...['@bsull/augurs/mstl', '@bsull/augurs/prophet', '@bsull/augurs-prophet-wasmstan'],
          ],
        },
        test: {
          name: 'browser',
          include: ['{src,workers,tests}/**/*.browser.test.{ts,tsx}'],
          globalSetup: ['tests/browser.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: launchOptions(), contextOptions: STILL }),
            instances: [{ browser: 'chromium' }],
            screenshotFailures: false,
          },
        },
      },
    ],
  },
})
