import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { openNativeEngine, type NativeEngine } from './native-engine.ts'
import { createStoreTables } from './store-tables.ts'

const FILE = '../shared/data/uci-online-retail-2009-10/online_retail_2009-12_2010-11.csv.gz'

export const hasUci = (): boolean => existsSync(FILE)

/**
 * The UCI shop in the store's tables by plain SQL, apart from the importer: codes of five digits at a price are products,
 * invoices with C are return documents, the rest is kept apart. The raw table stays as `raw`.
 */
export async function openUciStore(): Promise<NativeEngine> {
  const engine = await openNativeEngine()
  await createStoreTables(engine)
  await engine.putFile('uci.csv', gunzipSync(readFileSync(FILE)))
  await engine.exec(
    `CREATE TABLE raw AS SELECT row_number() OVER () AS n, * FROM read_csv('uci.csv', header = true, all_varchar = true)`,
  )
  await engine.exec(`INSERT INTO store.lines (order_id, line, ordered_at, local_at, day, customer_id, product_id, title, kind, quantity,
      unit_price, gross, discount, returned, net, currency, country)
    SELECT Invoice, n, InvoiceDate::TIMESTAMP, InvoiceDate::TIMESTAMP, InvoiceDate::TIMESTAMP::DATE, "Customer ID"::INTEGER, upper(StockCode), Description,
      CASE WHEN NOT regexp_matches(StockCode, '^[0-9]{5}') THEN 'fee' WHEN Price::DOUBLE = 0 THEN 'stock' ELSE 'product' END,
      Quantity::DOUBLE, Price::DOUBLE, CASE WHEN Invoice LIKE 'C%' THEN 0 ELSE minor END, 0, CASE WHEN Invoice LIKE 'C%' THEN -minor ELSE 0 END,
      minor, 'GBP', Country
    FROM (SELECT *, round(Price::DECIMAL(12,3) * 100 * Quantity::INTEGER)::BIGINT AS minor FROM raw)`)
  await engine.exec(`INSERT INTO store.orders (order_id, kind, ordered_at, local_at, day, customer_id, country, currency, net, returns_estimated)
    SELECT order_id, CASE WHEN order_id LIKE 'C%' THEN 'return' WHEN bool_or(kind = 'product') THEN 'sale' ELSE 'other' END,
      min(ordered_at), min(local_at), min(day), any_value(customer_id), any_value(country), 'GBP', sum(net), false
    FROM store.lines GROUP BY order_id`)
  return engine
}
