import * as v from 'valibot'
import { SEGMENTS } from '../analytics/customers/segment-rule.ts'
import { amountField } from './schema.ts'

const count = v.number()
const share = v.nullable(v.number())
const day = v.nullable(v.string())
const words = v.object({ code: v.string(), params: v.record(v.string(), v.union([v.number(), v.string()])) })
const range = v.tuple([v.number(), v.number()])
const segmentName = v.picklist(SEGMENTS)

/** What every answer begins with. Without orders `as_of` is null and lists are empty. `notes`: what limits the answer. */
const head = {
  currency: v.nullable(v.string()),
  time_zone: v.string(),
  /** The day as of which all is said; by default the last day with a sale. */
  as_of: day,
  first_day: day,
  /** Customers with an order up to `as_of`. */
  customers_known: count,
  /** Orders that name no customer, up to `as_of`: they are left out. */
  guest_orders: count,
  orders_known: count,
  notes: v.array(words),
  rule: v.string(),
}

const page = <Row extends v.GenericSchema>(row: Row) =>
  v.object({ items: v.array(row), total: count, next: v.nullable(v.string()) })

const scores = v.object({ r: count, f: count, m: count })

const who = {
  customer_id: v.number(),
  name: v.nullable(v.string()),
  first_order: v.string(),
  last_order: v.string(),
  orders: count,
  net_sales: v.number(),
}

const segmentTotals = {
  name: segmentName,
  count,
  share,
  net_sales: v.number(),
  net_share: share,
  orders: count,
  average_order_value: amountField,
  median_days_since_order: v.nullable(v.number()),
  median_orders: v.nullable(v.number()),
  /** What to do, most useful first: codes with text keys on screen. */
  actions: v.array(words),
}

const rfm = v.object({
  ...head,
  /** Upper bounds of the quintiles; a value equal to a bound belongs to the lower one, so ties share a score. */
  cut_points: v.object({
    recency_days: v.array(v.number()),
    orders: v.array(v.number()),
    net_sales: v.array(v.number()),
  }),
  /** Days that make a customer new, and days of silence after which one counts as quiet, with their rule. */
  limits: v.object({ new_days: v.number(), quiet_days: v.number() }),
  segments: v.array(v.object(segmentTotals)),
  /** The eleven groups on R and the mean of F and M, as other shops' systems show them. */
  groups: v.array(v.object({ name: v.string(), count, share, net_sales: v.number(), segment: segmentName })),
  /** All 25 cells of R (1–5) by F and M together (1–5). */
  grid: v.array(v.object({ r: count, fm: count, count, net_sales: v.number() })),
  /** Who moved between `compare_to` and `as_of`; null unless asked. 'none': not yet a customer. */
  migration: v.nullable(
    v.object({
      from: v.string(),
      to: v.string(),
      cells: v.array(
        v.object({
          from: v.union([segmentName, v.literal('none')]),
          to: segmentName,
          count,
          net_sales: v.number(),
        }),
      ),
      up: count,
      down: count,
      same: count,
      entered: count,
    }),
  ),
  customers: page(
    v.object({
      ...who,
      days_since_order: count,
      rfm: scores,
      segment: segmentName,
      group: v.string(),
      reasons: v.array(words),
    }),
  ),
})

const scanRow = v.object({ k: count, silhouette: v.number(), inertia: v.number(), stability: v.number() })

const segmentation = v.object({
  ...head,
  model_id: v.string(),
  log_id: v.string(),
  /** 'kmeans', or 'rule' where there are too few customers for clusters (`notes` says why). */
  method: v.picklist(['kmeans', 'rule']),
  k: count,
  /** Mean silhouette of the named clusters on a sample; null without clusters. */
  silhouette: v.nullable(v.number()),
  /** Mean and least adjusted Rand index between runs of other seeds. */
  stability: v.nullable(v.object({ mean: v.number(), least: v.number(), seeds: count })),
  scan: v.array(scanRow),
  features: v.array(v.object({ name: v.string(), mean: v.number(), sd: v.number(), log: v.boolean() })),
  clusters: v.array(
    v.object({
      cluster: count,
      name: segmentName,
      count,
      /** Its typical (median) customer. */
      typical: v.object({
        days_since_order: v.number(),
        orders: v.number(),
        net_sales: v.number(),
        tenure_days: v.number(),
      }),
    }),
  ),
  segments: v.array(v.object(segmentTotals)),
  /** Customers whose nearest cluster has a name that is not true of them, so the next one that is was taken. */
  moved: count,
  /** Against the segments by rule. */
  agreement: v.object({
    share: v.nullable(v.number()),
    adjusted_rand: v.nullable(v.number()),
    cells: v.array(v.object({ segment: segmentName, by_rule: segmentName, count })),
  }),
  trained_on: v.object({ customers: count, sample: count, fingerprint: v.string() }),
  seed: v.number(),
  seconds: v.number(),
})

const customerSegment = v.object({
  customer_id: v.number(),
  as_of: v.string(),
  model_id: v.string(),
  currency: v.string(),
  segment: segmentName,
  segment_by_rule: segmentName,
  agrees: v.boolean(),
  rfm: scores,
  group: v.string(),
  reasons: v.array(words),
  actions: v.array(words),
  first_order: v.string(),
  last_order: v.string(),
  orders: count,
  net_sales: v.number(),
})

/** Measured on the shop's own last days, which the fit had not seen. */
const holdout = v.object({
  from: v.string(),
  to: v.string(),
  days: count,
  customers: count,
  predicted_orders: v.number(),
  actual_orders: count,
  mae: v.number(),
  rmse: v.number(),
  /** The naive rule: each customer goes on at the rate so far. */
  naive_orders: v.number(),
  naive_mae: v.number(),
  naive_rmse: v.number(),
  /** Share of customers whose orders fell into the 80 % interval. */
  coverage_80: v.number(),
  /** Total value, predicted and real, in major units. */
  predicted_value: v.number(),
  actual_value: v.number(),
  /** Customers in bands of predicted orders: mean predicted, mean real. */
  calibration: v.array(v.object({ count, predicted: v.number(), actual: v.number() })),
})

const worthModel = v.picklist(['bg_nbd', 'pareto_nbd', 'mbg_nbd'])

const clv = v.object({
  ...head,
  horizon_days: count,
  unit: v.picklist(['day', 'week']),
  model: worthModel,
  /** Why this one: best on unseen days, asked for, or too little data to choose. */
  reason: words,
  parameters: v.record(v.string(), v.number()),
  /** Standard errors of the logarithms of the parameters; null where the fit does not give them. */
  standard_errors: v.nullable(v.record(v.string(), v.number())),
  log_likelihood: v.number(),
  candidates: v.array(
    v.object({
      model: worthModel,
      parameters: v.record(v.string(), v.number()),
      log_likelihood: v.number(),
      holdout_log_likelihood: v.nullable(v.number()),
      mae: v.nullable(v.number()),
    }),
  ),
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
      probability_alive: v.number(),
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
  horizon_days: count,
  /** 'boosted_trees', or 'recency' where recency alone did as well or the data are too few for more. */
  model: v.picklist(['boosted_trees', 'recency']),
  reason: words,
  evaluation: v.nullable(
    v.object({
      train_as_of: v.array(v.string()),
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

/** Output schemas of the operations of customer analytics: the contract with the customers pages. */
export const customerOutputs = { rfm, segmentation, customerSegment, clv, churn }
