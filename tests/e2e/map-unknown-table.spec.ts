import { chooseFiles, countOf, figuresOf, openDataPage, storeImport } from './import-page.ts'
import { expect, test } from './story.ts'

const TABLE = [
  'Ref;Cuando;Quien;Que;Uds;Cobrado;Propina',
  'A1;03/04/2025;ana@example.com;Taza roja;2;20,00;0,50',
  'A1;03/04/2025;ana@example.com;Plato;1;8,50;0,00',
  'A2;25/04/2025;luis@example.com;Taza roja;1;10,00;0,00',
  'A3;31/02/2025;eva@example.com;Vaso;1;4,00;0,00',
].join('\n')

test('a table that nobody knows is read by the columns that the person chooses', async ({ page }) => {
  await openDataPage(page)
  await chooseFiles(page, { name: 'caja.csv', text: TABLE })
  await expect(page.getByRole('heading', { name: 'What each column is' })).toBeVisible({ timeout: 30_000 })
  const column = (field: string) => page.getByRole('combobox', { name: `${field}: Column of the file` })
  await column('Amount of the line').selectOption('Cobrado')
  await expect(column('Amount of the line')).toHaveValue('Cobrado')
  await page.getByRole('button', { name: /^EUR/ }).click()

  await expect(page.getByRole('button', { name: 'Currency: EUR – Euro' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import', exact: true }).first()).toBeEnabled({
    timeout: 40_000,
  })
  const more = page.getByText(/more fields? without a column/)
  await more.click()
  await column('Order number').selectOption('Ref')
  await expect(page.getByRole('row', { name: /Order number/ }).getByText('You chose it')).toBeVisible()

  expect(await countOf(page, 'Refused')).toBe('1')
  const refused = page.getByRole('region', { name: 'Refused rows' })
  await expect(refused.getByRole('row').filter({ hasText: '31/02/2025' })).toContainText('5')
  await storeImport(page)
  expect(await figuresOf(page)).toMatchObject({ net: 38.5, orders: 2 })
})

test('text of a file is only ever text', async ({ page }) => {
  const nasty = '<img src=x onerror="window.hit=1"> & <b>ñ'
  const text = [
    'Date,Product,Amount',
    `2025-04-03,"${nasty.replaceAll('"', '""')}",10.00`,
    'never,Cup,1.00',
  ].join('\n')
  await openDataPage(page)
  await chooseFiles(page, { name: '<b onmouseover=window.hit=1>name.csv', text })
  await page.getByRole('button', { name: /^EUR/ }).click()
  await expect(page.getByRole('button', { name: 'Currency: EUR – Euro' })).toBeVisible()
  await storeImport(page)
  await page.getByRole('button', { name: /1 refused/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
})
