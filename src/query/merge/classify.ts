import { LINE_COLUMNS } from '../tables.ts'
import { createRich } from './enrich.ts'

/**
 * Merging an import into what is there, order by order. Reads the schemas `stage` (what the import brings: lines,
 * orders, products, identities) and `old` (what is in force); writes the schema `merge`.
 *
 * An order that came again is
 * - unchanged, when its content is the same, or when it brings only a part of the lines that are known (a file that
 *   was cut in the middle of the order);
 * - joined, when each side has lines that the other lacks, the order is otherwise the same, and the differing lines are
 *   mostly of different products (the other half of such a cut): every line is kept as often as the side that has it
 *   most often. Only where the file gives no tax of the order: one that does gives whole orders;
 * - enriched, when one of the two is its lines and the other its row in a list of orders (merge/enrich.ts);
 * - unchanged, too, when it is a row of a list of orders, without any product, and the products are known: nothing that was
 *   known of an order is lost to a file that knows less of it;
 * - updated in every other case: the newer one takes the place of the older.
 * So the same files in any order give the same tables.
 */

const LINE_CONTENT = Object.keys(LINE_COLUMNS).filter(
  (name) => !['order_id', 'line', 'customer_id', 'item', 'state', 'origin_at', 'is_instant'].includes(name),
)

const lineHash = (alias: string): string =>
  `hash(${LINE_CONTENT.map((name) => `${alias}.${name}`).join(', ')})`

/** People: numbers that are known stay; new ones follow in the order of their keys. */
const PEOPLE = [
  `CREATE TABLE merge.people AS
   SELECT coalesce(o.customer_id, CAST((SELECT coalesce(max(customer_id), 0) FROM old.identities)
       + row_number() OVER (PARTITION BY o.customer_id IS NULL ORDER BY s.identity) AS INTEGER)) AS customer_id,
     s.identity,
     coalesce(s.platform_id, o.platform_id) AS platform_id, coalesce(s.email, o.email) AS email,
     coalesce(s.name, o.name) AS name, coalesce(s.phone, o.phone) AS phone, coalesce(s.country, o.country) AS country,
     o.customer_id IS NULL AS is_new,
     o.customer_id IS NOT NULL AND (coalesce(s.platform_id, o.platform_id), coalesce(s.email, o.email), coalesce(s.name, o.name),
       coalesce(s.phone, o.phone), coalesce(s.country, o.country)) IS DISTINCT FROM (o.platform_id, o.email, o.name, o.phone, o.country) AS is_changed
   FROM (SELECT identity, max(platform_id) AS platform_id, max(email) AS email, max(name) AS name, max(phone) AS phone, max(country) AS country
     FROM (SELECT identity, platform_id, email, name, phone, country FROM stage.identities UNION ALL BY NAME SELECT identity FROM stage.orders)
     WHERE identity IS NOT NULL GROUP BY identity) s
   LEFT JOIN old.identities o ON o.identity = s.identity`,
]

const VERSIONS = [
  `CREATE TABLE merge.incoming AS
   SELECT s.order_id, s.version, s.kind, o.version AS old_version, o.order_id IS NOT NULL AS known, s.lines,
     o.order_id IS NOT NULL AND (s.kind = 'return', s.status, s.channel, s.country, s.coupon, s.currency, s.tax, p.customer_id)
       IS NOT DISTINCT FROM (o.kind = 'return', o.status, o.channel, o.country, o.coupon, o.currency, o.tax, o.customer_id) AS same_header,
     s.tax IS NOT NULL AS whole, s.version IN (o.lines_version, o.list_version) IS TRUE AS seen,
     s.list_version IS NOT NULL AND s.lines_version IS NULL AS is_list, o.list_version IS NOT NULL AND o.lines_version IS NULL AS was_list,
     s.list_version IS NULL AND s.lines_version IS NULL AS is_lines, o.list_version IS NOT NULL AND o.lines_version IS NOT NULL AS was_both
   FROM stage.orders s LEFT JOIN old.orders o ON o.order_id = s.order_id LEFT JOIN merge.people p ON p.identity = s.identity`,
  `CREATE TABLE merge.mixed AS SELECT order_id, is_list AS list_is_new FROM merge.incoming
   WHERE known AND version <> old_version AND NOT seen AND ((is_list AND NOT was_list) OR (is_lines AND (was_list OR was_both)))`,
  `CREATE TABLE merge.differing AS SELECT order_id, same_header, whole FROM merge.incoming
   WHERE known AND version <> old_version AND NOT seen AND order_id NOT IN (SELECT order_id FROM merge.mixed)`,
  // Lines that an order of both had before: a part of what is known, from a file that was cut.
  `CREATE TABLE merge.cut AS SELECT order_id FROM (
     SELECT order_id, content, sum(is_new) AS in_new, sum(1 - is_new) AS in_old FROM (
       SELECT order_id, hash(product_id, title, quantity, unit_price, gross) AS content, 1 AS is_new FROM stage.lines
         WHERE order_id IN (SELECT order_id FROM merge.incoming WHERE was_both AND is_lines AND NOT whole)
       UNION ALL SELECT order_id, hash(product_id, title, quantity, unit_price, gross), 0 FROM old.lines
         WHERE order_id IN (SELECT order_id FROM merge.incoming WHERE was_both AND is_lines AND NOT whole)) GROUP BY ALL)
   GROUP BY order_id HAVING bool_and(in_new <= in_old) AND sum(in_new) < sum(in_old)`,
  'DELETE FROM merge.mixed WHERE order_id IN (SELECT order_id FROM merge.cut)',
  // What a list books back by a document of its own, the lines of a known order that is not in the list say already.
  `CREATE TABLE merge.told AS SELECT i.order_id FROM merge.incoming i JOIN old.orders o ON o.order_id = regexp_replace(i.order_id, '/refund/.*$', '')
   WHERE NOT i.known AND i.is_list AND contains(i.order_id, '/refund/') AND o.returned > 0 AND o.order_id NOT IN (SELECT order_id FROM stage.orders)`,
]

const COMPARISON = [
  `CREATE TABLE merge.line_counts AS
   SELECT order_id, line_hash, any_value(product_key) AS product_key, any_value(named) AS named, max(in_new) AS in_new, max(in_old) AS in_old FROM (
     SELECT l.order_id, ${lineHash('l')} AS line_hash, coalesce(l.product_id, l.title) AS product_key, l.product_id IS NOT NULL AS named, count(*) AS in_new, 0 AS in_old
     FROM stage.lines l SEMI JOIN merge.differing USING (order_id) GROUP BY ALL
     UNION ALL
     SELECT l.order_id, ${lineHash('l')}, coalesce(l.product_id, l.title), l.product_id IS NOT NULL, 0, count(*)
     FROM old.lines l SEMI JOIN merge.differing USING (order_id) GROUP BY ALL) GROUP BY order_id, line_hash`,
  `CREATE TABLE merge.comparison AS
   WITH counts AS (SELECT order_id, sum(in_new) AS in_new, sum(in_old) AS in_old, sum(least(in_new, in_old)) AS common,
         count(*) FILTER (named AND in_new > 0) AS new_named, count(*) FILTER (named AND in_old > 0) AS old_named
       FROM merge.line_counts GROUP BY order_id),
     products AS (SELECT order_id, count(*) FILTER (only_new > 0) AS new_products, count(*) FILTER (only_old > 0) AS old_products,
         count(*) FILTER (only_new > 0 AND only_old > 0) AS both_products
       FROM (SELECT order_id, product_key, sum(greatest(in_new - in_old, 0)) AS only_new, sum(greatest(in_old - in_new, 0)) AS only_old
         FROM merge.line_counts GROUP BY order_id, product_key) GROUP BY order_id)
   SELECT d.order_id, CASE
       WHEN c.new_named = 0 AND c.old_named > 0 THEN 'unchanged'
       WHEN c.new_named > 0 AND c.old_named = 0 THEN 'updated'
       WHEN d.same_header AND c.common = c.in_new AND c.in_new < c.in_old THEN 'unchanged'
       WHEN NOT d.same_header OR d.whole OR c.common = c.in_old THEN 'updated'
       WHEN c.common = 0 AND (p.both_products < p.new_products OR p.both_products < p.old_products) THEN 'joined'
       WHEN c.common > 0 AND 2 * p.both_products < least(p.new_products, p.old_products) THEN 'joined'
       ELSE 'updated' END AS fate
   FROM merge.differing d JOIN counts c USING (order_id) JOIN products p USING (order_id)`,
  `CREATE TABLE merge.fates AS
   SELECT i.order_id, i.lines, CASE WHEN t.order_id IS NOT NULL THEN 'unchanged' WHEN NOT i.known THEN 'added' WHEN m.order_id IS NOT NULL THEN 'enriched'
       ELSE coalesce(c.fate, 'unchanged') END AS fate
   FROM merge.incoming i LEFT JOIN merge.comparison c USING (order_id) LEFT JOIN merge.mixed m ON m.order_id = i.order_id
     LEFT JOIN merge.told t ON t.order_id = i.order_id`,
  ...createRich(),
  // What the known half of a joined order has beyond the half that comes.
  `CREATE TABLE merge.surplus AS
   SELECT l.* EXCLUDE (line_hash, place) FROM (
     SELECT o.*, ${lineHash('o')} AS line_hash, row_number() OVER (PARTITION BY o.order_id, ${lineHash('o')} ORDER BY o.line) AS place
     FROM old.lines o SEMI JOIN (SELECT order_id FROM merge.fates WHERE fate = 'joined') USING (order_id)) l
   JOIN merge.line_counts n ON n.order_id = l.order_id AND n.line_hash = l.line_hash WHERE l.place > n.in_new`,
]

/** Statements that decide the fate of every order of an import, in `merge.fates(order_id, lines, fate)`. */
export const classifyOrders = (): readonly string[] => [
  'DROP SCHEMA IF EXISTS merge CASCADE',
  'CREATE SCHEMA merge',
  ...PEOPLE,
  ...VERSIONS,
  ...COMPARISON,
]
