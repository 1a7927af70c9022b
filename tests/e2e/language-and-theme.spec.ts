import { AxeBuilder } from '@axe-core/playwright'
import { ready } from '../built-app.ts'
import { importText, smallExport } from './small-export.ts'
import { expect, test } from './story.ts'

test('language and theme change at once and are there again after a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  await ready(page)
  await importText(page, smallExport(90))
  await expect(page.getByRole('heading', { level: 1, name: 'Summary' })).toBeVisible()
  await page.getByRole('button', { name: /^Language/ }).click()
  await page.getByRole('menuitemradio', { name: 'Español' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Resumen' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.getByText('610,00\u00a0£').first()).toBeVisible()
  await expect(page.getByText('Las ventas netas subieron un 1,7\u00a0%')).toBeVisible()

  await page.getByRole('button', { name: 'Tema' }).click()
  await page.getByRole('menuitemradio', { name: 'Oscuro' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Resumen' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('heading', { name: 'Lo más importante' })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.getByRole('link', { name: 'Ajustes' }).first().click()
  const contents = page.getByRole('navigation', { name: 'En esta página' })
  await contents.getByRole('link', { name: 'Para programas' }).click()
  await expect(page.getByRole('heading', { name: 'Para programas' })).toBeInViewport()
})

test.describe('a Spanish browser', () => {
  test.use({ locale: 'es-MX' })

  test('is spoken to in Spanish, with the numbers of its region', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Abrir la tienda de demostración' })).toBeVisible()
    await ready(page)
    await importText(page, smallExport(90))
    await expect(page.getByText('£610.00').first()).toBeVisible()
  })
})
