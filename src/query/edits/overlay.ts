import { isPlain, type LaidPerson, type Overlay } from '../../model/customer-edit.ts'
import { type IdentityRule, isPlainRule, PLAIN_RULE } from '../../model/identity-rule.ts'
import { literal } from '../staging/sql-text.ts'
import { LINE_COLUMNS, ORDER_COLUMNS } from '../tables.ts'
import { NOBODY, ruledIdentities } from './identity-rule.ts'

const FIELDS = ['name', 'email', 'phone', 'country'] as const

const text = (value: string | null | undefined): string =>
  value === null || value === undefined ? 'NULL' : literal(value)

const rowOf = ([identity, { set, hidden, key }]: readonly [string, LaidPerson]): string => {
  const fields = FIELDS.map((field) => `${set[field] === undefined ? 'false' : 'true'}, ${text(set[field])}`)
  const tags = set.tags?.length ? `[${set.tags.map(literal).join(', ')}]` : 'NULL'
  return `(${literal(identity)}, ${key ?? 'NULL'}, ${hidden}, ${fields.join(', ')}, ${tags})`
}

const PEOPLE = `identity VARCHAR, made INTEGER, hidden BOOLEAN,
  ${FIELDS.map((field) => `${field}_set BOOLEAN, ${field} VARCHAR`).join(', ')}, tags VARCHAR[]`

const insert = (table: string, rows: readonly string[]): string[] =>
  rows.length > 0 ? [`INSERT INTO ${table} VALUES ${rows.join(', ')}`] : []

/** Where the views of the files alone stand while edits are laid over those of a schema. */
export const baseOf = (schema: string): string => (schema === 'store' ? 'base' : `base_${schema}`)

/** Where everybody ends: merged by hand, then by the rule, then by hand again. What was merged by hand is stronger. */
const SAME = `CREATE OR REPLACE TABLE edits.same AS SELECT identity, nullif(becomes, '${NOBODY}') AS becomes FROM (
   SELECT x.identity, coalesce(h2.becomes, r.becomes, h.becomes, x.identity) AS becomes
   FROM (SELECT identity FROM edits.hand UNION SELECT identity FROM edits.ruled) x
   LEFT JOIN edits.hand h ON h.identity = x.identity
   LEFT JOIN edits.ruled r ON r.identity = coalesce(h.becomes, x.identity)
   LEFT JOIN edits.hand h2 ON h2.identity = coalesce(r.becomes, h.becomes, x.identity)) WHERE becomes <> identity`

/** The tables of schema `edits`: `laid` by customer key, and `merged(from_id, into_id)`; keys from the files' identities. */
const tables = ({ people, merged }: Overlay, rule: IdentityRule, base: string): string[] => [
  'CREATE SCHEMA IF NOT EXISTS edits',
  `CREATE OR REPLACE TABLE edits.people (${PEOPLE})`,
  ...insert('edits.people', [...people].map(rowOf)),
  'CREATE OR REPLACE TABLE edits.hand (identity VARCHAR, becomes VARCHAR)',
  ...insert(
    'edits.hand',
    [...merged].map(([from, into]) => `(${literal(from)}, ${literal(into)})`),
  ),
  `CREATE OR REPLACE TABLE edits.ruled AS ${ruledIdentities(rule, `${base}.identities`)}`,
  SAME,
  `CREATE OR REPLACE TABLE edits.keys AS
   SELECT w.identity, coalesce(min(b.customer_id), min(w.made)) AS customer_id, count(b.customer_id) = 0 AS fresh
   FROM (SELECT identity, made FROM edits.people UNION ALL SELECT identity, NULL FROM edits.same
     UNION ALL SELECT becomes, NULL FROM edits.same WHERE becomes IS NOT NULL) w
   LEFT JOIN ${base}.identities b ON b.identity = w.identity GROUP BY w.identity`,
  `CREATE OR REPLACE TABLE edits.merged AS SELECT f.customer_id AS from_id, t.customer_id AS into_id
   FROM edits.same s JOIN edits.keys f ON f.identity = s.identity LEFT JOIN edits.keys t ON t.identity = s.becomes
   WHERE f.customer_id IS NOT NULL AND (s.becomes IS NULL OR t.customer_id IS NOT NULL)`,
  `CREATE OR REPLACE TABLE edits.laid AS SELECT k.customer_id, k.fresh, p.* FROM edits.people p
   JOIN edits.keys k ON k.identity = p.identity WHERE k.customer_id IS NOT NULL`,
]

const LISTED = 'NOT EXISTS (SELECT 1 FROM edits.merged m WHERE m.from_id = customer_id)'

const identities = (schema: string) => `CREATE OR REPLACE VIEW ${schema}.identities AS SELECT * FROM (
  SELECT b.customer_id, b.identity, b.platform_id,
    ${['email', 'name', 'phone', 'country'].map((field) => `CASE WHEN e.${field}_set THEN e.${field} ELSE b.${field} END AS ${field}`).join(', ')}
  FROM ${baseOf(schema)}.identities b LEFT JOIN edits.laid e ON e.customer_id = b.customer_id WHERE e.hidden IS NOT true
  UNION ALL
  SELECT customer_id, identity, NULL, email, name, phone, country FROM edits.laid WHERE fresh AND NOT hidden) WHERE ${LISTED}`

const withMerged = (schema: string, table: string, columns: Readonly<Record<string, string>>): string => {
  const listed = Object.keys(columns).map((name) =>
    name === 'customer_id'
      ? 'CASE WHEN m.from_id IS NULL THEN t.customer_id ELSE m.into_id END AS customer_id'
      : `t.${name}`,
  )
  return `CREATE OR REPLACE VIEW ${schema}.${table} AS SELECT ${listed.join(', ')} FROM ${baseOf(schema)}.${table} t
    LEFT JOIN edits.merged m ON m.from_id = t.customer_id`
}

/**
 * Statements that lay the edits of customers over the views of a schema; run them after its own views and after those of
 * `baseOf(schema)`. Orders and lines are only touched when somebody was merged, by hand or by the rule of who is one
 * customer. None when nothing is laid.
 */
export function overlayViews(
  overlay: Overlay,
  schema = 'store',
  rule: IdentityRule = PLAIN_RULE,
): readonly string[] {
  if (isPlain(overlay) && isPlainRule(rule)) return []
  const merged =
    overlay.merged.size > 0 || !isPlainRule(rule)
      ? [withMerged(schema, 'orders', ORDER_COLUMNS), withMerged(schema, 'lines', LINE_COLUMNS)]
      : []
  return [...tables(overlay, rule, baseOf(schema)), identities(schema), ...merged]
}

/** Tags are no column of the files: schema `edits` holds them alone. The table stands also without edits. */
export const tagTable = (overlay: Overlay): readonly string[] => {
  const tagged = [...overlay.people].filter(([, { set }]) => set.tags?.length)
  return [
    'CREATE SCHEMA IF NOT EXISTS edits',
    'CREATE OR REPLACE TABLE edits.tags (customer_id INTEGER, tags VARCHAR[])',
    ...(tagged.length > 0
      ? ['INSERT INTO edits.tags SELECT customer_id, tags FROM edits.laid WHERE tags IS NOT NULL']
      : []),
  ]
}
