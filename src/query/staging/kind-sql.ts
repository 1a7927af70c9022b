import type { KindRule } from '../../model/reading.ts'
import type { CellPlan } from './cell-plan.ts'
import { literal, literals } from './sql-text.ts'

const full = (column: string, pattern: string): string =>
  `regexp_full_match(${column}, ${literal(`(?i)(?:${pattern})`)})`

/** CASE branches of the rules on one column, behind one test of all their patterns together: most rows match none. */
function branches(rules: readonly KindRule[], on: KindRule['on'], column: string): string {
  const own = rules.filter((rule) => rule.on === on)
  if (own.length === 0) return ''
  const any = own.map(({ pattern }) => pattern).join('|')
  const each = own.map(({ pattern, kind }) => `WHEN ${full(column, pattern)} THEN ${literal(kind)}`).join(' ')
  return `WHEN ${full(column, any)} THEN CASE ${each} END`
}

const excludedByStatus = (plan: CellPlan): string =>
  plan.excluded.length > 0 ? `t_status IN (${literals(plan.excluded)})` : 'false'

/** Rows that make no revenue: by their status, or because their layout says so. */
const isExcluded = (plan: CellPlan): string =>
  [
    plan.columns.has('status') ? excludedByStatus(plan) : 'false',
    plan.columns.has('line_kind') ? `coalesce(t_line_kind = 'excluded', false)` : 'false',
  ].join(' OR ')

/** Kind of a line whatever its status: by stock corrections, by code, by title; else a product. */
function itemCases(plan: CellPlan, sku: string, title: string): string[] {
  const parts: string[] = []
  if (plan.stockRows)
    parts.push(
      `WHEN total_minor = 0 AND v_unit_price = 0 AND (identity IS NULL OR v_quantity < 0) THEN 'stock'`,
    )
  if (plan.columns.has('sku')) parts.push(branches(plan.rules, 'sku', sku))
  if (plan.columns.has('title') || plan.columns.has('product'))
    parts.push(branches(plan.rules, 'title', title))
  return parts.filter((part) => part !== '')
}

const caseOf = (parts: readonly string[]): string =>
  parts.length === 0 ? `'product'` : `CASE ${parts.join('\n ')} ELSE 'product' END`

/** Kind of a line: by the document it stands in, by status, by stock corrections, by code, by title; else a product. */
export function kindOf(plan: CellPlan, sku: string, title: string): string {
  const parts = itemCases(plan, sku, title)
  if (plan.columns.has('status') && plan.excluded.length > 0)
    parts.unshift(`WHEN ${excludedByStatus(plan)} THEN 'excluded'`)
  if (plan.otherPrefix) parts.unshift(`WHEN t_order_id[1] = ${literal(plan.otherPrefix)} THEN 'adjustment'`)
  if (plan.columns.has('line_kind')) parts.unshift(`WHEN t_line_kind IS NOT NULL THEN t_line_kind`)
  return caseOf(parts)
}

/** The kind that a row left out for its status would have; null for all other rows. */
export const itemOf = (plan: CellPlan, sku: string, title: string): string =>
  `CASE WHEN ${isExcluded(plan)} THEN ${caseOf(itemCases(plan, sku, title))} END`

/** What the status of a row means; null where it is a plain sale. */
export const stateOf = (plan: CellPlan): string =>
  plan.states.size === 0
    ? 'NULL::VARCHAR'
    : `CASE ${[...plan.states].map(([state, texts]) => `WHEN t_status IN (${literals(texts)}) THEN ${literal(state)}`).join(' ')} END`
