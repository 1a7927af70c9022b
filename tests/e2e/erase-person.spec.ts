import { call, ready, serveBuilt } from '../built-app.ts'
import { look, startKillable } from './crash.ts'
import { filesWith } from './search-profile.ts'
import { figuresOf, shopifyOrders } from './import-page.ts'
import { importText } from './small-export.ts'
import { expect, test } from './story.ts'

const EMAIL = 'buyer3@example.com'
const OTHER = 'buyer4@example.com'

/** Runs in the page: exports the open workspace, as it is then. */
const exportInPage = async () => {
  const { ventas, kept } = window as unknown as { ventas: Ventas; kept: Kept }
  const { body } = await ventas.call('GET', '/api/v1/workspaces')
  const { current } = body as { current: string }
  const made = await ventas.call('POST', `/api/v1/workspaces/${current}/export`, { body: { kind: 'full' } })
  // Out of the file system of the browser, as a download is.
  const { file } = made.body as { file: Blob }
  Object.assign(window, { kept: { ...kept, file: new Blob([await file.arrayBuffer()]) } })
  return made.status
}

/** Runs in the page: merges the file that was exported, or opens it beside; then asks for a person. */
const takeInPage = async ([mode, text]: [string, string]) => {
  const { ventas, kept } = window as unknown as { ventas: Ventas; kept: Kept }
  const body = { file: kept.file, mode }
  const taken = await ventas.call('POST', '/api/v1/workspaces/import', { body })
  const found = await ventas.call('POST', '/api/v1/privacy/find', { body: { text } })
  const { erased_again: again } = taken.body as { erased_again?: number }
  return [taken.status, again, (found.body as { total: number }).total]
}

interface Ventas {
  call(method: string, path: string, options?: unknown): Promise<{ status: number; body: unknown }>
}
interface Kept {
  readonly file: Blob
}

test('a person is erased: totals stay, and no file of the profile knows them', async ({
  browserName: _,
}, info) => {
  const host = await serveBuilt()
  const profile = info.outputPath('profile')
  const browser = await startKillable(profile)
  const { page } = browser
  await look(page, host.url)
  const broken = `#9,${EMAIL},paid,when?,EUR`
  expect(await importText(page, `${shopifyOrders(1001, 1100)}\n${broken}`)).toBe(200)
  await call(page, 'POST', '/api/v1/rescue-copies')
  const before = await figuresOf(page)
  expect(filesWith(profile, EMAIL).length).toBeGreaterThan(0)

  await page.goto(`${host.url}/settings`)
  await ready(page)
  expect(await page.evaluate(exportInPage)).toBe(200)
  await page.getByLabel(/^(E-mail, phone, customer number|Correo, teléfono)/).fill(EMAIL)
  await page.getByRole('button', { name: /^(Find|Buscar)$/ }).click()
  await page.getByRole('button', { name: /Erase this person|Borrar a esta persona/ }).click()
  await page.getByRole('checkbox', { name: /cannot be undone|no se puede deshacer/ }).check()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Erase this person|Borrar a esta persona/ })
    .click()
  await expect(page.getByText(/^(Person erased|Persona borrada)$/).first()).toBeVisible({ timeout: 30_000 })
  expect(await figuresOf(page)).toEqual(before)
  const found = await call(page, 'POST', '/api/v1/privacy/find', { body: { text: EMAIL } })
  expect(found.body).toMatchObject({ total: 0 })
  expect(await importText(page, shopifyOrders(1001, 1100))).toBe(200)
  expect(await figuresOf(page)).toEqual(before)
  // A file of before the erasure knows them, and does not bring them back.
  expect(await page.evaluate(takeInPage, ['merge', EMAIL] as [string, string])).toEqual([200, undefined, 0])
  expect(await page.evaluate(takeInPage, ['open', EMAIL] as [string, string])).toEqual([201, 1, 0])
  expect(await figuresOf(page)).toEqual(before)
  await browser.close()
  // Files that a page still held are deleted by the browser when it opens the database the next time.
  const later = await startKillable(profile)
  expect(await look(later.page, host.url)).toMatchObject({ sound: true, lost: 0 })
  await expect.poll(() => filesWith(profile, EMAIL), { timeout: 20_000 }).toEqual([])
  await later.close()

  const left = filesWith(profile, EMAIL)
  console.log(`files of the profile with the e-mail of the erased person: ${left.length}`)
  expect(left).toEqual([])
  expect(filesWith(profile, OTHER).length).toBeGreaterThan(0)
  await host.close()
})
