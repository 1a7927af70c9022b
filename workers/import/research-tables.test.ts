import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { monthFigures } from '../../tests/source-months.ts'
import { openStaging, type Staging } from '../../tests/staging.ts'

let staging: Staging

beforeEach(async () => {
  staging = await openStaging()
})
afterEach(() => staging.engine.close())

const lines = (...rows: string[]) => [...rows, ''].join('\n')

const OLIST = {
  orders: lines(
    'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
    'o1,c1,delivered,2017-10-31 23:59:59,2017-11-01 00:10:00,2017-11-02 10:00:00,2017-11-08 10:00:00,2017-11-20 00:00:00',
    'o2,c2,delivered,2017-11-01 00:00:00,2017-11-01 00:10:00,,,2017-11-20 00:00:00',
    'o3,c3,canceled,2017-11-05 12:00:00,,,,2017-11-20 00:00:00',
    'o4,c4,unavailable,2017-11-06 12:00:00,,,,2017-11-20 00:00:00',
  ),
  items: lines(
    'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value',
    'o1,1,p1,s1,2017-11-06 09:45:35,58.90,13.29',
    'o1,2,p1,s1,2017-11-06 09:45:35,58.90,13.29',
    'o2,1,p2,s1,2017-11-06 09:45:35,239.00,19.93',
    'o3,1,p2,s1,2017-11-06 09:45:35,10.00,5.00',
  ),
  payments: lines(
    'order_id,payment_sequential,payment_type,payment_installments,payment_value',
    'o1,1,credit_card,8,100.00',
    'o1,2,voucher,1,44.38',
    'o2,1,boleto,1,258.93',
  ),
  customers: lines(
    'customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state',
    'c1,u1,01000,são paulo,SP',
    'c2,u1,01000,são paulo,SP',
    'c3,u2,01000,rio de janeiro,RJ',
  ),
  products: lines(
    'product_id,product_category_name,product_name_lenght,product_description_lenght,product_photos_qty,product_weight_g',
    'p1,perfumaria,40,287,1,225',
    'p2,pcs,40,287,1,225',
  ),
  translation: lines(
    '\ufeffproduct_category_name,product_category_name_english',
    'perfumaria,perfumery',
    'x,y',
  ),
  sellers: lines('seller_id,seller_zip_code_prefix,seller_city,seller_state', 's1,13023,campinas,SP'),
  reviews: lines(
    'review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp',
    'r1,o1,5,,"Bom,\nmuito bom",2017-11-10 00:00:00,2017-11-11 03:43:48',
  ),
}

const MONTHS = {
  '2017-10': { gross: 11_780, discounts: 0, returns: 0, net: 11_780, tax: 0, shipping: 2_658, orders: 1, units: 2 },
  '2017-11': { gross: 23_900, discounts: 0, returns: 0, net: 23_900, tax: 0, shipping: 1_993, orders: 1, units: 1 },
} // prettier-ignore

describe('Olist', () => {
  it.each([
    ['in any order', Object.values(OLIST)],
    ['the other way round', Object.values(OLIST).toReversed()],
    ['with Windows line ends', Object.values(OLIST).map((text) => text.replaceAll('\n', '\r\n'))],
  ])('puts its tables together, %s', async (_, texts) => {
    const previews = await staging.stageDrop(texts)
    const items = previews.find(({ source }) => source === 'olist_items')
    expect(items).toMatchObject({ rows: 4, skipped: 0, currency: 'BRL', ask: [] })
    expect(items?.warnings.map(({ code, count }) => [code, count])).toEqual([
      ['ORDERS_OF_SET_WITHOUT_LINES', 1],
      ['STATUS_EXCLUDED_FROM_REVENUE', 1],
    ])
    expect(await monthFigures(staging)).toEqual(MONTHS)
    const orders = `SELECT order_id, identity, CAST(charged AS DOUBLE) AS charged FROM stage.orders WHERE kind = 'sale' ORDER BY 1`
    expect(await staging.query(orders)).toEqual([
      { order_id: 'o1', identity: 'id:u1', charged: 14_438 },
      { order_id: 'o2', identity: 'id:u1', charged: 25_893 },
    ])
    expect(
      await staging.query('SELECT DISTINCT product_id, category FROM stage.products ORDER BY 1'),
    ).toEqual([
      { product_id: 'p1', category: 'perfumery' },
      { product_id: 'p2', category: 'pcs' },
    ])
    expect(previews.map(({ reason }) => reason).filter(Boolean)).toEqual(['TABLE_NOT_NEEDED'])
    expect(await staging.query('SELECT order_id, rating FROM stage.reviews')).toEqual([
      { order_id: 'o1', rating: 5 },
    ])
  })

  it('does with orders and items alone; a person is then a person per order', async () => {
    await staging.stageDrop([OLIST.items, OLIST.orders])
    expect(await monthFigures(staging)).toEqual(MONTHS)
    expect(
      await staging.query('SELECT count(DISTINCT identity)::DOUBLE AS people FROM stage.orders'),
    ).toEqual([{ people: 3 }])
  })

  it('asks for the other tables where one stands alone', async () => {
    for (const text of [OLIST.items, OLIST.orders, OLIST.customers, OLIST.payments]) {
      const [preview] = await staging.stageDrop([text])
      expect(preview).toMatchObject({ action: 'reject', reason: 'SET_INCOMPLETE', rows: 0 })
      await staging.empty()
    }
  })
})

const INSTACART = {
  orders: lines(
    'order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order',
    '11,1,prior,1,2,08,',
    '12,1,prior,2,3,07,15.0',
    '13,1,train,3,3,12,21.0',
    '14,1,test,4,4,12,30.0',
    '21,2,prior,1,0,23,',
  ),
  prior: lines(
    'order_id,product_id,add_to_cart_order,reordered',
    '11,196,1,0',
    '11,14084,2,0',
    '12,196,1,1',
    '21,13176,1,0',
  ),
  train: lines('order_id,product_id,add_to_cart_order,reordered', '13,196,1,1'),
  products: lines(
    'product_id,product_name,aisle_id,department_id',
    '196,Soda,77,7',
    '14084,"Organic Unsweetened Vanilla Almond Milk, 1 l",91,16',
    '13176,Bag of Organic Bananas,24,4',
  ),
  aisles: lines('aisle_id,aisle', '77,soft drinks', '91,soy lactosefree'),
  departments: lines('department_id,department', '7,beverages', '4,produce', '16,dairy eggs'),
}

it('reads the baskets of Instacart: products, people, weekdays and intervals, and says what it has not', async () => {
  const previews = await staging.stageDrop(Object.values(INSTACART))
  expect(previews.map(({ source, rows, reason }) => [source, rows, reason])).toEqual([
    ['instacart_orders', 5, undefined],
    ['instacart_items', 4, undefined],
    ['instacart_items', 1, undefined],
    ['instacart_products', 3, undefined],
    ['instacart_aisles', 2, undefined],
    ['instacart_departments', 3, undefined],
  ])
  expect(previews[1]?.warnings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['DAYS_ARE_COUNTED', 'PRICES_MISSING']),
  )
  expect(
    await staging.query(
      `SELECT order_id, identity, strftime(local_at, '%a %Y-%m-%d %H') AS at, CAST(lines AS DOUBLE) AS lines, CAST(gross AS DOUBLE) AS gross, kind FROM stage.orders ORDER BY 1`,
    ),
  ).toEqual([
    { order_id: '11', identity: 'id:1', at: 'Tue 2017-01-03 08', lines: 2, gross: 0, kind: 'sale' },
    { order_id: '12', identity: 'id:1', at: 'Wed 2017-01-18 07', lines: 1, gross: 0, kind: 'sale' },
    { order_id: '13', identity: 'id:1', at: 'Wed 2017-02-08 12', lines: 1, gross: 0, kind: 'sale' },
    { order_id: '21', identity: 'id:2', at: 'Sun 2017-01-01 23', lines: 1, gross: 0, kind: 'sale' },
  ])
  expect(
    await staging.query(
      'SELECT DISTINCT l.product_id, l.title, p.category FROM stage.lines l JOIN stage.products p USING (product_id) ORDER BY 1',
    ),
  ).toEqual([
    { product_id: '13176', title: 'Bag of Organic Bananas', category: 'produce' },
    { product_id: '14084', title: 'Organic Unsweetened Vanilla Almond Milk, 1 l', category: 'soy lactosefree' },
    { product_id: '196', title: 'Soda', category: 'soft drinks' },
  ]) // prettier-ignore
})

const RETAIL_ROCKET = lines(
  'timestamp,visitorid,event,itemid,transactionid',
  '1433221332117,257597,view,355908,',
  '1433224214164,257597,addtocart,355908,',
  '1433224244282,257597,transaction,355908,4000',
  '1433221999827,992329,view,248676,',
)

it('reads the events of RetailRocket, with the categories of its items', async () => {
  const properties = lines(
    'timestamp,itemid,property,value',
    '1433041200000,355908,categoryid,1338',
    '1433041200000,355908,790,n15360.000',
    '1433646000000,248676,categoryid,1027',
  )
  const previews = await staging.stageDrop([properties, RETAIL_ROCKET])
  expect(previews.map(({ source, kind, rows, action }) => [source, kind, rows, action])).toEqual([
    ['retailrocket_items', 'products', 2, 'warn'],
    ['events_table', 'events', 4, 'accept'],
  ])
  expect(
    await staging.query(
      `SELECT event, product_key, order_id, strftime(happened_at, '%Y-%m-%d %H:%M:%S') AS at FROM stage.events ORDER BY happened_at`,
    ),
  ).toEqual([
    { event: 'view', product_key: 'sku:355908', order_id: null, at: '2015-06-02 05:02:12' },
    { event: 'view', product_key: 'sku:248676', order_id: null, at: '2015-06-02 05:13:19' },
    { event: 'addtocart', product_key: 'sku:355908', order_id: null, at: '2015-06-02 05:50:14' },
    { event: 'transaction', product_key: 'sku:355908', order_id: '4000', at: '2015-06-02 05:50:44' },
  ])
  expect(await staging.query('SELECT product_id, category FROM stage.products ORDER BY 1')).toEqual([
    { product_id: '248676', category: '1027' },
    { product_id: '355908', category: '1338' },
  ])
})
