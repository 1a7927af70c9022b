import { fillStockOuts, type Gap, soldOutSince } from '../../analytics/forecast/stock-outs.ts'
import { productLabels } from '../../query/sql/product-labels.ts'
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

/** Days of a week: sold-out days are filled from the same weekdays. */
const WEEK = 7

/** The days of a product with what would have been sold on those at the end on which there was nothing left. */
export async function filledProduct(
  context: DashboardContext,
  productId: string,
  values: readonly number[],
): Promise<readonly number[]> {
  const gaps = await stockOutsOf(context, productId, values)
  return gaps.length > 0 ? Array.from(fillStockOuts(values, gaps, WEEK)) : values
}

/**
 * The days of a category with what its sold-out products would have brought. `daysOf` answers the days of a product, as many
 * as `values`; null where it never sold.
 */
export async function filledCategory(
  context: DashboardContext,
  category: string,
  values: readonly number[],
  daysOf: (productId: string) => Promise<readonly number[] | null>,
): Promise<readonly number[]> {
  const soldOut = await soldOutProducts(context)
  if (soldOut.size === 0) return values
  const labels = await ask(context, productLabels())
  const filled = Array.from(values)
  for (const label of labels) {
    if (label.category !== category || !soldOut.has(label.product_id)) continue
    const days = await daysOf(label.product_id)
    const gap = days && soldOutSince(days)
    if (!days || !gap) continue
    fillStockOuts(days, [gap], WEEK).forEach((value, at) => {
      filled[at] = (filled[at] ?? 0) + value - (days[at] ?? 0)
    })
  }
  return filled
}
