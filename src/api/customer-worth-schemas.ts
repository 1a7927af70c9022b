import * as v from 'valibot'
import { WORTH_RULES } from '../analytics/customers/worth/choice.ts'
import { count, head, page, range, share, who, words } from './customer-head-schemas.ts'
import { amountField } from './schema.ts'

/** Measured on the shop's own last days, which neither fit nor choice had seen. */
const holdout = v.object({
  from: v.string(),
  to: v.string(),
  days: count,
  customers: count,
  predicted_orders: v.number(),
  /** 80 % intervals of the sums, as they would have been said then. */
  orders_interval: range,
  actual_orders: count,
  mae: v.number(),
  rmse: v.number(),
  /** The naive rule: each customer goes on at the rate so far. */
  naive_orders: v.number(),
  naive_mae: v.number(),
  naive_rmse: v.number(),
  /** Share of customers whose orders fell into the 80 % interval. */
  coverage_80: v.number(),
  /** Customers with an order, expected and real. */
  predicted_buyers: v.number(),
  actual_buyers: count,
  /** Total value, predicted and real, in major units. */
  predicted_value: v.number(),
  value_interval: range,
  actual_value: v.number(),
  /** Customers in bands of predicted orders: mean predicted, mean real. */
  calibration: v.array(v.object({ count, predicted: v.number(), actual: v.number() })),
})

const factor = v.object({ spread: v.number(), looks: count })
const worthModel = v.picklist(['bg_nbd', 'pareto_nbd', 'mbg_nbd'])

const clv = v.object({
  ...head,
  model_id: v.string(),
  horizon_days: count,
  unit: v.picklist(['day', 'week']),
  /** What says how many orders come: a model, or each one's own rate so far. */
  model: v.picklist(WORTH_RULES),
  /** Whose are `parameters`, and who says who is still there. */
  buying_model: worthModel,
  /** Why this one: best on the window before the hold-out, asked for, or too little data to choose. */
  reason: words,
  parameters: v.record(v.string(), v.number()),
  /** Standard errors of the logarithms of the parameters; null where the fit does not give them. */
  standard_errors: v.nullable(v.record(v.string(), v.number())),
  log_likelihood: v.number(),
  /** Customers that were fitted on: all, or a sample of 5,000. */
  fitted_on: count,
  candidates: v.array(
    v.object({
      model: worthModel,
      parameters: v.record(v.string(), v.number()),
      log_likelihood: v.number(),
      /** On the window before the hold-out, by which the choice is made. */
      holdout_log_likelihood: v.nullable(v.number()),
      mae: v.nullable(v.number()),
      rmse: v.nullable(v.number()),
    }),
  ),
  /** What strikes all customers alike: spread of ln(real / said) of sums at so many earlier days. */
  common_factor: v.object({ orders: factor, value: factor }),
  spend_model: v.object({
    parameters: v.record(v.string(), v.number()),
    log_likelihood: v.nullable(v.number()),
    /** Correlation of number of orders and their mean value: the model takes it for none. */
    correlation: v.nullable(v.number()),
    customers: count,
  }),
  /** 'margin' when the cost is known for most sales, else 'net_sales'. `coverage`: share of net sales whose cost is known. */
  value_of: v.object({ basis: v.picklist(['margin', 'net_sales']), margin_rate: share, coverage: share }),
  totals: v.object({
    expected_orders: v.number(),
    expected_orders_interval: range,
    historic_value: v.number(),
    expected_value: v.number(),
    expected_value_interval: range,
    total_value: v.number(),
    alive: v.number(),
    /** Customers who will order within the horizon. */
    buyers: v.number(),
  }),
  holdout: v.nullable(holdout),
  /** Null without a table of spend. */
  acquisition: v.nullable(
    v.object({
      spend: v.number(),
      new_customers: count,
      cost_per_customer: amountField,
      value_per_customer: amountField,
      /** Months until a new customer has brought in what it cost; null: not within what is known. */
      payback_months: v.nullable(v.number()),
    }),
  ),
  customers: page(
    v.object({
      ...who,
      /** Has not left for good, as the model counts it; BG/NBD takes it for certain after one order. */
      probability_alive: v.number(),
      /** At least one order within the horizon. */
      probability_order: v.number(),
      expected_orders: v.number(),
      expected_value: v.number(),
      /** 80 % interval of the value within the horizon. */
      interval: range,
      orders_interval: range,
      historic_value: v.number(),
      total_value: v.number(),
      expected_order_value: v.number(),
    }),
  ),
})

const churn = v.object({
  ...head,
  model_id: v.string(),
  horizon_days: count,
  /** 'boosted_trees', or 'recency' where recency alone did as well or the data are too few for more. */
  model: v.picklist(['boosted_trees', 'recency']),
  reason: words,
  evaluation: v.nullable(
    v.object({
      train_as_of: v.array(v.string()),
      /** The choice between trees and recency was made on the days after this one. */
      choice_as_of: v.string(),
      test_as_of: v.string(),
      customers: count,
      churned: count,
      auc: v.number(),
      auc_recency: v.number(),
      brier: v.number(),
      brier_recency: v.number(),
      calibration: v.array(v.object({ count, predicted: v.number(), actual: v.number() })),
    }),
  ),
  /** Mean absolute Shapley value per feature, in log odds. */
  importance: v.array(v.object({ feature: v.string(), value: v.number() })),
  bands: v.array(v.object({ band: v.picklist(['low', 'medium', 'high']), count, net_sales: v.number() })),
  rhythm: v.object({
    median_gap_days: v.nullable(v.number()),
    /** Customers by days since the last order over their own usual gap. */
    overdue: v.array(v.object({ up_to: v.nullable(v.number()), count, net_sales: v.number() })),
    /** Share of real next orders that fell into the 80 % interval, on unseen days. */
    coverage_80: v.nullable(v.number()),
    measured_on: count,
  }),
  customers: page(
    v.object({
      ...who,
      churn_probability: v.number(),
      band: v.picklist(['low', 'medium', 'high']),
      days_since_order: count,
      usual_gap_days: v.nullable(v.number()),
      overdue_ratio: v.nullable(v.number()),
      next_order: v.nullable(v.object({ date: v.string(), from: v.string(), to: v.string() })),
      /** Largest contributions to the log odds of leaving, with the value they rest on; they add up to the score with `base`. */
      reasons: v.array(v.object({ feature: v.string(), value: v.number(), contribution: v.number() })),
      base: v.nullable(v.number()),
    }),
  ),
})

/** Output schemas of worth and churn. */
export const worthOutputs = { clv, churn }
