import * as v from 'valibot'
import { COHORT_VALUES } from '../analytics/customers/cohorts.ts'
import { SEGMENTS } from '../analytics/customers/segment-rule.ts'
import { COHORT_STEPS } from '../model/steps.ts'
import { count, head, range, share } from './customer-head-schemas.ts'
import { amountField } from './schema.ts'

export const COHORT_GROUPS = ['first_order', 'country', 'channel', 'first_product', 'coupon'] as const

/** One cohort. `cells[k]` is step k after the first order (0: the step of the first order itself). */
const cohort = v.object({
  /** First day of the step, or the country, channel, product id, coupon; '' is unknown or none. */
  cohort: v.string(),
  /** Title of the product, where cohorts are products. */
  label: v.nullable(v.string()),
  size: count,
  /** Null: that step is not over yet for anybody of the cohort. */
  cells: v.array(v.nullable(v.number())),
  /** Customers who had their time for the cell: the divisor of rates and of values per customer. */
  bases: v.array(count),
  /** 90 % Wilson intervals of shares, for `retention`; null else. */
  intervals: v.nullable(v.array(v.nullable(range))),
  /** The step in progress, not to be compared yet. */
  running: v.nullable(v.object({ step: count, value: amountField })),
})

const cohorts = v.object({
  ...head,
  by: v.picklist(COHORT_STEPS),
  group: v.picklist(COHORT_GROUPS),
  value: v.picklist(COHORT_VALUES),
  /** 'first': a customer belongs to the step of the first order; 'every': to each step with an order. */
  entry: v.picklist(['first', 'every']),
  /** Money in `cells` is the cohort's sum, or the mean per customer. */
  per: v.picklist(['cohort', 'customer']),
  steps: count,
  cohorts: v.array(cohort),
  /** All cohorts together, weighted by those who had their time. */
  overall: v.array(v.nullable(v.number())),
  margin_coverage: share,
})

const bucket = v.object({ from: v.number(), to: v.nullable(v.number()), count })

const retention = v.object({
  ...head,
  by: v.picklist(['week', 'month', 'quarter']),
  /** New or returning by the order's rank in the customer's whole history. The last step may not be over. */
  steps: v.array(
    v.object({
      date: v.string(),
      complete: v.boolean(),
      new_orders: count,
      returning_orders: count,
      guest_orders: count,
      new_net_sales: v.number(),
      returning_net_sales: v.number(),
      new_customers: count,
      returning_customers: count,
      /** Customers with an order within the last `active_days` days, at the step's end. */
      active_customers: count,
      orders_per_active: v.nullable(v.number()),
    }),
  ),
  active_days: count,
  /** Share of customers with a second order within so many days, among those whose first is at least so old. */
  repeat_rates: v.array(
    v.object({ days: count, mature: count, repeated: count, rate: share, interval: v.nullable(range) }),
  ),
  between_orders: v.object({
    median_days: v.nullable(v.number()),
    mean_days: v.nullable(v.number()),
    first_to_second_median_days: v.nullable(v.number()),
    distribution: v.array(bucket),
  }),
  frequency: v.object({
    orders_per_customer: v.nullable(v.number()),
    one_time: count,
    one_time_share: share,
    distribution: v.array(bucket),
  }),
  /** First products of those who never came back; `repeat_rate` is of all who began with it and had 90 days. */
  first_products: v.array(
    v.object({
      product_id: v.string(),
      title: v.nullable(v.string()),
      one_time: count,
      customers: count,
      share,
      repeat_rate: share,
    }),
  ),
  /** Of those who had been silent so long at any time, the share that ordered within the next 90 days. */
  win_back: v.array(
    v.object({
      silent_days: count,
      customers: count,
      came_back: count,
      rate: share,
      interval: v.nullable(range),
    }),
  ),
})

const behaviour = v.object({
  ...head,
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
  segments: v.array(
    v.object({
      /** 'all', or a segment. */
      segment: v.picklist(['all', ...SEGMENTS]),
      customers: count,
      orders: count,
      net_sales: v.number(),
      average_order_value: amountField,
      units_per_order: v.nullable(v.number()),
      products_per_order: v.nullable(v.number()),
      discounted_orders_share: share,
      discount_rate: share,
      return_rate: share,
      returning_customers_share: share,
      median_gap_days: v.nullable(v.number()),
      /** Orders by ISO weekday (Monday first) and by hour of the shop's clock. */
      weekdays: v.array(count),
      hours: v.array(count),
      categories: v.array(v.object({ category: v.string(), net_sales: v.number(), share })),
      basket_sizes: v.array(bucket),
    }),
  ),
})

/** Output schemas of what is read from the history of orders. */
export const historyOutputs = { cohorts, retention, behaviour }
