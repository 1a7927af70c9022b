import * as v from 'valibot'
import { count, head, page, segmentName, share, who, words } from './customer-head-schemas.ts'
import { historyOutputs } from './customer-history-schemas.ts'
import { worthOutputs } from './customer-worth-schemas.ts'
import { amountField } from './schema.ts'

const scores = v.object({ r: count, f: count, m: count })

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
  /** Mean silhouette of the named clusters on a sample, in the space of the components; null without clusters. */
  silhouette: v.nullable(v.number()),
  /** The same on all features, standardised. */
  silhouette_of_features: v.nullable(v.number()),
  /** Principal components on which the clusters rest, and what they hold of the variance. */
  components: v.nullable(v.object({ count, share: v.number() })),
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

/** Output schemas of the operations of customer analytics: the contract with the customers pages. */
export const customerOutputs = { rfm, segmentation, customerSegment, ...worthOutputs, ...historyOutputs }
