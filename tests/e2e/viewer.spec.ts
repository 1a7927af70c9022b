import { call, ready } from '../built-app.ts'
import { figuresOf, shopifyOrders } from './import-page.ts'
import { importText } from './small-export.ts'
import { expect, test } from './story.ts'

interface Comparison {
  readonly figures: readonly { readonly metric: string; readonly difference: number }[]
  readonly causes: readonly { readonly code: string; readonly orders: number; readonly net_sales: number }[]
  readonly same_orders: number
}

/** Runs in the page: holds the file that was kept against the open workspace. */
const compareInPage = async (bytes: number[]): Promise<[number, unknown]> => {
  const { ventas } = window as unknown as {
    ventas: {
      call(method: string, path: string, options: unknown): Promise<{ status: number; body: unknown }>
    }
  }
  const body = { file: new Blob([new Uint8Array(bytes)]), mode: 'compare' }
  const { status, body: answer } = await ventas.call('POST', '/api/v1/workspaces/import', { body })
  return [status, (answer as { comparison?: unknown }).comparison ?? answer]
}

test('whoever only looks gets figures without a row; an older file is compared, and the difference explained', async ({
  page,
}) => {
  await page.goto('/settings')
  await ready(page)
  expect(await importText(page, shopifyOrders(1001, 1060))).toBe(200)
  const before = await figuresOf(page)
  const { current } = (await call(page, 'GET', '/api/v1/workspaces')).body as { current: string }
  const full = await page.evaluate(async (id) => {
    const { ventas } = window as unknown as {
      ventas: { call(method: string, path: string, options: unknown): Promise<{ body: { file: Blob } }> }
    }
    const made = await ventas.call('POST', `/api/v1/workspaces/${id}/export`, { body: { kind: 'full' } })
    return [...new Uint8Array(await made.body.file.arrayBuffer())]
  }, current)

  await page.getByRole('button', { name: 'Export…' }).click()
  const leave = page.getByRole('dialog')
  await leave.getByText('Figures only').click()
  await expect(leave.getByText('None.')).toBeVisible()
  const download = page.waitForEvent('download')
  await leave.getByRole('button', { name: 'Save the file' }).click()
  const path = await (await download).path()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file…' }).click()
  await (await chooser).setFiles(path)
  await page.getByRole('button', { name: 'Open as a new workspace' }).click()
  await expect(page.getByText(/^You opened/)).toBeVisible()
  await page.getByRole('link', { name: 'Summary' }).first().click()
  await expect(page.getByText('A file of figures only', { exact: false })).toBeVisible()
  const viewer = (await call(page, 'GET', '/api/v1/viewer')).body as { metrics: Record<string, number> }
  expect(viewer.metrics['orders']).toBe(before.orders)
  expect(JSON.stringify(viewer)).not.toMatch(/@|buyer/)
  expect((await call(page, 'POST', '/api/v1/query', { body: { sql: 'SELECT 1' } })).body).toMatchObject({
    code: 'READ_ONLY',
  })

  expect((await call(page, 'POST', `/api/v1/workspaces/${current}/open`)).status).toBe(200)
  const same = await page.evaluate(compareInPage, full)
  expect(same).toMatchObject([200, { causes: [], same_orders: 60, settings: [] }])
  expect(await importText(page, shopifyOrders(1061, 1070), 'more.csv')).toBe(200)
  const [status, answer] = await page.evaluate(compareInPage, full)
  const { causes, figures, same_orders } = answer as Comparison
  expect([status, same_orders]).toEqual([200, 60])
  expect(causes).toMatchObject([{ code: 'only_mine', orders: 10 }])
  expect(causes[0]?.net_sales).toBe(figures.find(({ metric }) => metric === 'net_sales')?.difference)
})
