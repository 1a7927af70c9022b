import type { Page } from '@playwright/test'
import { call, ready } from '../built-app.ts'
import { endBrowsers, type Killable, startKillable } from './crash.ts'
import { figuresOf, shopifyOrders } from './import-page.ts'
import { startTelling } from './kill-runs.ts'
import { filesWith } from './search-profile.ts'
import { importText } from './small-export.ts'
import { serveSteps } from './steps.ts'
import { expect, test } from './story.ts'

test.afterEach(endBrowsers)

const PASSPHRASE = 'mesa lluvia tren verde'
/** Stands in the e-mails of the file, and nowhere in the app. */
const SECRET = 'zoraida'

interface Door {
  call(method: string, path: string, options?: unknown): Promise<{ status: number; body: { file: Blob } }>
}

const workspaceOf = async (page: Page): Promise<string> => {
  const { items } = (await call(page, 'GET', '/api/v1/workspaces')).body as { items: { id: string }[] }
  return items[0]?.id ?? ''
}

/** A workspace file with people in its rows, made in a window that writes nothing to the disk. In base64. */
async function sentFile({ page }: Killable, url: string): Promise<string> {
  const apart = await page.context().browser()?.newContext()
  if (!apart) throw new Error('no window')
  const sender = await apart.newPage()
  await sender.goto(`${url}/settings`)
  await ready(sender)
  expect(await importText(sender, shopifyOrders(1001, 1060).replaceAll('buyer', SECRET))).toBe(200)
  await call(sender, 'POST', '/api/v1/saved-queries', {
    body: { name: 'Hers', sql: `SELECT * FROM customers WHERE email = '${SECRET}3@example.com'` },
  })
  const packed = await sender.evaluate(
    async (id) => {
      const { ventas } = window as unknown as { ventas: Door }
      const { body } = await ventas.call('POST', `/api/v1/workspaces/${id}/export`, {
        body: { kind: 'full' },
      })
      const bytes = new Uint8Array(await body.file.arrayBuffer())
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    },
    await workspaceOf(sender),
  )
  await apart.close()
  return packed
}

/** Gives a file to the open workspace; answers the status. */
const give = (page: Page, packed: string, mode: 'merge' | 'compare'): Promise<number> =>
  page.evaluate(
    async ([text, way]) => {
      const { ventas } = window as unknown as { ventas: Door }
      const file = new File([Uint8Array.from(atob(text), (char) => char.charCodeAt(0))], 'sent.ventas')
      const given = { body: { file, mode: way } }
      return (await ventas.call('POST', '/api/v1/workspaces/import', given)).status
    },
    [packed, mode] as const,
  )

const databases = (page: Page): Promise<number> =>
  page.evaluate(async () => (await indexedDB.databases()).length)

/** A file in the making, as a worker that is killed leaves it. */
async function leaveScratch(): Promise<void> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle('workspace-files', { create: true })
  await folder.getFileHandle(`${Date.now()}-left`, { create: true })
}

async function scratches(): Promise<string[]> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle('workspace-files', { create: true })
  return Array.fromAsync((folder as unknown as { keys(): AsyncIterable<string> }).keys())
}

test('a file given to a workspace with a passphrase, or a person looked for in it, leaves nothing to read', async ({
  browserName: _,
}, info) => {
  const server = await serveSteps()
  const profile = info.outputPath('profile')
  const first = await startTelling(profile)
  const packed = await sentFile(first, server.url)
  await first.page.goto(`${server.url}/settings`)
  await ready(first.page)
  const id = await workspaceOf(first.page)
  const body = { passphrase: PASSPHRASE }
  expect(await call(first.page, 'PUT', `/api/v1/workspaces/${id}/passphrase`, { body })).toMatchObject({
    status: 200,
  })
  const known = await databases(first.page)
  await first.page.evaluate(leaveScratch)
  // Killed when all of the file is there, and the merge begins to write.
  const { held } = server.hold('put manifests')
  const cut = give(first.page, packed, 'merge').catch(() => 0)
  await Promise.race([held, cut])
  await first.kill()
  expect(await cut, 'killed in the middle').toBe(0)
  expect(filesWith(profile, SECRET), 'after a kill').toEqual([])

  const { page, close } = await startKillable(profile)
  await page.goto(`${server.url}/settings`)
  await ready(page)
  await expect.poll(() => databases(page), { message: 'what was staged goes' }).toBe(known)
  await expect.poll(() => page.evaluate(scratches), { message: 'what was unpacked goes' }).toEqual([])
  expect(await call(page, 'POST', `/api/v1/workspaces/${id}/unlock`, { body })).toMatchObject({ status: 200 })
  expect(await give(page, packed, 'merge')).toBe(200)
  expect(await give(page, packed, 'compare')).toBe(200)
  expect(await figuresOf(page)).toMatchObject({ orders: 60 })
  await page.getByRole('link', { name: 'Customers', exact: true }).click()
  const search = page.getByRole('searchbox')
  await search.fill(`${SECRET}3@example.com`)
  const hers = page.getByRole('button', { name: `${SECRET}3@example.com` })
  await expect(page.getByText('1 row', { exact: true })).toBeVisible()
  await hers.click()
  await expect(page).toHaveURL(/customers\/\d+$/)
  await page.goBack()
  await expect(search).toHaveValue(`${SECRET}3@example.com`)
  await expect(page.getByText('1 row', { exact: true })).toBeVisible()
  await close()
  expect(filesWith(profile, SECRET), 'after the work').toEqual([])
  await server.close()
})
