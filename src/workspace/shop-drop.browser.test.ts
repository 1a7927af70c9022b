import { afterEach, beforeEach, expect, it } from 'vitest'
import { currentManifest } from '../store/generations.ts'
import { openWorkspaceDatabase, type WorkspaceDatabase } from '../store/workspace-database.ts'
import { createImports, type Imports } from './imports.ts'
import { createLiveEngine, type LiveEngine } from './live-engine.ts'

const file = (name: string, ...rows: string[]) => new File([[...rows, ''].join('\n')], name)

const ORDERS = file(
  'orders_export.csv',
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Refunded Amount,Id',
  '#1001,a@example.com,partially_refunded,EUR,40.00,0,8.00,48.00,2024-03-01 10:00:00 +0100,2,Taza - Roja,10.00,TZ-R,,12.00,5550001',
  '#1001,a@example.com,,,,,,,,1,Plato,20.00,PL-1,,,',
  '#1002,b@example.com,paid,EUR,10.00,0,2.00,12.00,2024-03-02 10:00:00 +0100,1,Taza - Roja,10.00,TZ-R,,0,5550002',
)
const PRODUCTS = file(
  'products_export.csv',
  'Handle,Title,Option1 Value,Variant SKU,Variant Price,Cost per item',
  'taza,Taza,Roja,TZ-R,10.00,4.00',
  'plato,Plato,,PL-1,20.00,',
)
const REFUNDS = file(
  'payments.csv',
  'Transaction Date,Type,Order,Payout Status,Amount,Currency',
  '2024-04-05 10:00:00 +0200,refund,#1001,paid,-12.00,EUR',
  '2024-04-06 10:00:00 +0200,refund,#9999,paid,-1.00,EUR',
)
const STOCK = file(
  'inventory.csv',
  'Handle,Title,SKU,Location,On hand (current)',
  'taza,Taza,TZ-R,Madrid,5',
  'taza,Taza,TZ-R,Lisboa,6',
  'x,X,XX-1,Madrid,1',
)
const REVIEWS = file(
  'reviews.csv',
  'product_handle,review_date,rating,body,reviewer_email',
  'taza,2024-03-09,5,Bien,A@example.com',
  'nada,2024-03-10,1,Mal,z@example.com',
)

let database: WorkspaceDatabase
let imports: Imports
let live: LiveEngine

beforeEach(async () => {
  database = await openWorkspaceDatabase(`shop-drop-${crypto.randomUUID()}`)
  live = createLiveEngine(database, await currentManifest(database))
  imports = createImports({
    database,
    browserZone: 'Europe/Madrid',
    onGeneration: (manifest) => live.show(manifest),
    withWriter: (work) => work(),
  })
})
afterEach(async () => {
  await imports.close()
  await live.close()
  await database.delete()
})

async function store(
  ...files: File[]
): Promise<{ id: string; added: number; matches: readonly unknown[]; coverage: number | null }> {
  const seen = await imports.preview(files, { currency: 'EUR' })
  if (!seen.ok) throw new Error(seen.failure.detail)
  expect(seen.value.files.map(({ name, reason }) => [name, reason])).toEqual(
    files.map(({ name }) => [name, undefined]),
  )
  const done = await imports.commit(seen.value.id, {})
  if (!done.ok) throw new Error(done.failure.detail)
  const { plan } = seen.value
  return {
    id: seen.value.id,
    added: done.value.row.added,
    matches: plan?.matches ?? [],
    coverage: plan?.costCoverage ?? null,
  }
}

const ask = <Row>(sql: string) => live.run<Row>({ sql, params: [] })

const days = () =>
  ask(
    `SELECT strftime(day, '%Y-%m-%d') AS day, CAST(sum(net) AS DOUBLE) AS net FROM store.lines GROUP BY 1 ORDER BY 1`,
  )

/** All that the workspace shows. */
const everything = async () => ({
  days: await days(),
  orders: await ask(
    `SELECT order_id, kind, name, CAST(returned AS DOUBLE) AS returned FROM store.orders ORDER BY 1`,
  ),
  products: await ask(
    `SELECT product_id, title, CAST(cost AS DOUBLE) AS cost, stock FROM store.products ORDER BY 1`,
  ),
  inventory: await ask(`SELECT product_id, location, on_hand FROM inventory ORDER BY 1, 2`),
  refunds: await ask(`SELECT order_id, CAST(amount AS DOUBLE) AS amount FROM refunds ORDER BY 1`),
  reviews: await ask(
    `SELECT r.product_id, r.rating, c.email FROM reviews r LEFT JOIN customers c USING (customer_id) ORDER BY 2`,
  ),
})

const WANTED = {
  days: [
    { day: '2024-03-01', net: 4000 },
    { day: '2024-03-02', net: 1000 },
    { day: '2024-04-05', net: -1000 },
  ],
  orders: [
    { order_id: '5550001', kind: 'sale', name: '#1001', returned: 0 },
    { order_id: '5550001/refund/1', kind: 'return', name: null, returned: 1000 },
    { order_id: '5550002', kind: 'sale', name: '#1002', returned: 0 },
  ],
  products: [
    { product_id: 'PL-1', title: 'Plato', cost: null, stock: null },
    { product_id: 'TZ-R', title: 'Taza - Roja', cost: 400, stock: 11 },
    { product_id: 'XX-1', title: 'X', cost: null, stock: 1 },
  ],
  inventory: [
    { product_id: 'TZ-R', location: 'Lisboa', on_hand: 6 },
    { product_id: 'TZ-R', location: 'Madrid', on_hand: 5 },
    { product_id: 'XX-1', location: 'Madrid', on_hand: 1 },
  ],
  refunds: [
    { order_id: '#1001', amount: 12 },
    { order_id: '#9999', amount: 1 },
  ],
  reviews: [
    { product_id: null, rating: 1, email: 'z@example.com' },
    { product_id: 'TZ-R', rating: 5, email: 'a@example.com' },
  ],
}

it('puts together the files of one shop: refunds on their day, costs, stock, reviews; says what meets nothing', async () => {
  const stored = await store(REVIEWS, STOCK, REFUNDS, PRODUCTS, ORDERS)
  expect(stored.matches).toEqual([
    { kind: 'refunds', by: 'order', of: 2, unmatched: 1, examples: ['#9999'] },
    { kind: 'inventory', by: 'product', of: 3, unmatched: 1, examples: ['XX-1'] },
    { kind: 'costs', by: 'product', of: 1, unmatched: 0, examples: [] },
    { kind: 'reviews', by: 'product', of: 2, unmatched: 1, examples: ['handle:nada'] },
  ])
  expect(stored.coverage).toBeCloseTo(25 / 40)
  expect(await everything()).toEqual(WANTED)
})

it('comes to the same one after the other, the same again adds nothing, and refunds are taken back', async () => {
  const refunds = await store(REFUNDS)
  await store(ORDERS)
  await store(REVIEWS, STOCK, PRODUCTS)
  expect(await everything()).toEqual(WANTED)
  expect((await store(STOCK, REFUNDS, REVIEWS)).added).toBe(0)
  await imports.takeBack((await imports.list())[0]!.id)
  await imports.takeBack(refunds.id)
  expect(await everything()).toEqual({
    ...WANTED,
    refunds: [],
    orders: [
      { order_id: '5550001', kind: 'sale', name: '#1001', returned: 1000 },
      { order_id: '5550002', kind: 'sale', name: '#1002', returned: 0 },
    ],
    days: [
      { day: '2024-03-01', net: 3000 },
      { day: '2024-03-02', net: 1000 },
    ],
  })
})
