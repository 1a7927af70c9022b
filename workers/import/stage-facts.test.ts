import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStaging, STAGE_CONTEXT, type Staging, textFile } from '../../tests/staging.ts'
import type { ImportOptions } from '../../src/model/preview.ts'
import { stageFile } from './stage-file.ts'
import { stagingOrder } from './staging-order.ts'

let staging: Staging

beforeEach(async () => {
  staging = await openStaging()
})
afterEach(() => staging.engine.close())

const lines = (...rows: string[]) => rows.join('\n')

async function drop(files: Readonly<Record<string, string>>, options: ImportOptions = {}) {
  const given = Object.entries(files).map(([name, text]) => textFile(text, name))
  const context = { ...STAGE_CONTEXT, currency: 'EUR', asOf: '2026-10-31', files: given.length }
  const previews = []
  for (const [turn, index] of (await stagingOrder(given)).entries())
    previews.push(await stageFile(staging.engine, given[index]!, turn, options, context))
  return previews
}

it('reads stock by location, sums it up for the product, and leaves "not stocked" empty', async () => {
  const text = lines(
    'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,SKU,HS Code,COO,Location,Bin name,Incoming (not editable),Unavailable (not editable),Committed (not editable),Available (not editable),On hand (current),On hand (new)',
    'taza,Taza,Color,Roja,,,,,TZ-R,,,Madrid,,5,0,2,8,10,',
    'taza,Taza,Color,Roja,,,,,TZ-R,,,Lisboa,,0,1,0,3,4,',
    'plato,Plato,Title,Default Title,,,,,,,,Madrid,,,,,,not stocked,',
    'plato,Plato,Title,Default Title,,,,,-,,,Lisboa,,0,0,0,7,7,',
  )
  const [preview] = await drop({ 'inventory_export_1.csv': text })
  expect(preview).toMatchObject({ source: 'shopify_inventory', kind: 'inventory', action: 'accept', rows: 4 })
  expect(
    await staging.query(
      'SELECT product_id, location, on_hand, available, committed, incoming, unavailable FROM stage.inventory ORDER BY 1, 2',
    ),
  ).toEqual([
    {
      product_id: 'TZ-R',
      location: 'Lisboa',
      on_hand: 4,
      available: 3,
      committed: 0,
      incoming: 0,
      unavailable: 1,
    },
    {
      product_id: 'TZ-R',
      location: 'Madrid',
      on_hand: 10,
      available: 8,
      committed: 2,
      incoming: 5,
      unavailable: 0,
    },
    {
      product_id: 't:plato',
      location: 'Lisboa',
      on_hand: 7,
      available: 7,
      committed: 0,
      incoming: 0,
      unavailable: 0,
    },
    {
      product_id: 't:plato',
      location: 'Madrid',
      on_hand: null,
      available: null,
      committed: null,
      incoming: null,
      unavailable: null,
    },
  ])
  expect(await staging.query('SELECT product_id, stock FROM stage.products ORDER BY 1')).toEqual([
    { product_id: 'TZ-R', stock: 14 },
    { product_id: 't:plato', stock: 7 },
  ])
})

it('takes the refunds out of a file of payments, and never counts them as sales', async () => {
  const text = lines(
    'Transaction Date,Type,Order,Card Brand,Card Source,Payout Status,Payout Date,Payout ID,Available On,Amount,Fee,Net,Checkout,Payment Method Name,Presentment Amount,Presentment Currency,Currency',
    '2025-10-02 17:09:34 -0300,charge,#1001,visa,online,paid,2025-10-05,1,2025-10-04,59.50,1.20,58.30,#1,card,59.50,EUR,EUR',
    '2025-11-03 01:30:00 +0100,refund,#1001,visa,online,paid,2025-11-05,2,2025-11-04,-20.00,0,-20.00,#1,card,-20.00,EUR,EUR',
    'soon,refund,#1002,visa,online,paid,2025-11-05,2,2025-11-04,-5.00,0,-5.00,#2,card,-5.00,EUR,EUR',
  )
  const [preview] = await drop({ 'payment_transactions_export.csv': text })
  expect(preview).toMatchObject({
    source: 'shopify_payments',
    kind: 'refunds',
    rows: 1,
    raw_rows: 3,
    skipped: 2,
  })
  expect(preview?.warnings.map(({ code, count }) => [code, count])).toEqual([
    ['DATE_IMPOSSIBLE', 1],
    ['OTHER_MOVEMENTS', 1],
  ])
  expect(
    await staging.query(
      `SELECT order_id, strftime(happened_at, '%Y-%m-%d %H:%M') AS at, CAST(day AS VARCHAR) AS day, CAST(amount AS DOUBLE) AS amount FROM stage.refunds`,
    ),
  ).toEqual([{ order_id: '#1001', at: '2025-11-03 00:30', day: '2025-11-03', amount: 2000 }])
  expect(await staging.sums()).toMatchObject({ orders: 0 })
})

it.each([
  [
    'order_item_refunds.csv',
    'refunds',
    'order_item_refund_id,created_at,order_item_id,order_id,refund_amount_usd',
    '1,2024-04-06 11:32:43,57,57,49.99',
  ],
  ['devoluciones.csv', 'refunds', 'Pedido;Fecha;Importe;Moneda', '1001;13/04/2024;12,50;EUR'],
  [
    'reembolsos.csv',
    'refunds',
    'Pedido;Fecha del reembolso;Importe reembolsado (EUR)',
    '504;15/04/2025;60,50',
  ],
  ['stock.csv', 'inventory', 'SKU,Almacén,Existencias', 'A-1,Norte,12'],
  [
    'reviews.csv',
    'reviews',
    'review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date',
    '1,9,4,Bien,Muy bien,2024-01-18 00:00:00',
  ],
  [
    'events.csv',
    'events',
    'timestamp,visitorid,event,itemid,transactionid',
    '1433221332117,257597,view,355908,',
  ],
  [
    'ads.csv',
    'spend',
    'Date,Campaign name,Amount spent (EUR),Impressions,Link clicks',
    '2024-03-01,Spring,120.50,9000,120',
  ],
  ['festivos.csv', 'calendar', 'Fecha,Festivo,País', '2026-12-25,Navidad,ES'],
  ['costes.csv', 'products', 'SKU;Coste', 'A-1;3,25'],
  [
    'wc-product-export.csv',
    'products',
    'ID,Type,SKU,Name,Published,Stock,Regular price,Categories',
    '7,simple,A-1,Mug,1,4,12.50,"Home > Kitchen, Gifts"',
  ],
  [
    'wc-product-export-es.csv',
    'products',
    'ID,Tipo,SKU,Nombre,Publicado,Inventario,Precio normal,Categorías',
    '7,simple,A-1,Taza,1,4,"12,50",Casa',
  ],
  ['orders.csv', 'orders', 'order_id,date,amount,refund_amount', '1,2024-03-01,50.00,10.00'],
  ['sales.csv', 'orders', 'date,channel,sales,cost', '2024-03-01,web,50.00,10.00'],
  ['items.csv', 'orders', 'date,sku,quantity,price,cost', '2024-03-01,A,1,50.00,10.00'],
])('knows %s as %s', async (name, kind, header, row) => {
  const [preview] = await drop({ [name]: lines(header, row) })
  expect([preview?.kind, preview?.reason ?? preview?.ask, preview?.rows]).toEqual([kind, [], 1])
})

it('takes the category of a product list, whose column is in the plural', async () => {
  await drop({ 'productos.csv': lines('Nombre;Categorías;SKU;Costo', 'Taza;Casa;TZ-R;9000,00') })
  expect(await staging.query('SELECT product_id, category FROM stage.products')).toEqual([
    { product_id: 'TZ-R', category: 'Casa' },
  ])
})

it('reads costs in two columns over a catalogue that came before, in any order of the files', async () => {
  const products = lines(
    'Handle,Title,Variant SKU,Variant Price,Cost per item',
    'a,A,A-1,10.00,',
    'b,B,B-1,20.00,9.00',
  )
  const costs = lines('SKU;Coste', 'A-1;3,25', 'B-1;8,00', 'Z-9;1,00')
  await drop({ 'costes.csv': costs, 'products_export.csv': products })
  expect(
    await staging.query(
      'SELECT product_id, title, CAST(cost AS DOUBLE) AS cost FROM stage.products ORDER BY 1',
    ),
  ).toEqual([
    { product_id: 'A-1', title: 'A', cost: 325 },
    { product_id: 'B-1', title: 'B', cost: 800 },
    { product_id: 'Z-9', title: null, cost: 100 },
  ])
})

it('adds nothing when the same rows come twice in a drop, and keeps rows that are the same within a file', async () => {
  const text = lines(
    'timestamp,visitorid,event,itemid',
    ...['1433221332117,7,view,1', '1433221332117,7,view,1', '1433221332118,7,addtocart,1'],
  )
  await drop({ 'events_1.csv': text, 'events_2.csv': text })
  expect(
    await staging.query(
      'SELECT event, CAST(sum(count) AS DOUBLE) AS count FROM stage.events GROUP BY 1 ORDER BY 1',
    ),
  ).toEqual([
    { event: 'addtocart', count: 1 },
    { event: 'view', count: 2 },
  ])
})

it('leaves out the file that is to be left out', async () => {
  const text = lines('order_id,date,product,price', '1,2024-03-01,Mug,10.00')
  const previews = await drop(
    { 'a.csv': text, 'b.csv': text.replace('1,2024', '2,2024') },
    { files: { 'b.csv': { skip: true } } },
  )
  expect(previews.map(({ name, reason, rows }) => [name, reason, rows])).toEqual([
    ['a.csv', undefined, 1],
    ['b.csv', 'LEFT_OUT', 0],
  ])
})

describe('a table of unknown headers whose kind is said', () => {
  const text = lines('Wann;Was;Wieviel', '13.04.2025;A-1;7', '14.04.2025;B-1;2')
  const said = (source: string, columns: Record<string, string>) =>
    drop({ 'x.csv': text }, { files: { 'x.csv': { source, columns } } })

  it('asks for the columns that its kind needs, and takes those that are chosen', async () => {
    const [asked] = await said('inventory_table', {})
    expect(asked).toMatchObject({ action: 'ask', kind: 'inventory', ask: [{ code: 'FACT_COLUMNS_NEEDED' }] })
    expect(asked?.fact_columns).toContainEqual({ field: 'on_hand', column: null, need: 1 })
    const [taken] = await said('inventory_table', { sku: 'Was', on_hand: 'Wieviel' })
    expect(taken).toMatchObject({ action: 'accept', kind: 'inventory', rows: 2 })
    expect(await staging.query('SELECT product_id, stock FROM stage.products ORDER BY 1')).toEqual([
      { product_id: 'A-1', stock: 7 },
      { product_id: 'B-1', stock: 2 },
    ])
  })

  it('takes refunds of such a table', async () => {
    const [taken] = await said('refunds_list', { at: 'Wann', order_id: 'Was', amount: 'Wieviel' })
    expect(taken).toMatchObject({ action: 'accept', kind: 'refunds', rows: 2, first_day: '2025-04-13' })
    expect(
      await staging.query('SELECT order_id, CAST(amount AS DOUBLE) AS amount FROM stage.refunds ORDER BY 1'),
    ).toEqual([
      { order_id: 'A-1', amount: 700 },
      { order_id: 'B-1', amount: 200 },
    ])
  })

  it('takes a column out that is said to be none', async () => {
    const costs = lines('SKU;Coste;PVP', 'A-1;3,25;9,00')
    await drop(
      { 'c.csv': costs },
      { files: { 'c.csv': { source: 'products_table', columns: { price: '' } } } },
    )
    expect(
      await staging.query(
        'SELECT CAST(cost AS DOUBLE) AS cost, CAST(price AS DOUBLE) AS price FROM stage.products',
      ),
    ).toEqual([{ cost: 325, price: null }])
  })
})

it('knows the list of customers of any shop', async () => {
  const text = lines(
    'Nombre completo;DNI / CUIT;E-mail;Teléfono de contacto;Ciudad;Total consumido (ARS);Número de compras',
    'Ana Núñez;20111222;ANA@x.test;+54 11;Rosario;80000;1',
  )
  const [preview] = await drop({ 'clientes.csv': text })
  expect(preview).toMatchObject({ kind: 'customers', source: 'customers_table', rows: 1 })
  expect(await staging.query('SELECT email, name, phone FROM stage.identities')).toEqual([
    { email: 'ana@x.test', name: 'Ana Núñez', phone: '+5411' },
  ])
})

const SAMPLE = join(import.meta.dirname, '../../sample-data')

it('reads the reviews and visits of the demo shop', async () => {
  const previews = await drop({
    'reviews.csv': readFileSync(join(SAMPLE, 'reviews.csv'), 'utf8'),
    'sessions.csv': gunzipSync(readFileSync(join(SAMPLE, 'sessions.csv.gz'))).toString(),
  })
  expect(previews.map(({ kind, rows, skipped }) => [kind, rows, skipped])).toEqual([
    ['reviews', 2589, 0],
    ['events', 13140, 0],
  ])
  const [sums] = await staging.query(
    `SELECT (SELECT sum(count) FROM stage.events WHERE event = 'session' AND channel = 'direct' AND device = 'mobile' AND day = '2024-11-01') AS sessions,
       (SELECT CAST(count(*) AS DOUBLE) FROM stage.reviews WHERE rating BETWEEN 1 AND 5 AND product_key LIKE 'handle:%' AND identity IS NOT NULL) AS reviews`,
  )
  expect(sums).toEqual({ sessions: 120, reviews: 2589 })
})
