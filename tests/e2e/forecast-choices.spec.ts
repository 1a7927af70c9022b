import { call, ready } from '../built-app.ts'
import { importText, restlessExport } from './small-export.ts'
import { expect, test } from './story.ts'

interface Answer {
  readonly points: readonly { readonly value: number; readonly intervals: Record<string, [number, number]> }[]
  readonly total: { readonly value: number; readonly intervals: Record<string, [number, number]> }
}
const finite = (numbers: readonly number[]) => numbers.every(Number.isFinite)

test('a product by week, and a pasted series with a column beside it, from the screen', async ({ page }) => {
  await page.goto('/forecast')
  await ready(page)
  await importText(page, restlessExport(200))
  await page.getByRole('group', { name: 'Of what' }).getByText('Product', { exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Product', exact: true })).toHaveValue('22001')
  await page.getByLabel('How often').selectOption('W')
  await page.getByLabel('Model').selectOption('theta')
  await page.getByRole('button', { name: 'Forecast 13 weeks' }).click()
  await expect(page.getByRole('heading', { name: /^Net sales of MUG 22001, / })).toBeVisible({
    timeout: 60_000,
  })
  await expect(page.getByRole('row', { name: /Total of 13 weeks/ })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: /^Net sales of MUG 22001, / })).toBeVisible()

  await page.getByText('All products', { exact: true }).click()
  await page.getByRole('button', { name: 'Forecast 30 days of all products' }).click()
  await expect(page.getByRole('row', { name: /^Total of 1 product/ })).toBeVisible({ timeout: 60_000 })
  await page.reload()
  await page.getByRole('button', { name: 'MUG 22001' }).click()
  await expect(page.getByText('There is no forecast for 30 days yet: Units of MUG 22001.')).toBeVisible()

  await page.getByText('Other series', { exact: true }).click()
  // Days without a rhythm.
  const push = (day: number) => Number(Math.abs(Math.sin(day * 12.9898) * 43758.5453) % 1 > 0.6)
  const rows = Array.from({ length: 107 }, (_, day) => {
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)
    return `${date};${day < 100 ? 20 + (day % 7) + 30 * push(day) : ''};${push(day)}`
  })
  await page.getByLabel('Numbers, one a line').fill(['day;sold;push', ...rows].join('\n'))
  await page.getByLabel('How many steps, 1 to 365').fill('7')
  await expect(page.getByText('100 values, 1 column beside.')).toBeVisible()
  await page.getByRole('button', { name: 'Forecast 7 days' }).click()
  await expect(page.getByRole('heading', { name: /^sold, 10 Apr/ })).toBeVisible({ timeout: 60_000 })
  const shown = Number(
    (await page.locator('[data-figure="forecast"]').textContent())?.replaceAll(/[^\d.]/g, ''),
  )
  const truth = [100, 101, 102, 103, 104, 105, 106].reduce(
    (sum, day) => sum + 20 + (day % 7) + 30 * push(day),
    0,
  )
  // Without the column nothing could tell the pushes of the week: with it the sum is met within a tenth.
  expect(Math.abs(shown / truth - 1)).toBeLessThan(0.1)
})

test('little data: labelled answers, never a NaN', async ({ page }) => {
  await page.goto('/forecast')
  await ready(page)
  const HEAD = 'order_id,date,product,quantity,unit_price,currency'
  const line = (order: number, day: string, quantity: number) => `${order},${day},Mug,${quantity},10.00,GBP`
  const day = (at: number) => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10)
  const ten = Array.from({ length: 10 }, (_, at) => line(at, day(at), at === 6 ? 5000 : 1 + (at % 3)))
  await importText(page, [HEAD, ...ten].join('\n'))
  const ask = async (frequency: string) =>
    call(page, 'POST', '/api/v1/forecast/generate', { body: { frequency, horizon: 5 } })
  const few = await ask('D')
  expect(few.body).toMatchObject({ reason: { code: 'TOO_LITTLE_DATA', steps: 10 } })
  const { points, total } = few.body as Answer
  const numbers = points.flatMap(({ value, intervals }) => [value, ...Object.values(intervals).flat()])
  expect(finite([...numbers, total.value, ...Object.values(total.intervals).flat()])).toBe(true)
  expect(await ask('Y')).toMatchObject({ status: 422, body: { code: 'TOO_LITTLE_DATA' } })

  // The same shop after half a year without sales, and thirty days more.
  const later = Array.from({ length: 30 }, (_, at) => line(100 + at, day(200 + at), 2))
  await importText(page, [HEAD, ...ten, ...later].join('\n'), 'later.csv')
  await page.getByLabel('Model').selectOption('weekday_median')
  await page.getByRole('button', { name: 'Forecast 30 days' }).click()
  await expect(page.locator('[data-figure="forecast"]')).toHaveText(/^£[\d,.]+$/, { timeout: 60_000 })
  await expect(page.locator('main')).not.toContainText(/NaN|Infinity|undefined/)

  for (const values of [Array.from({ length: 30 }, () => 0), [5], [0, 0, 0, 9000, 0, 0, 0, 0]]) {
    const answer = await call(page, 'POST', '/api/v1/forecast/series', {
      body: { values, frequency: 'D', horizon: 7 },
    })
    if (values.length === 1) expect(answer).toMatchObject({ status: 422, body: { code: 'TOO_LITTLE_DATA' } })
    else expect(finite((answer.body as { point: number[] }).point)).toBe(true)
  }
})
