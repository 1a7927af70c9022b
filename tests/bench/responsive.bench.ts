import { loadavg } from 'node:os'
import type { Page } from 'playwright'
import { call, openBuiltApp, ready } from '../built-app.ts'
import type { Bench, Figure } from './bench.ts'
import { renderersOf } from './memory.ts'

const CANCEL_MS = 300
const TASK_MS = 200
/** Growth after 20 trainings that counts as none: what the engine's heaps leave between two looks. */
const MEMORY_MB = 30
/** The same of the page's own heap, which the engine's habits do not blur. */
const HEAP_MB = 5
const TRAININGS = 20

interface Watched {
  longest: number
  /** From a click on Cancel to the first frame in which nothing runs any more. */
  rest: number | null
}

/** Runs in the page before anything else: notes long tasks, and how long after a cancel the screen is at rest. */
function watch(): void {
  const watched: Watched = { longest: 0, rest: null }
  Object.assign(window, { watched })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.longest = Math.max(watched.longest, duration)
  }).observe({ type: 'longtask' })
  const onClick = (event: MouseEvent) => {
    const button = (event.target as Element).closest('button')
    if (!button?.getAttribute('aria-label')?.startsWith('Cancel: ')) return
    const look = () => {
      if (document.querySelector('[role=progressbar]')) requestAnimationFrame(look)
      else requestAnimationFrame(() => (watched.rest = performance.now() - event.timeStamp))
    }
    requestAnimationFrame(look)
  }
  addEventListener('click', onClick, { capture: true })
}

const watchedBy = (page: Page): Promise<Watched> =>
  page.evaluate(() => (window as unknown as { watched: Watched }).watched)

const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign((window as unknown as { watched: Watched }).watched, { longest: 0, rest: null })
  })

const START = /^Forecast \d+ days/
const running = (page: Page) => page.getByRole('main').getByRole('progressbar').first()

async function openView(page: Page, url: string, path: string): Promise<void> {
  await page.goto(url + path)
  await ready(page)
  await page.getByRole('main').getByRole('button', { name: START }).waitFor({ timeout: 60_000 })
}

/** Starts what the view offers, cancels it once `phase` is on the screen, and tells how long until nothing runs. */
async function cancelIn(page: Page, phase: RegExp): Promise<number> {
  await forget(page)
  await page.getByRole('main').getByRole('button', { name: START }).click()
  await page.getByRole('main').getByText(phase).first().waitFor({ timeout: 120_000 })
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Cancel: / })
    .click()
  await page.waitForFunction(
    () => (window as unknown as { watched: Watched }).watched.rest !== null,
    undefined,
    { timeout: 60_000 },
  )
  return (await watchedBy(page)).rest ?? Number.NaN
}

const worst = async (page: Page, phases: readonly RegExp[]): Promise<number> => {
  const all: number[] = []
  for (const phase of phases) all.push(await cancelIn(page, phase))
  return Math.max(...all)
}

/** Lets it run to its end; the longest task of the main thread meanwhile, and seconds. */
async function toEnd(page: Page): Promise<{ longest: number; seconds: number }> {
  await forget(page)
  const begin = performance.now()
  await page.getByRole('main').getByRole('button', { name: START }).click()
  await running(page).waitFor({ timeout: 30_000 })
  await running(page).waitFor({ state: 'detached', timeout: 300_000 })
  const seconds = (performance.now() - begin) / 1000
  await page.locator('main [data-figure]').first().waitFor({ timeout: 30_000 })
  await page.waitForTimeout(1000)
  return { longest: (await watchedBy(page)).longest, seconds }
}

const under = () => `load ${loadavg()[0]?.toFixed(1)}`

async function forecast(page: Page, url: string): Promise<Figure[]> {
  await openView(page, url, '/forecast')
  const cancel = await worst(page, [/^Trying: .*waves/, /^Trying: Random forest/, /^Trying: Neural network/])
  const { longest, seconds } = await toEnd(page)
  return [
    { what: 'forecast: from Cancel to rest', value: cancel, unit: 'ms', budget: CANCEL_MS, note: under() },
    {
      what: 'forecast: longest task of the page',
      value: longest,
      unit: 'ms',
      budget: TASK_MS,
      note: under(),
    },
    {
      what: 'forecast of 730 days, from click to figure',
      value: seconds,
      unit: 's',
      budget: 20,
      note: under(),
    },
  ]
}

async function demand(page: Page, url: string): Promise<Figure[]> {
  await openView(page, url, '/forecast?view=demand')
  const network = await worst(page, [/^Learning from all products/, /^Learning from all products/])
  const first = await toEnd(page)
  await openView(page, url, '/forecast?view=demand&days=7')
  const products = await worst(page, [/^Product by product: [1-9]/, /^Product by product: \d\d/])
  const again = await toEnd(page)
  const ms = (what: string, value: number, budget: number): Figure => ({
    what,
    value,
    unit: 'ms',
    budget,
    note: under(),
  })
  return [
    ms('network of all products: from Cancel to rest', network, CANCEL_MS),
    ms('demand of all products: from Cancel to rest', products, CANCEL_MS),
    ms('demand of all products: longest task of the page', Math.max(first.longest, again.longest), TASK_MS),
    { what: '466 products, the first time', value: first.seconds, unit: 's', budget: 60, note: under() },
    { what: '466 products, the network kept', value: again.seconds, unit: 's', budget: 60, note: under() },
  ]
}

const rendererSize = (profile: string): number => renderersOf(profile).reduce((sum, size) => sum + size, 0)

interface Size {
  /** The renderers as the system counts them, and the page's own heap, in MB. */
  readonly renderer: number
  readonly heap: number
}

/** What the page takes when all workers for forecasts have ended and garbage is gone. */
async function settled(page: Page, profile: string): Promise<Size> {
  const until = performance.now() + 120_000
  const busy = () => page.workers().some((worker) => worker.url().includes('forecaster'))
  while (busy() && performance.now() < until) await page.waitForTimeout(1000)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  await page.waitForTimeout(2000)
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  await cdp.detach()
  return { renderer: rendererSize(profile), heap: usedSize / 1e6 }
}

const train = (page: Page, seed: number) =>
  call(page, 'POST', '/api/ml/train-sales-forecast', { body: { model_type: 'neural', seed } })

async function memory(page: Page, profile: string): Promise<Figure[]> {
  await train(page, 0)
  const before = await settled(page, profile)
  for (let seed = 1; seed <= TRAININGS; seed++) await train(page, seed)
  const busy = rendererSize(profile)
  const after = await settled(page, profile)
  const grown = (what: string, key: keyof Size, budget: number, right = ''): Figure => ({
    what: `${what} after ${TRAININGS} trainings of the network, over before`,
    value: after[key] - before[key],
    unit: 'MB',
    budget,
    note: `${before[key].toFixed(0)} MB before, ${right}${after[key].toFixed(0)} when the worker had ended`,
  })
  return [
    grown('renderer', 'renderer', MEMORY_MB, `${busy.toFixed(0)} right after, `),
    grown('heap of the page', 'heap', HEAP_MB),
  ]
}

interface Summary {
  readonly metrics?: { readonly orders: { readonly value: number } }
}

async function untilImported(page: Page): Promise<void> {
  const query = { from: '2000-01-01', to: '2099-12-31', compare: 'none' }
  for (let at = 0; at < 120; at++) {
    const { body } = await call(page, 'GET', '/api/v1/dashboard/summary', { query })
    if (((body as Summary).metrics?.orders.value ?? 0) > 20_000) return
    await page.waitForTimeout(1000)
  }
  throw new Error('the demo shop did not come in')
}

async function measure(): Promise<readonly Figure[]> {
  const app = await openBuiltApp({ locale: 'en-GB', prepare: (page) => page.addInitScript(watch) })
  const { page, url, profile } = app
  try {
    await page.getByRole('button', { name: 'Open the demo shop' }).click()
    await untilImported(page)
    const figures = [...(await forecast(page, url)), ...(await demand(page, url))]
    return [...figures, ...(await memory(page, profile))]
  } finally {
    await app.close()
  }
}

/** What a person feels while the demo shop's forecasts run: Cancel, the page, and what is left behind. */
export const bench: Bench = {
  name: 'Forecasts: cancel, a page that stays quick, memory',
  needs: ['build'],
  run: measure,
}
