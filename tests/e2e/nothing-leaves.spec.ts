import { readdirSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { startBareHost } from './bare-host.ts'
import { leakFromPage, leakingWorker, runWorker, startForeignHost } from './leaks.ts'

/** Probes run here by `evaluate`, which the policy does not hinder; what they ask for, it does. */
test.describe('nothing leaves the origin', () => {
  let foreign: Awaited<ReturnType<typeof startForeignHost>>
  let bare: Awaited<ReturnType<typeof startBareHost>>

  test.beforeEach(async () => {
    foreign = await startForeignHost()
    bare = await startBareHost()
    bare.extra.set('/leaking-worker.js', leakingWorker(foreign.url))
    bare.extra.set('/plain.html', '<!doctype html><title>no policy</title>')
  })
  test.afterEach(async () => {
    foreign.close()
    await bare.close()
  })

  const controlled = async (page: Page): Promise<void> => {
    await page.goto(bare.url)
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 30_000 })
      .toBe('activated')
  }

  test('the probes get through where there is no policy', async ({ browser }) => {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto(`${bare.url}/plain.html`)
    await page.evaluate(leakFromPage, foreign.url)
    expect(new Set(foreign.hits)).toEqual(
      new Set([
        ...[
          'fetch',
          'events',
          'blob-worker',
          'data-worker',
          'image',
          'script',
          'style',
          'frame',
          'object',
          'video',
        ].map((way) => `GET /${way}`),
        'POST /beacon',
        'UPGRADE /socket',
      ]),
    )
    await page.evaluate(runWorker, '/leaking-worker.js')
    expect(foreign.hits).toContain('GET /module')
    await context.close()
  })

  test('from a page, on its first load from a host without headers', async ({ browser }) => {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto(bare.url)
    await page.evaluate(leakFromPage, foreign.url)
    expect(foreign.hits).toEqual([])
    await context.close()
  })

  test('no text becomes markup with code, or code', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('button').first()).toBeVisible()
    const tried = await page.evaluate(() => {
      const outcome = (act: () => unknown): string => {
        try {
          act()
          return 'passed'
        } catch (cause) {
          return cause instanceof TypeError ? 'refused' : String(cause)
        }
      }
      const element = document.createElement('div')
      return [
        outcome(() => (element.innerHTML = '<img src="x" onerror="document.title = 1">')),
        outcome(() => new Worker('data:text/javascript,1')),
        outcome(() => document.createElement('script').setAttribute('src', 'https://example.com/x.js')),
        outcome(() => (document.createElement('script').text = '1')),
        outcome(() => (element.innerHTML = '<b>plain</b>')),
      ]
    })
    expect(tried).toEqual(['refused', 'refused', 'refused', 'refused', 'passed'])
  })

  test('a host that reads our headers sends them with page and script', async ({ page, baseURL }) => {
    const answer = await page.goto('/')
    const script = await page.locator('script[src]').first().getAttribute('src')
    const served = await page.request.get(new URL(script ?? '', baseURL).href)
    for (const found of [answer?.headers(), served.headers()])
      expect(found?.['content-security-policy']).toContain("connect-src 'self'")
  })

  test('every script of a worker carries the policy, from the network and from the cache', async ({
    page,
  }) => {
    await controlled(page)
    const scripts = readdirSync('dist/engines').filter((name) => name.endsWith('.js'))
    expect(scripts.join(' ')).toMatch(/archivist.*deriver.*engine-worker.*forecaster.*importer.*trainer/)
    const weak = await page.evaluate(async (names) => {
      const found: string[] = []
      for (const name of names)
        for (const from of ['network', 'cache']) {
          const path = `/engines/${name}`
          if (from === 'network') await (await caches.open('engines')).delete(path)
          else while (!(await caches.match(path))) await new Promise((resolve) => setTimeout(resolve, 50))
          const policy = (await fetch(path)).headers.get('content-security-policy')
          if (!policy?.includes("connect-src 'self'")) found.push(`${name} from the ${from}: ${policy}`)
        }
      return found
    }, scripts)
    expect(weak).toEqual([])
  })

  test('nothing from a worker that the service worker serves: it and documents carry every security header', async ({
    page,
  }) => {
    await controlled(page)
    const documentAnswer = await page.reload()
    const [workerAnswer, ran] = await Promise.all([
      page.waitForResponse(/leaking-worker/),
      page.evaluate(runWorker, '/leaking-worker.js'),
    ])
    expect([ran, foreign.hits]).toEqual(['tried', []])
    for (const answer of [documentAnswer, workerAnswer]) {
      expect(answer?.fromServiceWorker()).toBe(true)
      expect(answer?.headers()).toMatchObject({
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'cross-origin-opener-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
    }
  })
})
