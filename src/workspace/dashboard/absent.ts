import type { Figures } from '../../model/metric.ts'
import { deductionsThere } from '../../query/sql/deductions-there.ts'
import { ask, type DashboardContext, type Range } from './range.ts'

/** Deductions that no imported file carries: then there is no figure, not a figure of 0. */
export interface Absent {
  readonly discounts: boolean
  readonly returns: boolean
}

const isZero = (value: number | null | undefined): boolean => (value ?? 0) === 0

/** Looks which deductions are unknown: 0 in the period, in no column of the files and nowhere in the data. */
export async function absentDeductions(
  context: DashboardContext,
  range: Range,
  now: Figures,
): Promise<Absent> {
  const { carried } = context
  const discounts = carried !== undefined && isZero(now.discount) && !carried.has('discount')
  const returns = carried !== undefined && isZero(now.returned) && !carried.has('refund')
  if (!discounts && !returns) return { discounts, returns }
  const [there] = await ask(context, deductionsThere(range.currency))
  return { discounts: discounts && !there?.discounts, returns: returns && !there?.returns }
}
