import { ready, serveBuilt } from '../built-app.ts'
import { importText, restlessExport } from './small-export.ts'
import { expect, test } from './story.ts'

test('the forecast is made without a network, and past a graphics context that is lost in the middle', async ({
  openProfile,
}) => {
  const host = await serveBuilt()
  const context = await openProfile(host.url)
  const page = await context.newPage()
  let workers = 0
  page.on('worker', (worker) => (workers += worker.url().includes('forecaster') ? 1 : 0))
  await page.goto(`${host.url}/forecast`)
  await expect(page.getByText('Ventas now works offline.')).toBeVisible({ timeout: 60_000 })
  await ready(page)
  await importText(page, restlessExport(120))
  await host.close()
  await page.reload()
  await ready(page)

  await page.getByRole('button', { name: 'Forecast 30 days' }).click()
  await expect.poll(() => workers, { timeout: 30_000 }).toBeGreaterThan(0)
  await expect(page.getByRole('progressbar').first()).toBeVisible()
  const before = workers
  // What the network throws when the driver takes its context away: tfjs itself would wait for ever.
  for (const worker of page.workers().filter((one) => one.url().includes('forecaster')))
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('webglcontextlost')
      })
    })
  await expect.poll(() => workers, { timeout: 30_000 }).toBeGreaterThan(before)
  await expect(page.locator('main [data-figure="forecast"]')).toBeVisible({ timeout: 90_000 })
})
