import type { DateReading, NumberReading, ZoneSpan } from '../../model/reading.ts'
import type { CurrencyPlan } from './cell-plan.ts'
import { UNKNOWN_CURRENCY } from './cell-plan.ts'
import { currencyScale, currencyText } from './currency-sql.ts'
import { dateColumns } from './date-sql.ts'
import { minorAmount, numberCode, numberText, numberValue } from './number-sql.ts'
import { noCodeIsNull } from './nothing.ts'
import { literal } from './sql-text.ts'
import { moved, offsetAtLocal, offsetAtUtc } from './zone-sql.ts'

/** How the texts of a table of facts become values. Field names are those of `import/fact-fields.ts`. */
export interface FactPlan {
  readonly raw: string
  /** Field → column of the table of texts, by how it is read. */
  readonly texts: ReadonlyMap<string, string>
  readonly dates: ReadonlyMap<string, { readonly column: string; readonly reading: DateReading }>
  readonly numbers: ReadonlyMap<
    string,
    { readonly column: string; readonly reading: NumberReading; readonly isMoney: boolean }
  >
  readonly spans: readonly ZoneSpan[]
  readonly days: { readonly from: string; readonly to: string }
  readonly currency: CurrencyPlan
  /** Fields of which a row must have one, each with the code of a row that has none. */
  readonly needs: readonly { readonly fields: readonly string[]; readonly code: string }[]
  /** Rows whose `type` does not match (RE2, folded) are left out. */
  readonly onlyTypes?: string | undefined
}

const TEXTS = [
  'currency', 'order_id', 'type', 'reason', 'sku', 'handle', 'title', 'option1', 'option2', 'option3', 'category', 'vendor', 'tags', 'status',
  'location', 'headline', 'body', 'email', 'person', 'event', 'visitor', 'channel', 'device', 'campaign', 'name', 'country',
] // prettier-ignore
const DATES = ['at', 'until']
const AMOUNTS = ['amount', 'cost', 'price']
const NUMBERS = [
  'on_hand', 'available', 'committed', 'incoming', 'unavailable', 'rating', 'impressions', 'clicks', 'sessions', 'product_views', 'carts',
  'checkouts', 'orders',
] // prettier-ignore

/** Written where a place does not keep a product: no number, and no fault. */
const NO_NUMBER = `'^(not stocked|n/?a|-+|—|null|∞|sin existencias)$'`

function firstLayer(plan: FactPlan): string {
  const texts = TEXTS.map((field) => `${plan.texts.get(field) ?? 'NULL::VARCHAR'} AS t_${field}`)
  const dates = DATES.flatMap((field) => {
    const found = plan.dates.get(field)
    const { clock, offset } = found
      ? dateColumns(found.reading, found.column)
      : { clock: 'NULL::TIMESTAMP', offset: 'NULL::INTEGER' }
    return [
      `${found?.column ?? 'NULL::VARCHAR'} AS t_${field}`,
      `${clock} AS clock_${field}`,
      `${offset} AS offset_${field}`,
    ]
  })
  const numbers = [...AMOUNTS, ...NUMBERS].flatMap((field) => {
    const found = plan.numbers.get(field)
    const text = found
      ? `CASE WHEN regexp_matches(lower(${found.column}), ${NO_NUMBER}) THEN NULL ELSE ${found.column} END`
      : 'NULL::VARCHAR'
    return [
      `${text} AS t_${field}`,
      `${found ? numberText(found.reading, text) : 'NULL::VARCHAR'} AS n_${field}`,
    ]
  })
  return `SELECT rowid AS rec, ${[...texts, ...dates, ...numbers].join(', ')} FROM ${plan.raw}`
}

function refusal(plan: FactPlan): { code: string; field: string } {
  const { from, to } = plan.days
  const tests = [
    ...plan.needs.map(({ fields, code }) => ({
      when: fields.map((field) => `t_${field} IS NULL`).join(' AND '),
      code: literal(code),
      field: fields[0] ?? '',
    })),
    ...[...plan.dates.keys()].map((field) => ({
      when: `t_${field} IS NOT NULL AND clock_${field} IS NULL`,
      code: `'DATE_IMPOSSIBLE'`,
      field,
    })),
    { when: `clock_at < TIMESTAMP ${literal(`${from} 00:00:00`)}`, code: `'DATE_OUT_OF_RANGE'`, field: 'at' },
    { when: `clock_at >= TIMESTAMP ${literal(`${to} 00:00:00`)}`, code: `'DATE_IN_FUTURE'`, field: 'at' },
    ...[...plan.numbers.keys()].map((field) => ({
      when: `t_${field} IS NOT NULL AND v_${field} IS NULL`,
      code: numberCode(`t_${field}`),
      field,
    })),
    { when: `currency = ${literal(UNKNOWN_CURRENCY)}`, code: `'CURRENCY_UNKNOWN'`, field: 'currency' },
  ]
  const cases = (pick: (test: (typeof tests)[number]) => string) =>
    tests.map((test) => `WHEN ${test.when} THEN ${pick(test)}`).join(' ')
  return {
    code: `CASE ${cases(({ code }) => code)} END`,
    field: `CASE WHEN code IS NULL THEN NULL ELSE CASE ${cases(({ field }) => literal(field))} END END`,
  }
}

/**
 * Makes the table `stage.facts` of a table of texts: one row per record (`rec` from 0) with `code` and `field` where it is
 * refused, `of_kind` false where it is a row of another kind; texts as they are, `utc_at`, `local_at` in the shop's zone,
 * amounts in minor units of `currency`, other numbers as DOUBLE.
 */
export function makeFactCells(plan: FactPlan): string {
  const values = [...AMOUNTS, ...NUMBERS].map((field) => `${numberValue(`n_${field}`)} AS v_${field}`)
  const utc = `coalesce(clock_at - to_seconds(offset_at), clock_at - to_seconds(${offsetAtLocal('clock_at', plan.spans)}))`
  const amounts = AMOUNTS.map((field) => `${minorAmount(`n_${field}`, `v_${field}`, 'scale')} AS ${field}`)
  const { code, field } = refusal(plan)
  const ofKind = plan.onlyTypes
    ? `coalesce(regexp_matches(lower(t_type), ${literal(plan.onlyTypes)}), false)`
    : 'true'
  return `CREATE OR REPLACE TABLE stage.facts AS SELECT rec, of_kind, CASE WHEN of_kind THEN code END AS code, ${field} AS field,
    utc_at, CASE WHEN offset_at IS NULL THEN clock_at ELSE ${moved('utc_at', offsetAtUtc('utc_at', plan.spans))} END AS local_at,
    CAST(clock_until AS DATE) AS until, ${amounts.join(', ')}, currency,
    ${TEXTS.filter((name) => !['currency', 'sku'].includes(name))
      .map((name) => `t_${name} AS ${name}`)
      .join(', ')},
    ${noCodeIsNull('t_sku')} AS sku, ${NUMBERS.map((name) => `v_${name} AS ${name}`).join(', ')} FROM (
    SELECT *, ${code} AS code, ${ofKind} AS of_kind FROM (
      SELECT *, ${currencyScale(plan.currency, 'currency')} AS scale FROM (
        SELECT *, ${currencyText(plan.currency, 't_currency')} AS currency, ${utc} AS utc_at, ${values.join(', ')} FROM (${firstLayer(plan)}))))`
}
