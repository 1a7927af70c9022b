import type { Page } from '@playwright/test'
import { call, ready, serveBuilt } from '../built-app.ts'
import { startBareHost } from './bare-host.ts'
import { countOrders, openDemoShop } from './demo-shop.ts'
import { expect, test } from './story.ts'

const offlineReady = (page: Page) => page.getByText('Ventas now works offline.')
const newVersion = (page: Page) => page.getByText('A new version of Ventas is ready.')

test('after one visit that only looked, the demo shop opens without a network', async ({ openProfile }) => {
  const host = await serveBuilt()
  const visit = await openProfile(host.url)
  const first = await visit.newPage()
  await first.goto(host.url)
  await expect(offlineReady(first)).toBeVisible({ timeout: 60_000 })
  await visit.close()
  await host.close()

  const later = await openProfile(host.url)
  const page = await later.newPage()
  const answer = await page.goto(`${host.url}/data`)
  expect(answer?.fromServiceWorker()).toBe(true)
  await ready(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect((await call(page, 'GET', '/health')).body).toMatchObject({
    status: 'ok',
    engine: { duckdb: expect.stringMatching(/^v?\d/) },
  })
  await page.goto(host.url)
  await openDemoShop(page)
})

test('what was imported is there after a restart without a network', async ({ openProfile }) => {
  const host = await serveBuilt()
  const visit = await openProfile(host.url)
  const first = await visit.newPage()
  await first.goto(host.url)
  const arrived = offlineReady(first).waitFor({ timeout: 60_000 })
  await ready(first)
  await openDemoShop(first)
  await arrived
  const orders = await countOrders(first)
  await visit.close()
  await host.close()

  const later = await openProfile(host.url)
  const page = await later.newPage()
  await page.goto(host.url)
  await ready(page)
  expect(await countOrders(page)).toBe(orders)
})

test('a new version is offered, and the other tab goes on with the old one', async ({ openProfile }) => {
  const host = await startBareHost()
  const context = await openProfile(host.url)
  const [one, two] = [await context.newPage(), await context.newPage()]
  await one.goto(host.url)
  await expect(offlineReady(one)).toBeVisible({ timeout: 60_000 })
  await two.goto(host.url)
  await ready(two)
  host.extra.set('/service-worker.js', `${host.builtText('/service-worker.js')}\n// the next version`)
  await one.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await expect(newVersion(two)).toBeVisible()
  const notice = one.getByRole('listitem').filter({ has: newVersion(one) })
  await Promise.all([one.waitForEvent('load'), notice.getByRole('button', { name: 'Reload' }).click()])
  await ready(one)
  await expect(newVersion(one)).toBeHidden()
  expect((await call(two, 'GET', '/health')).status).toBe(200)
  await context.close()
  await host.close()
})
