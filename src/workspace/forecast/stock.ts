import { type Gap, soldOutSince } from '../../analytics/forecast/stock-outs.ts'
import { stockNow } from '../../query/sql/stock-now.ts'
import { ask, type DashboardContext } from '../dashboard/range.ts'

/** Products that the inventory says are sold out. */
export async function soldOutProducts(context: DashboardContext): Promise<ReadonlySet<string>> {
  const rows = await ask(context, stockNow())
  return new Set(rows.filter(({ on_hand }) => on_hand <= 0).map(({ product_id }) => product_id))
}

/** Days of a product on which the inventory says that there was nothing to sell. */
export async function stockOutsOf(
  context: DashboardContext,
  productId: string,
  values: readonly number[],
): Promise<Gap[]> {
  const gap = (await soldOutProducts(context)).has(productId) ? soldOutSince(values) : null
  return gap ? [gap] : []
}
