import type { BulkEngine } from '../src/query/statement.ts'
import { createStoreTables } from './store-tables.ts'

/**
 * Three customers over two months, amounts in cents:
 * A1 28 Feb customer 1, 2 mugs 20.00, country ES          (first order of 1)
 * A2  1 Mar customer 1, 1 mug 10.00 less 1.00, ES          (second)
 * A3  1 Mar customer 2, 3 caps 30.00 + shipping 5.00, PT   (first order of 2)
 * A4  3 Mar no customer, 1 mug 10.00 of which 4.00 returned, no country
 * R1  4 Mar customer 2 gives 1 cap back (return document, its own day)
 * X1  3 Mar excluded order, U1 in USD
 */
const LINES = `
('A1', 1, '2024-02-28 10:00:00', '2024-02-28', 1, 'MUG', 'Mug', 'product', 2, 2000, 0, 0, 2000, NULL, 'EUR', 'web', 'ES', 'paid'),
('A2', 1, '2024-03-01 09:30:00', '2024-03-01', 1, 'MUG', 'Mug', 'product', 1, 1000, 100, 0, 900, NULL, 'EUR', 'web', 'ES', 'paid'),
('A3', 1, '2024-03-01 09:45:00', '2024-03-01', 2, 'CAP', 'Cap', 'product', 3, 3000, 0, 0, 3000, 1200, 'EUR', 'shop', 'PT', 'paid'),
('A3', 2, '2024-03-01 09:45:00', '2024-03-01', 2, 'POST', 'Postage', 'shipping', 1, 500, 0, 0, 500, NULL, 'EUR', 'shop', 'PT', 'paid'),
('A4', 1, '2024-03-03 23:10:00', '2024-03-03', NULL, 'MUG', 'Mug blue', 'product', 1, 1000, 0, 400, 600, NULL, 'EUR', 'web', NULL, 'paid'),
('R1', 1, '2024-03-04 12:00:00', '2024-03-04', 2, 'CAP', 'Cap', 'product', -1, 0, 0, 1000, -1000, NULL, 'EUR', 'shop', 'PT', 'returned'),
('X1', 1, '2024-03-03 12:00:00', '2024-03-03', 3, 'MUG', 'Mug', 'excluded', 9, 9000, 0, 0, 9000, NULL, 'EUR', 'web', 'ES', 'void'),
('U1', 1, '2024-03-02 12:00:00', '2024-03-02', 3, 'MUG', 'Mug', 'product', 1, 1500, 0, 0, 1500, NULL, 'USD', 'web', 'US', 'paid')`

const ORDERS = `
('A1', 'sale', '2024-02-28 10:00:00', '2024-02-28', 1, 'web', 'ES', NULL, 'EUR', 2000, 200, NULL, false),
('A2', 'sale', '2024-03-01 09:30:00', '2024-03-01', 1, 'web', 'ES', 'HOLA', 'EUR', 900, 90, NULL, false),
('A3', 'sale', '2024-03-01 09:45:00', '2024-03-01', 2, 'shop', 'PT', NULL, 'EUR', 3000, 300, 500, false),
('A4', 'sale', '2024-03-03 23:10:00', '2024-03-03', NULL, 'web', NULL, NULL, 'EUR', 600, 60, NULL, true),
('R1', 'return', '2024-03-04 12:00:00', '2024-03-04', 2, 'shop', 'PT', NULL, 'EUR', -1000, -100, NULL, false),
('X1', 'excluded', '2024-03-03 12:00:00', '2024-03-03', 3, 'web', 'ES', NULL, 'EUR', 9000, 900, 999, false),
('U1', 'sale', '2024-03-02 12:00:00', '2024-03-02', 3, 'web', 'US', NULL, 'USD', 1500, 150, NULL, false)`

/** Makes the store's tables and fills them with this shop. */
export async function fillSmallShop(engine: BulkEngine): Promise<void> {
  await createStoreTables(engine)
  await engine.exec(`INSERT INTO store.lines (order_id, line, local_at, day, customer_id, product_id, title, kind, quantity, gross,
    discount, returned, net, cost, currency, channel, country, status) VALUES ${LINES}`)
  await engine.exec(`INSERT INTO store.orders (order_id, kind, ordered_at, day, customer_id, channel, country, coupon, currency, net, tax,
    shipping, returns_estimated) VALUES ${ORDERS}`)
  await engine.exec('UPDATE store.orders SET local_at = ordered_at')
  await engine.exec(`INSERT INTO store.products (product_id, title, category, vendor, cost, currency) VALUES
    ('MUG', 'Mug, white', 'Kitchen', 'Acme', 300, 'EUR'), ('CAP', NULL, NULL, 'Acme', NULL, NULL)`)
}
