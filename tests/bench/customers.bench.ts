import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { call, openBuiltApp } from '../built-app.ts'
import type { Bench, Figure } from './bench.ts'
import { chooseFile, importChosen } from './import-file.ts'

const CUSTOMERS = 100_000
const LINES = 1_000_000
const DAYS = 730
const DAY_MS = 86_400_000

/** A stream of numbers from 0 to 1 that is the same every time. */
function numbers(): () => number {
  let state = 42
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
}

/** A million lines of a hundred thousand customers, who order at rates of their own and leave for good. */
function millionLines(): Buffer {
  const random = numbers()
  const wait = (mean: number): number => -Math.log(random()) * mean
  const parts = ['order_id,date,email,country,product,quantity,unit_price\n']
  let [order, line] = [0, 0]
  for (let customer = 0; line < LINES; customer = (customer + 1) % CUSTOMERS) {
    const rest = 20 + wait(80)
    const gone = wait(300)
    for (let day = random() * DAYS, first = day; day < DAYS && line < LINES; day += wait(rest)) {
      order += 1
      const date = new Date(Date.UTC(2023, 0, 1) + Math.floor(day) * DAY_MS).toISOString().slice(0, 10)
      for (let item = 1 + Math.floor(random() * 5); item > 0 && line < LINES; item--, line++)
        parts.push(
          `${order},${date},c${customer}@example.com,${customer % 9 === 0 ? 'PT' : 'ES'},P${Math.floor(random() ** 2 * 2000)},1,${5 + Math.floor(random() * 50)}\n`,
        )
      if (day - first > gone) break
    }
  }
  return Buffer.from(parts.join(''))
}

type Asked = readonly [what: string, method: 'GET' | 'POST', path: string, input: Record<string, unknown>]

/** All that the pages of customers ask, in the order in which one opens them. */
const ALL: readonly Asked[] = [
  ['directory', 'GET', '/api/v1/customers', { limit: 50, predictions: 'kept' }],
  ['RFM', 'GET', '/api/v1/analytics/rfm', { limit: 50 }],
  ['six segments', 'POST', '/api/ml/train-customer-segmentation', {}],
  ['worth', 'GET', '/api/v1/analytics/clv', { limit: 200 }],
  ['who is leaving', 'GET', '/api/v1/analytics/churn', { limit: 200 }],
  ['cohorts', 'GET', '/api/v1/analytics/cohorts', {}],
  ['cohorts by first product', 'GET', '/api/v1/analytics/cohorts', { group: 'first_product', limit: 20 }],
  ['retention', 'GET', '/api/v1/analytics/retention', {}],
  ['behaviour', 'GET', '/api/v1/analytics/behaviour', {}],
  ['directory by worth', 'GET', '/api/v1/customers', { limit: 50, sort: '-clv' }],
]

async function timed(page: Page, [what, method, path, input]: Asked): Promise<Figure> {
  const start = performance.now()
  const options = method === 'GET' ? { query: input as Record<string, string> } : { body: input }
  const { status, body } = await call(page, method, path, options)
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`)
  return { what, value: (performance.now() - start) / 1000, unit: 's' }
}

async function measure(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ventas-bench-'))
  const file = join(folder, 'customers.csv')
  writeFileSync(file, millionLines())
  const app = await openBuiltApp()
  await chooseFile(app.page, file)
  await importChosen(app.page)
  const figures: Figure[] = []
  for (const asked of ALL) figures.push(await timed(app.page, asked))
  await app.close()
  rmSync(folder, { recursive: true, force: true })
  const all = figures.reduce((sum, { value }) => sum + value, 0)
  return [...figures, { what: 'all of it', value: all, unit: 's', budget: 30 }]
}

/** What the pages of customers cost with a million lines and a hundred thousand customers, each asked once. */
export const bench: Bench = {
  name: 'Customers: a million lines, 100,000 customers',
  needs: ['build'],
  run: measure,
}
