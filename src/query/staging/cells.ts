import { AMOUNTS, computed, has, isLine, keyOfRow, quantitySql, stampsOf, unitPrice } from './cell-layers.ts'
import type { CellPlan } from './cell-plan.ts'
import { itemOf, kindOf, stateOf } from './kind-sql.ts'
import { refusal } from './refusal-sql.ts'
import { literal } from './sql-text.ts'

/** Type of each column of the cells, in order. */
const CELL_TYPES: ReadonlyMap<string, string> = new Map([
  ['code', 'VARCHAR'],
  ['field', 'VARCHAR'],
  ['order_key', 'VARCHAR'],
  ['order_ref', 'VARCHAR'],
  ['ordered_at', 'TIMESTAMP'],
  ['local_at', 'TIMESTAMP'],
  ['is_instant', 'BOOLEAN'],
  ['cancelled_at', 'TIMESTAMP'],
  ['cancelled_local', 'TIMESTAMP'],
  ...['identity', 'email', 'name', 'phone', 'platform_id', 'sku', 'product_id', 'title', 'category'].map(
    (name) => [name, 'VARCHAR'] as const,
  ),
  ['is_line', 'BOOLEAN'],
  ['kind', 'VARCHAR'],
  ['item', 'VARCHAR'],
  ['state', 'VARCHAR'],
  ['quantity', 'DOUBLE'],
  ['unit_price', 'DOUBLE'],
  ['total_minor', 'BIGINT'],
  ...AMOUNTS.map((name) => [name, 'BIGINT'] as const),
  ...['currency', 'country', 'channel', 'coupon', 'status'].map((name) => [name, 'VARCHAR'] as const),
])

/** SQL of the columns that differ from row to row, over the computed layers. */
function varying(plan: CellPlan): Map<string, string> {
  const mapped = (column: string, ...fields: string[]): [string, string][] =>
    fields.some((name) => plan.columns.has(name))
      ? [
          [
            column,
            fields.length > 1
              ? `coalesce(${fields.map((name) => `t_${name}`).join(', ')})`
              : `t_${fields[0]}`,
          ],
        ]
      : []
  const line = plan.orderRows ? isLine(plan) : 'true'
  const kind = kindOf(plan, 'sku_known', 'coalesce(t_title, t_product)')
  const person = (column: string, name: string, ...fields: string[]): [string, string][] =>
    fields.some((field) => plan.columns.has(field)) ? [[column, name]] : []
  return new Map([
    ['code', 'code'],
    ['field', refusal(plan).field],
    ['order_key', `coalesce(t_order_key, t_order_id, ${keyOfRow})`],
    ...(plan.columns.has('order_key') ? mapped('order_ref', 'order_id') : []),
    ['ordered_at', 'utc_ordered_at'],
    ['local_at', 'local_at'],
    ...(stampsOf(plan) === 'mixed' ? ([['is_instant', 'offset_ordered_at IS NOT NULL']] as const) : []),
    ...(plan.columns.has('cancelled_at')
      ? ([
          ['cancelled_at', 'utc_cancelled_at'],
          ['cancelled_local', 'cancelled_local'],
        ] as const)
      : []),
    ...person('identity', 'identity', 'email', 'phone', 'customer'),
    ...person('email', 'person_email', 'email', 'customer'),
    ...person('phone', 'person_phone', 'phone'),
    ...person('platform_id', 'person_id', 'customer'),
    ...person('name', 'person_name', 'name'),
    ...(plan.columns.has('sku') ? ([['sku', 'sku_known']] as const) : []),
    ['product_id', `coalesce(sku_known, t_product, 't:' || lower(t_title))`],
    ...mapped('title', 'title', 'product'),
    ...mapped('category', 'category'),
    ...(plan.orderRows ? ([['is_line', line]] as const) : []),
    ['kind', plan.orderRows ? `CASE WHEN ${line} THEN ${kind} END` : kind],
    ...(plan.columns.has('status')
      ? ([
          ['item', itemOf(plan, 'sku_known', 'coalesce(t_title, t_product)')],
          ['state', stateOf(plan)],
        ] as const)
      : []),
    ['quantity', quantitySql(plan)],
    ['unit_price', unitPrice(plan)],
    ['total_minor', 'total_minor'],
    ...AMOUNTS.filter((name) => has(plan, name)).map((name) => [name, `m_${name}`] as const),
    ...(plan.currency.kind === 'column' ? ([['currency', 'currency']] as const) : []),
    ...mapped('country', 'country', 'billing_country'),
    ...mapped('channel', 'channel'),
    ...mapped('coupon', 'coupon'),
    ...mapped('status', 'status'),
  ])
}

const constantOf = (plan: CellPlan, name: string, type: string): string => {
  if (name === 'is_line') return 'true'
  if (name === 'is_instant') return String(stampsOf(plan) === 'instant')
  return name === 'currency' && plan.currency.kind === 'constant'
    ? literal(plan.currency.code)
    : `NULL::${type}`
}

/**
 * Statements that make the typed cells of a table of texts: a view `cells` with one row per record, in order, none left
 * out, `rec` its number from 0; `code` and `field` say why a row is refused. Amounts are minor units of `currency`;
 * `total_minor` is quantity × price, or the amount, with its sign. Columns that are the same in all rows cost nothing.
 */
export function makeCells(plan: CellPlan, raw: string, cells: string, typed: string): string[] {
  const columns = varying(plan)
  const select = [...columns].map(([name, sql]) => `${sql} AS ${name}`).join(',\n ')
  const all = [...CELL_TYPES].map(([name, type]) =>
    columns.has(name) ? name : `${constantOf(plan, name, type)} AS ${name}`,
  )
  return [
    `CREATE OR REPLACE TABLE ${typed} AS SELECT ${select} FROM (SELECT *, ${refusal(plan).code} AS code FROM (${computed(plan, raw)}))`,
    `CREATE OR REPLACE VIEW ${cells} AS SELECT rowid AS rec, ${all.join(', ')} FROM ${typed}`,
  ]
}
