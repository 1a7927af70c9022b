import type { CustomerFacts } from '../../analytics/customers/facts.ts'
import { payback } from '../../analytics/customers/payback.ts'
import { toMajor } from '../../model/currency.ts'
import { dayNumber } from '../../model/day.ts'
import { spendTotal } from '../../query/sql/spend-total.ts'
import { tableThere } from '../../query/sql/table-there.ts'
import { ask } from '../dashboard/range.ts'
import type { CustomerBase, CustomerContext } from './base.ts'

export interface Acquisition {
  readonly spend: number
  readonly new_customers: number
  readonly cost_per_customer: number | null
  readonly value_per_customer: number | null
  readonly payback_months: number | null
}

/**
 * What a new customer costs and when it has paid that back, over the days of the imported spend; null without spend.
 * `rate`: the share of net sales that counts as value.
 */
export async function acquisitionOf(
  context: CustomerContext,
  base: CustomerBase,
  facts: CustomerFacts,
  rate: number,
): Promise<Acquisition | null> {
  const [there] = await ask(context, tableThere('spend'))
  if (!there?.found) return null
  const [row] = await ask(context, spendTotal(base.currency, base.asOf))
  if (!row?.spend || !row.first_day || !row.last_day) return null
  const spend = row.spend
  const seen = payback(
    base.days,
    facts,
    dayNumber(row.first_day),
    dayNumber(row.last_day),
    (customers) => spend / customers / rate,
  )
  const latest = seen.byMonth.at(-1)
  const money = (minor: number): number => toMajor(Math.round(minor), base.currency)
  return {
    spend: money(spend),
    new_customers: seen.customers,
    cost_per_customer: seen.customers > 0 ? money(spend / seen.customers) : null,
    value_per_customer: latest === undefined ? null : money(latest * rate),
    payback_months: seen.paybackMonths,
  }
}
