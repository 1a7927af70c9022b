import * as v from 'valibot'
import { RECONCILED } from '../analytics/reconcile/counting.ts'
import { PRESET_NAMES } from '../model/definitions.ts'
import { invalidFields, success } from '../model/outcome.ts'
import { dashboardContext } from '../workspace/dashboard/context.ts'
import { resolveRange } from '../workspace/dashboard/range.ts'
import { totalsToReconcile } from '../workspace/totals-to-reconcile.ts'
import { reconcile, type Reconciliation } from '../workspace/reconcile.ts'
import { defineOperation } from './operation.ts'
import { currencyField, dayField, numberField, wholeField } from './schema.ts'

const valueField = v.nullable(v.union([v.string(), v.number(), v.boolean()]))
const namedSchema = v.object({ code: v.string(), value: valueField })

const reconciliationSchema = v.object({
  metric: v.picklist(RECONCILED),
  unit: v.picklist(['money', 'count']),
  currency: v.string(),
  from: v.string(),
  to: v.string(),
  platform_amount: v.number(),
  ours: v.number(),
  difference: v.number(),
  explained: v.number(),
  unexplained: v.number(),
  rounding: v.boolean(),
  causes: v.array(
    v.object({
      ...namedSchema.entries,
      amount: v.number(),
      sure: v.boolean(),
      orders: v.number(),
      rows: v.array(
        v.object({
          order_id: v.string(),
          day: v.nullable(v.string()),
          status: v.nullable(v.string()),
          before: v.number(),
          after: v.number(),
          difference: v.number(),
        }),
      ),
    }),
  ),
  possible: v.array(v.object({ ...namedSchema.entries, amount: v.number() })),
  alternatives: v.array(v.array(namedSchema)),
  missing: v.object({ before: v.number(), after: v.number(), inside: v.array(v.string()) }),
  undated_returns: v.number(),
})
export type ReconciliationAnswer = v.InferOutput<typeof reconciliationSchema>

const inputSchema = v.object({
  metric: v.optional(v.picklist(RECONCILED), 'total_sales'),
  from: v.optional(dayField),
  to: v.optional(dayField),
  amount: v.optional(numberField),
  /** Lines copied from the platform, each with an amount and perhaps a figure and a period. */
  text: v.optional(v.string()),
  platform: v.optional(v.picklist(PRESET_NAMES)),
  currency: v.optional(currencyField),
  rows: v.optional(wholeField(0, 100_000), 50),
})
/** At most so many totals at once: each is searched by itself. */
const MOST = 36

export const reconcileTotals = defineOperation({
  method: 'POST',
  path: '/api/v1/reconcile',
  summary:
    'Why the platform shows another total: causes with exact amounts, the orders behind each, and what stays unexplained',
  input: inputSchema,
  output: v.object({
    items: v.array(v.object({ line: v.number(), ...reconciliationSchema.entries })),
    skipped: v.array(v.object({ line: v.number(), text: v.string() })),
  }),
  example: {
    metric: 'total_sales',
    from: '2024-03-01',
    to: '2024-03-31',
    amount: 12340.5,
    platform: 'shopify',
  },
  async run({ workspace }, input, control) {
    const { totals, skipped } = totalsToReconcile(input)
    if (totals.length === 0)
      return invalidFields({ amount: 'a total to explain is needed: amount, or text with one' })
    if (totals.length > MOST) return invalidFields({ text: `at most ${MOST} totals at once` })
    const context = await dashboardContext(workspace, control.signal)
    const items: (Reconciliation & { line: number })[] = []
    for (const [index, { line, from, to, metric, amount }] of totals.entries()) {
      control.onProgress?.({ done: index, total: totals.length, phase: 'reconcile' })
      const range = await resolveRange(context, { from, to, currency: input.currency, compare: 'none' })
      if (!range.ok) return range
      if (!range.value) return invalidFields({ from: 'there are no orders in this workspace' })
      const asked = { metric, amount, platform: input.platform, rows: input.rows }
      items.push({ line, ...(await reconcile(workspace, context, range.value, asked)) })
    }
    return success({ items, skipped })
  },
})
