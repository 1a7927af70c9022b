import { UNKNOWN_CURRENCY, type CellPlan } from './cell-plan.ts'
import { isLine } from './cell-layers.ts'
import { numberCode } from './number-sql.ts'
import { literal } from './sql-text.ts'

interface Test {
  readonly when: string
  readonly code: string
  readonly field: string
}

function dateTests(plan: CellPlan): Test[] {
  const { from, to } = plan.days
  const missing =
    plan.columns.has('order_key') || plan.columns.has('order_id')
      ? []
      : [{ when: 't_ordered_at IS NULL', code: `'DATE_MISSING'`, field: 'ordered_at' }]
  return [
    ...missing,
    {
      when: 't_ordered_at IS NOT NULL AND clock_ordered_at IS NULL',
      code: `'DATE_IMPOSSIBLE'`,
      field: 'ordered_at',
    },
    {
      when: `local_at < TIMESTAMP ${literal(`${from} 00:00:00`)} OR local_at >= TIMESTAMP '2200-01-01 00:00:00'`,
      code: `'DATE_OUT_OF_RANGE'`,
      field: 'ordered_at',
    },
    {
      when: `local_at >= TIMESTAMP ${literal(`${to} 00:00:00`)} + INTERVAL 1 DAY`,
      code: `'DATE_IN_FUTURE'`,
      field: 'ordered_at',
    },
  ]
}

function numberTests(plan: CellPlan): Test[] {
  return [...plan.numbers.keys()].map((field) => ({
    when: `t_${field} IS NOT NULL AND v_${field} IS NULL`,
    code: numberCode(`t_${field}`),
    field,
  }))
}

function priceTests(plan: CellPlan): Test[] {
  const line = plan.orderRows ? `${isLine(plan)} AND ` : ''
  const price = plan.columns.has('unit_price') ? 'unit_price' : 'amount'
  const given = ['unit_price', 'amount'].filter((field) => plan.columns.has(field))
  return [
    {
      when: `${line}${given.map((field) => `t_${field} IS NULL`).join(' AND ')}`,
      code: `'PRICE_MISSING'`,
      field: price,
    },
    { when: `${line}total_minor IS NULL`, code: `'NUMBER_OUT_OF_RANGE'`, field: price },
  ]
}

const currencyTests = (plan: CellPlan): Test[] =>
  plan.currency.kind === 'constant'
    ? []
    : [{ when: `currency = ${literal(UNKNOWN_CURRENCY)}`, code: `'CURRENCY_UNKNOWN'`, field: 'currency' }]

/** Code and field of a row that is refused, null for one that is taken (`field` reads the column `code`). A missing date may still come from the order's other rows. */
export function refusal(plan: CellPlan): { code: string; field: string } {
  const tests = [...dateTests(plan), ...numberTests(plan), ...priceTests(plan), ...currencyTests(plan)]
  const cases = (pick: (test: Test) => string) =>
    tests.map((test) => `WHEN ${test.when} THEN ${pick(test)}`).join('\n ')
  return {
    code: `CASE ${cases((test) => test.code)} END`,
    field: `CASE WHEN code IS NULL THEN NULL ELSE CASE ${cases((test) => literal(test.field))} END END`,
  }
}
