import { mkdirSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright'
import type { Browser } from 'playwright'
import { launchOptions } from '../browser.ts'
import { ready, serveBuilt } from '../built-app.ts'
import { openDemoShop } from './demo-shop.ts'

/**
 * Makes the pictures of the web app manifest anew: `npm run build && npm run pictures`. The icons come from
 * public/icon.svg, the screenshots from the built app with the demo shop open; build again afterwards, for the
 * manifest names the screenshots that are there.
 */

/** A picture that fills its square, its mark within the circle that every launcher keeps. */
const fullBleed = (svg: string): string =>
  svg
    .replace(' rx="112"', '')
    .replace('<g fill', '<g transform="translate(256 256) scale(.82) translate(-256 -252)"><g fill')
    .replace('</svg>', '</g></svg>')

async function drawIcon(browser: Browser, svg: string, name: string, size: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  await page.setContent(
    `<style>body{margin:0}img{display:block;width:${size}px}</style><img src="${source}">`,
  )
  await page.screenshot({ path: `public/${name}.png`, omitBackground: true })
  await page.close()
}

async function drawIcons(browser: Browser): Promise<void> {
  const svg = readFileSync('public/icon.svg', 'utf8')
  for (const size of [64, 192, 512]) await drawIcon(browser, svg, `icon-${size}`, size)
  await drawIcon(browser, fullBleed(svg), 'maskable-512', 512)
  await drawIcon(browser, fullBleed(svg), 'apple-touch-icon', 180)
}

const VIEWS = {
  wide: { viewport: { width: 1280, height: 800 } },
  narrow: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2 },
}

async function takeScreenshot(browser: Browser, url: string, name: keyof typeof VIEWS): Promise<void> {
  const context = await browser.newContext({ ...VIEWS[name], locale: 'es-ES', serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto(url)
  await ready(page)
  await openDemoShop(page)
  await page.goto(url)
  await ready(page)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `public/screenshots/${name}.png`, animations: 'disabled' })
  await context.close()
}

const browser = await chromium.launch(launchOptions())
await drawIcons(browser)
const host = await serveBuilt()
mkdirSync('public/screenshots', { recursive: true })
for (const name of ['wide', 'narrow'] as const) await takeScreenshot(browser, host.url, name)
await host.close()
await browser.close()
