import type { DemandForecast } from '../../analytics/forecast/demand.ts'
import type { DemandClass } from '../../analytics/forecast/intermittent.ts'

export interface ProductDemandAnswer {
  readonly product_id: string
  readonly title: string | null
  readonly category: string
  readonly demand_class: DemandClass
  readonly model: string
  readonly reason: string
  readonly mase: number | null
  /** Days at the end that were not read as no demand, because the inventory says sold out. */
  readonly sold_out_days: number
  /** Runs without a sale that the product’s rhythm does not explain: told, and left as they are. */
  readonly gaps: readonly { readonly from: string; readonly days: number }[]
  readonly units: number
  /** By level: the interval of the sum. */
  readonly units_intervals: Readonly<Record<string, readonly [number, number]>>
  readonly points: readonly {
    readonly date: string
    readonly value: number
    readonly intervals: Readonly<Record<string, readonly [number, number]>>
  }[]
}

export interface DemandAnswer {
  readonly from: string
  readonly to: string
  readonly items: readonly ProductDemandAnswer[]
  readonly total: number
  readonly categories: readonly { readonly category: string; readonly units: number }[]
  readonly shop_units: number
  readonly reconciliation: DemandForecast['reconciliation']
}
