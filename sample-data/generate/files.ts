import { createHash } from 'node:crypto'
import { writeCustomers } from './customers-file.ts'
import { writeOrders } from './orders-file.ts'
import { writeProducts } from './products-file.ts'
import { writeReviews } from './reviews-file.ts'
import { writeSessions } from './sessions-file.ts'
import type { Shop } from './shop.ts'
import { tidy } from './tidy.ts'
import { truthOf } from './truth.ts'

/** A file of sample-data, before it is packed: names that end in .gz are stored gzipped. */
export type SampleFile = { readonly name: string; readonly text: string; readonly rows: number }

/** SHA-256 in hexadecimal of a file's text in UTF-8, before gzip, since zlib's bytes differ between builds. */
export const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Everything that sample-data holds for a shop, README apart. */
export const makeFiles = async (shop: Shop): Promise<SampleFile[]> => {
  const truth = JSON.stringify(truthOf(shop))
  return [
    { name: 'orders_export_1.csv.gz', ...writeOrders(shop) },
    { name: 'products_export.csv', ...writeProducts(shop) },
    { name: 'customers_export.csv', ...writeCustomers(shop) },
    { name: 'reviews.csv', ...writeReviews(shop) },
    { name: 'sessions.csv.gz', ...writeSessions(shop) },
    { name: 'truth.json', text: await tidy(truth, 'json'), rows: 1 },
  ]
}
