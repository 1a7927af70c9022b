import { currencyScale, currencyText } from './currency-sql.ts'
import type { Stamps } from '../../model/preview.ts'
import type { CellPlan } from './cell-plan.ts'
import { dateColumns } from './date-sql.ts'
import { minorAmount, minorProduct, numberText, numberValue } from './number-sql.ts'
import { noCodeIsNull } from './nothing.ts'
import { PERSON_FIELDS, personColumns } from './person-sql.ts'
import { moved, offsetAtLocal, offsetAtUtc } from './zone-sql.ts'

const TEXTS = [
  'order_key',
  'order_id',
  'sku',
  'product',
  'title',
  'category',
  'country',
  'billing_country',
  'channel',
  'coupon',
  'status',
  'currency',
  'line_kind',
]
/** Amounts beside the price, in minor units in the cells. */
export const AMOUNTS = ['line_discount', 'discount', 'tax', 'shipping', 'refund', 'subtotal', 'total', 'cost']

const columnOf = (plan: CellPlan, field: string): string => plan.columns.get(field) ?? 'NULL::VARCHAR'

/** First layer: text of every field, dates as clock and offset, numbers as plain text. */
function texts(plan: CellPlan, source: string): string {
  const columns = [...TEXTS, ...PERSON_FIELDS].map((field) => `${columnOf(plan, field)} AS t_${field}`)
  for (const field of ['ordered_at', 'cancelled_at']) {
    const column = columnOf(plan, field)
    const reading = plan.dates.get(field)
    const { clock, offset } = reading
      ? dateColumns(reading, column)
      : { clock: 'NULL::TIMESTAMP', offset: 'NULL::INTEGER' }
    columns.push(`${column} AS t_${field}`, `${clock} AS clock_${field}`, `${offset} AS offset_${field}`)
  }
  for (const [field, reading] of plan.numbers) {
    const column = columnOf(plan, field)
    const cell = field === 'discount' && plan.discountRate ? `rtrim(replace(${column}, '%', ''))` : column
    columns.push(`${column} AS t_${field}`, `${numberText(reading, cell)} AS n_${field}`)
  }
  return `SELECT ${columns.join(',\n ')} FROM ${source}`
}

/** SQL of the instant (UTC) of a clock that may carry an offset of its own. */
function instant(plan: CellPlan, field: string): string {
  const clock = `clock_${field}`
  const known = hasOffset(plan, field)
  const naive = `(${clock} - to_seconds(${offsetAtLocal(clock, plan.spans)}))`
  return known ? `coalesce(${clock} - to_seconds(offset_${field}), ${naive})` : naive
}

const hasOffset = (plan: CellPlan, field: string): boolean =>
  plan.dates.get(field)?.shapes.some(({ offset, kind }) => offset !== undefined || kind.startsWith('unix')) ??
  false

/** Whether the dates of orders are points in time, clocks on the wall of the shop, or some of each. */
export function stampsOf(plan: Pick<CellPlan, 'dates'>): Stamps {
  const shapes = plan.dates.get('ordered_at')?.shapes ?? []
  const told = shapes.filter(({ offset, kind }) => offset !== undefined || kind.startsWith('unix')).length
  if (told === 0) return 'wall'
  return told === shapes.length ? 'instant' : 'mixed'
}

/** Second layer: numbers as DOUBLE, instants. */
function values(plan: CellPlan, source: string): string {
  const numbers = [...plan.numbers.keys()].map((field) => `${numberValue(`n_${field}`)} AS v_${field}`)
  const dates = ['ordered_at', 'cancelled_at'].map((field) => `${instant(plan, field)} AS utc_${field}`)
  return `SELECT *, ${[...numbers, ...dates, ...personColumns(new Set(plan.columns.keys()))].join(',\n ')} FROM (${texts(plan, source)})`
}

function local(plan: CellPlan, field: string): string {
  if (!hasOffset(plan, field)) return `clock_${field}`
  return moved(`utc_${field}`, offsetAtUtc(`utc_${field}`, plan.spans))
}

/** Whether a number field is there. */
export const has = (plan: CellPlan, field: string): boolean => plan.numbers.has(field)

function lineTotal(plan: CellPlan): string {
  const one = { text: `'1'`, value: '1.0' }
  const quantity = has(plan, 'quantity')
    ? { text: `coalesce(n_quantity, '1')`, value: 'coalesce(v_quantity, 1.0)' }
    : one
  const product = minorProduct(quantity, { text: 'n_unit_price', value: 'v_unit_price' }, 'scale')
  const amount = minorAmount('n_amount', 'v_amount', 'scale')
  if (!has(plan, 'unit_price')) return amount
  return has(plan, 'amount') ? `CASE WHEN v_unit_price IS NULL THEN ${amount} ELSE ${product} END` : product
}

/** An amount beside the price; a discount that is written as a rate is that share of quantity × price. */
function amountOf(plan: CellPlan, field: string): string {
  if (field !== 'discount' || !plan.discountRate) return minorAmount(`n_${field}`, `v_${field}`, 'scale')
  return `CAST(round(${lineTotal(plan)} * abs(v_discount) / ${plan.discountRate}) AS BIGINT)`
}

/** All layers over a table of texts: what `makeCells` picks its columns from. Third layer: currency, scale, ids, amounts. */
export function computed(plan: CellPlan, source: string): string {
  const amounts = AMOUNTS.filter((field) => has(plan, field)).map(
    (field) => `${amountOf(plan, field)} AS m_${field}`,
  )
  return `SELECT *, ${lineTotal(plan)} AS total_minor ${amounts.map((sql) => `, ${sql}`).join('')} FROM (
    SELECT *, ${currencyScale(plan.currency, 'currency')} AS scale FROM (
      SELECT *, ${currencyText(plan.currency, 't_currency')} AS currency,
        ${local(plan, 'ordered_at')} AS local_at, ${local(plan, 'cancelled_at')} AS cancelled_local,
        ${noCodeIsNull('t_sku')} AS sku_known FROM (${values(plan, source)})))`
}

/** Whether a row of a layout with `orderRows` is a line, not only cells of its order. */
export const isLine = (plan: CellPlan): string =>
  `(${['title', 'unit_price', 'amount']
    .filter((field) => plan.columns.has(field))
    .map((field) => `t_${field} IS NOT NULL`)
    .join(' OR ')})`

/** Quantity of a row: one when none is given. */
export const quantitySql = (plan: CellPlan): string =>
  has(plan, 'quantity') ? 'coalesce(v_quantity, 1.0)' : '1.0'

/** Price of a piece in major units, from the amount when none is given. */
export function unitPrice(plan: CellPlan): string {
  const amount = has(plan, 'amount') ? `v_amount / nullif(abs(${quantitySql(plan)}), 0)` : 'NULL'
  return has(plan, 'unit_price') ? `coalesce(v_unit_price, ${amount})` : amount
}

/** An order's key when the file gives none: the person and the instant; a stranger's row is an order of its own. */
export const keyOfRow = `'@' || strftime(utc_ordered_at, '%Y-%m-%dT%H:%M:%SZ') || '/' ||
  coalesce(identity, printf('%x', hash(sku_known, t_product, t_title, total_minor)))`
