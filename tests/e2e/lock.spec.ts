import { call, openBuiltApp, ready } from '../built-app.ts'
import { figuresOf, shopifyOrders } from './import-page.ts'
import { filesWith } from './search-profile.ts'
import { importText } from './small-export.ts'
import { expect, test } from './story.ts'

const PASSPHRASE = 'mesa lluvia tren verde'

/** Runs in the page: holds a file over it; whether the app would take it. */
const holdFileOver = () => {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([''], 'copy.ventas'))
  const event = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer })
  return !document.body.dispatchEvent(event)
}

test('a locked workspace says nothing, on the screen or on the disk; the recovery key opens it', async ({
  locale,
}, info) => {
  const profile = info.outputPath('profile')
  const app = await openBuiltApp({ profile, locale })
  const { page } = app
  await page.goto(`${app.url}/settings`)
  await ready(page)
  expect(await importText(page, shopifyOrders(1001, 1060))).toBe(200)
  const before = await figuresOf(page)
  expect(filesWith(profile, 'buyer3@example.com')).not.toEqual([])
  await page.getByRole('button', { name: 'Set a passphrase…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('New passphrase').fill(PASSPHRASE)
  await dialog.getByLabel('Type it again').fill(PASSPHRASE)
  await dialog.getByRole('button', { name: 'Save' }).click()
  const key = await dialog.getByText(/^([A-Z2-9]{4}-){7}[A-Z2-9]{4}$/).innerText()
  // It is shown once: Escape does not take it away.
  await page.keyboard.press('Escape')
  await expect(dialog.getByText(key)).toBeVisible()
  // On paper it is alone: the page behind its dialog is not.
  await page.emulateMedia({ media: 'print' })
  await expect(dialog.getByText(key)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeHidden()
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeHidden()
  const card = page.locator('section', { has: dialog }).last()
  await expect(card).toHaveCSS('border-top-width', '0px')
  await page.emulateMedia({ media: null })
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Lock now' }).click()

  const unlock = page.getByRole('button', { name: 'Unlock' })
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
  // Who can open it no more is not shut out of the rest.
  await expect(page.getByRole('button', { name: 'Create a workspace' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open a file…' })).toBeVisible()
  expect(await page.evaluate(holdFileOver), 'a file is taken by the app, not opened by the browser').toBe(
    true,
  )
  await page.getByLabel('Passphrase', { exact: true }).fill('mesa lluvia')
  await unlock.click()
  await expect(page.getByText('That is not it. Try again.')).toBeVisible()
  await expect.poll(() => page.workers()).toEqual([])
  expect(await call(page, 'GET', '/health')).toMatchObject({ status: 423, body: { code: 'LOCKED' } })
  // The browser deletes files that were replaced a moment later.
  await expect.poll(() => filesWith(profile, 'buyer3@example.com'), { timeout: 20_000 }).toEqual([])

  await page.reload()
  await ready(page)
  await page.getByLabel('Passphrase', { exact: true }).fill(key)
  await unlock.click()
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible()
  await expect(page.getByText('Opened with the recovery key')).toBeVisible()
  await expect.poll(() => figuresOf(page)).toEqual(before)
  await app.close()
  // The browser deletes files that were replaced a moment later.
  await expect.poll(() => filesWith(profile, 'buyer3@example.com'), { timeout: 20_000 }).toEqual([])
})
