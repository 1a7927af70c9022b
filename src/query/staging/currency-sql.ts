import type { CurrencyPlan } from './cell-plan.ts'
import { literal, literals } from './sql-text.ts'

/** ISO code of a row's currency: from its cell, else the file's. */
export function currencyText(plan: CurrencyPlan, cell: string): string {
  if (plan.kind === 'constant') return literal(plan.code)
  const aliases = [...plan.aliases]
    .map(([written, code]) => `WHEN ${literal(written)} THEN ${literal(code)}`)
    .join(' ')
  const known = aliases === '' ? `upper(${cell})` : `CASE upper(${cell}) ${aliases} ELSE upper(${cell}) END`
  return `coalesce(${known}, ${literal(plan.fallback)})`
}

/** 10^exponent of a row's currency, as DOUBLE. */
export function currencyScale(plan: CurrencyPlan, currency: string): string {
  if (plan.kind === 'constant') return `${10 ** plan.exponent}.0::DOUBLE`
  const of = (exponent: number) =>
    [...plan.exponents].filter(([, value]) => value === exponent).map(([code]) => code)
  return `CASE WHEN ${currency} IN (${literals(of(0))}) THEN 1.0::DOUBLE WHEN ${currency} IN (${literals(of(3))}) THEN 1000.0::DOUBLE ELSE 100.0::DOUBLE END`
}
