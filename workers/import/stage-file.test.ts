import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStaging, STAGE_CONTEXT, type Staging, textFile } from '../../tests/staging.ts'
import { stageFile } from './stage-file.ts'
import { stagingOrder } from './staging-order.ts'

let staging: Staging

beforeEach(async () => {
  staging = await openStaging()
})
afterEach(() => staging.engine.close())

const ORDERS = `Name,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price
#1,EUR,2025-10-02 10:00:00 +0200,1,A,10.00
`

describe('tables that look like sales and are none', () => {
  it.each([
    'ID do carrinho;Data de criação;Tipo de abandono;Total do carrinho;Nome;E-mail;Telefone;CPF / CNPJ;Endereço;Nome do produto;Variante / SKU;Quantidade;Preço unitário\n1;05/01/2025 10:00:00;Pagamento;R$1.093,18;Ana;a@x.com;;;;Caneca;C-1;2;R$546,59',
    'ID del carrito;Fecha de creación;Total del carrito;Nombre;Email;Nombre del producto;Cantidad;Precio unitario\n1;05/01/2025 10:00:00;100,00;Ana;a@x.com;Taza;1;100,00',
  ])('refuses abandoned carts', async (text) => {
    const [preview] = await staging.stage([text])
    expect(preview).toMatchObject({ action: 'reject', reason: 'ABANDONED_CARTS' })
    expect(await staging.query('SELECT order_id FROM stage.orders')).toEqual([])
  })

  it('takes the customers of Stripe as customers', async () => {
    const text =
      'id,Description,Email,Name,Created (UTC),Delinquent,Card ID,Total Spend,Payment Count\ncus_1,,a@x.com,Ana,2025-01-05 10:00,false,,120.00,2\n'
    const [preview] = await staging.stage([text])
    expect(preview).toMatchObject({ kind: 'customers', source: 'stripe_customers', rows: 1 })
  })
})

describe('catalogues', () => {
  it('stages the variants of a product file with cost, stock and category', async () => {
    const text = [
      'Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Cost per item,Image Src,Status',
      'taza,Taza,Norte,Cocina,Color,Roja,TZ-R,3,50.00,20.5,http://x/1.jpg,active',
      'taza,,,,,Azul,TZ-A,,55.00,,,',
      'taza,,,,,,,,,,http://x/2.jpg,',
      'plato,Plato,Sur,Mesa,Title,Default Title,,7,12,,,draft',
    ].join('\n')
    const [preview] = await staging.stage([text], { currency: 'EUR' })
    expect(preview).toMatchObject({ kind: 'products', source: 'shopify_products', action: 'accept', rows: 4 })
    expect(
      await staging.query(
        'SELECT product_id, title, category, vendor, CAST(price AS DOUBLE) AS price, CAST(cost AS DOUBLE) AS cost, stock FROM stage.products ORDER BY 1',
      ),
    ).toEqual([
      {
        product_id: 'TZ-A',
        title: 'Taza - Azul',
        category: 'Cocina',
        vendor: 'Norte',
        price: 5500,
        cost: null,
        stock: null,
      },
      {
        product_id: 'TZ-R',
        title: 'Taza - Roja',
        category: 'Cocina',
        vendor: 'Norte',
        price: 5000,
        cost: 2050,
        stock: 3,
      },
      {
        product_id: 't:plato',
        title: 'Plato',
        category: 'Mesa',
        vendor: 'Sur',
        price: 1200,
        cost: null,
        stock: 7,
      },
    ])
  })

  it('stages people apart, folded by e-mail', async () => {
    const text = [
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Country Code,Phone,Total Spent,Total Orders',
      "'7210,Ana,Gil,Ana@X.test,yes,ES,'+34 600 111 222,1,1",
    ].join('\n')
    await staging.stage([text])
    expect(await staging.query('SELECT * FROM stage.identities')).toEqual([
      {
        identity: 'ana@x.test',
        platform_id: '7210',
        email: 'ana@x.test',
        name: 'Ana Gil',
        phone: '+34600111222',
        country: 'ES',
      },
    ])
  })
})

it('stops when it is told to, and leaves nothing staged', async () => {
  const signal = { aborted: false }
  const onProgress = ({ phase }: { phase: string }) => (signal.aborted ||= phase === 'check')
  const preview = await stageFile(staging.engine, textFile(ORDERS), 0, {}, STAGE_CONTEXT, {
    signal,
    onProgress,
  })
  expect(preview).toMatchObject({ action: 'reject', reason: 'CANCELLED' })
  expect(await staging.query('SELECT CAST(count(*) AS DOUBLE) AS lines FROM stage.lines')).toEqual([
    { lines: 0 },
  ])
})

it('refuses what is far too wide at once', async () => {
  const [preview] = await staging.stage([
    Array.from({ length: 100_000 }, (_, index) => `c${index}`).join(',') + '\n1,2\n',
  ])
  expect(preview).toMatchObject({ action: 'reject', reason: 'TOO_MANY_COLUMNS' })
})

it('stages orders before products before people, files of a kind by name', async () => {
  const products = textFile('Handle,Title,Variant Price\na,A,1.00', 'a-products.csv')
  const people = textFile(
    'Email,Accepts Email Marketing,Total Spent,Total Orders\na@x.test,no,1,1',
    'a-customers.csv',
  )
  const orders = ['orders_10.csv', 'orders_2.csv'].map((name) => textFile(ORDERS, name))
  expect(await stagingOrder([people, products, ...orders])).toEqual([3, 2, 1, 0])
})

it('the cost of what came back comes back, however the file writes that it did', async () => {
  await staging.stage([
    `order_id,date,email,sku,quantity,unit_price,unit_cost,currency
1,2025-03-01,a@x.test,MUG,3,10.00,4.00,EUR
2,2025-03-02,a@x.test,MUG,-1,10.00,4.00,EUR
3,2025-03-03,b@x.test,MUG,2,-10.00,4.00,EUR
`,
  ])
  const lines = await staging.query(
    `SELECT order_id, quantity, CAST(net AS DOUBLE) AS net, CAST(cost AS DOUBLE) AS cost FROM stage.lines ORDER BY order_id`,
  )
  expect(lines).toEqual([
    { order_id: '1', quantity: 3, net: 3000, cost: 1200 },
    { order_id: '2', quantity: -1, net: -1000, cost: -400 },
    { order_id: '3', quantity: -2, net: -2000, cost: -800 },
  ])
})

it('takes no more off a line than it sold, nor gives back more than was paid for its goods', async () => {
  await staging.stage([
    `order_id,date,email,sku,quantity,unit_price,line discount,refund,currency
1,2025-03-01,a@x.test,MUG,1,10.00,15.00,,EUR
2,2025-03-02,a@x.test,MUG,2,10.00,,25.00,EUR
3,2025-03-03,b@x.test,MUG,1,100.00,50.00,60.50,EUR
4,2025-03-04,b@x.test,MUG,1,100.00,20.00,30.00,EUR
`,
  ])
  const lines = await staging.query(
    `SELECT order_id, CAST(gross AS DOUBLE) AS gross, CAST(discount AS DOUBLE) AS discount, CAST(returned AS DOUBLE) AS returned, CAST(net AS DOUBLE) AS net FROM stage.lines ORDER BY order_id`,
  )
  expect(lines).toEqual([
    { order_id: '1', gross: 1_000, discount: 1_000, returned: 0, net: 0 },
    { order_id: '2', gross: 2_000, discount: 0, returned: 2_000, net: 0 },
    // The taxes of a refund are no goods.
    { order_id: '3', gross: 10_000, discount: 5_000, returned: 5_000, net: 0 },
    { order_id: '4', gross: 10_000, discount: 2_000, returned: 3_000, net: 5_000 },
  ])
})

it('takes the orders of the last day that can be, and none of the day after it', async () => {
  const [preview] = await staging.stage(
    [
      `order_id,date,email,price,currency
1,2026-02-01 23:59:59,a@x.test,10.00,EUR
2,2026-02-02 00:00:00,a@x.test,20.00,EUR
`,
    ],
    {},
    { asOf: '2026-01-31' },
  )
  expect(preview).toMatchObject({ rows: 1, skipped: 1, warnings: [{ code: 'DATE_IN_FUTURE', count: 1 }] })
})
