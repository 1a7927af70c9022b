import type { Holdout } from '../../analytics/customers/worth/holdout.ts'
import { dayOf } from '../../model/day.ts'

export interface HoldoutAnswer {
  readonly from: string
  readonly to: string
  readonly days: number
  readonly customers: number
  readonly predicted_orders: number
  readonly orders_interval: [number, number]
  readonly actual_orders: number
  readonly mae: number
  readonly rmse: number
  readonly naive_orders: number
  readonly naive_mae: number
  readonly naive_rmse: number
  readonly coverage_80: number
  readonly predicted_buyers: number
  readonly actual_buyers: number
  readonly predicted_value: number
  readonly value_interval: [number, number]
  readonly actual_value: number
  readonly calibration: { count: number; predicted: number; actual: number }[]
}

/** How a model did on the days set apart, as the API says it; `money` rounds major units. */
export const holdoutAnswer = (holdout: Holdout, money: (value: number) => number): HoldoutAnswer => ({
  from: dayOf(holdout.from),
  to: dayOf(holdout.to),
  days: holdout.to - holdout.from + 1,
  customers: holdout.customers,
  predicted_orders: holdout.model.predicted,
  orders_interval: [holdout.orders.low, holdout.orders.high],
  actual_orders: holdout.actual,
  mae: holdout.model.mae,
  rmse: holdout.model.rmse,
  naive_orders: holdout.naive.predicted,
  naive_mae: holdout.naive.mae,
  naive_rmse: holdout.naive.rmse,
  coverage_80: holdout.coverage,
  predicted_buyers: holdout.buyers.predicted,
  actual_buyers: holdout.buyers.actual,
  predicted_value: money(holdout.value.total),
  value_interval: [money(holdout.value.low), money(holdout.value.high)],
  actual_value: money(holdout.actualValue),
  calibration: holdout.calibration.map((band) => ({ ...band })),
})
