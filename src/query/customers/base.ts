import { literal } from '../staging/sql-text.ts'

/**
 * Columns of `directory.base`, one row per listed customer: who it is and what the orders of one currency say, amounts
 * in minor units. `words` is what is searched: lower case, without accents. `called` sorts by name, else e-mail, else id.
 */
const BASE_COLUMNS = `i.customer_id, i.platform_id, i.name, i.email, i.phone, i.country, t.tags, o.first_order, o.last_order,
  coalesce(o.orders, 0) AS orders, coalesce(o.net, 0) AS net,
  lower(strip_accents(coalesce(i.name, i.email, i.platform_id, i.phone))) AS called,
  lower(strip_accents(concat_ws(' ', i.name, i.email, i.platform_id, i.phone))) AS words`

/**
 * Statements that make the directory of all customers in one currency (ISO 4217), once for a state of the data: lists
 * are then found and paged without counting orders again. Net is that of all documents that count, returns too.
 */
export const makeDirectory = (currency: string): readonly string[] => [
  'DROP SCHEMA IF EXISTS directory CASCADE',
  'CREATE SCHEMA directory',
  'CREATE TABLE directory.scores (customer_id INTEGER, segment VARCHAR, r UTINYINT, f UTINYINT, m UTINYINT)',
  'CREATE TABLE directory.predictions (customer_id INTEGER, clv BIGINT, churn DOUBLE, next_order DATE)',
  `CREATE TABLE directory.base AS SELECT ${BASE_COLUMNS}
   FROM store.identities i LEFT JOIN edits.tags t ON t.customer_id = i.customer_id
   LEFT JOIN (SELECT customer_id, min(day) FILTER (kind = 'sale') AS first_order, max(day) FILTER (kind = 'sale') AS last_order,
       count(*) FILTER (kind = 'sale') AS orders, CAST(sum(net) AS BIGINT) AS net
     FROM store.orders WHERE kind <> 'excluded' AND customer_id IS NOT NULL AND currency = ${literal(currency)}
     GROUP BY customer_id) o ON o.customer_id = i.customer_id
   ORDER BY i.customer_id`,
]

/** Puts the scores of a file `name` (lines of customer_id,segment,r,f,m without a head) beside the directory. */
export const readScores = (name: string): string =>
  `INSERT INTO directory.scores SELECT * FROM read_csv(${literal(name)}, header = false, auto_detect = false, delim = ',',
    columns = {'customer_id': 'INTEGER', 'segment': 'VARCHAR', 'r': 'UTINYINT', 'f': 'UTINYINT', 'm': 'UTINYINT'})`

/** Puts what is predicted beside the directory, from lines of customer_id,clv,churn,next_order without a head. */
export const readPredictions = (name: string): string =>
  `INSERT INTO directory.predictions SELECT * FROM read_csv(${literal(name)}, header = false, auto_detect = false, delim = ',',
    columns = {'customer_id': 'INTEGER', 'clv': 'BIGINT', 'churn': 'DOUBLE', 'next_order': 'DATE'})`
