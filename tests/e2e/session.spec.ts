import { call, ready } from '../built-app.ts'
import { openDemoShop } from './demo-shop.ts'
import { expect, test } from './story.ts'

const ASK_OUTSIDE = [
  "SELECT * FROM read_csv('http://leak.example/orders.csv')",
  "SELECT * FROM 'https://leak.example/orders.csv'",
  "ATTACH 'http://leak.example/shop.duckdb' AS away",
  'INSTALL httpfs',
]

test('a whole session asks nothing of any other host', async ({ page, witness }) => {
  await page.goto('/')
  await ready(page)
  await openDemoShop(page)
  const sections = page.getByRole('navigation').first().getByRole('link')
  for (const section of await sections.all()) {
    await section.click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  for (const sql of ASK_OUTSIDE) {
    const answer = await call(page, 'POST', '/api/v1/query', { body: { sql } })
    expect(answer, sql).toMatchObject({ status: 400, body: { code: 'READ_ONLY' } })
  }
  expect(witness.seen).toEqual([])
})
