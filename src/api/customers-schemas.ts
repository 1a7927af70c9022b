import * as v from 'valibot'
import { SEGMENTS } from '../analytics/customers/segment-rule.ts'
import { CUSTOMER_SORTS } from '../model/customer-sort.ts'
import { currencyField, dayField, numberField, wholeField } from './schema.ts'

const clean = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))
const textField = (most: number) =>
  v.optional(
    v.nullable(
      v.pipe(
        clean(most),
        v.transform((text) => text || null),
      ),
    ),
  )

const mail = v.pipe(
  clean(254),
  v.transform((text) => text.toLowerCase()),
  v.check((text) => text === '' || /^[^\s@]+@[^\s@]+$/.test(text), 'an e-mail address, or nothing'),
  v.transform((text) => text || null),
)

const tag = v.pipe(clean(40), v.nonEmpty('a tag has letters'))

/** What can be said of a customer by hand; null or '' clears. */
export const personFields = {
  name: textField(200),
  email: v.optional(v.nullable(mail)),
  phone: textField(40),
  country: textField(80),
  tags: v.optional(v.pipe(v.array(tag), v.maxLength(20))),
}

/** A customer by its key; those made by hand have negative ones. */
export const keyField = wholeField(-2_147_483_648, 2_147_483_647)

const amount = v.optional(numberField)
const count = v.optional(wholeField(0, 1_000_000_000))
const day = v.optional(dayField)

/** Which customers: every word of `q`, and bounds that are inclusive. `country` '' are those without one. */
export const filterFields = {
  q: v.optional(v.pipe(v.string(), v.maxLength(200))),
  country: v.optional(v.string()),
  tag: v.optional(v.string()),
  /** Segment by rule. */
  segment: v.optional(v.picklist(SEGMENTS)),
  orders_min: count,
  orders_max: count,
  net_sales_min: amount,
  net_sales_max: amount,
  first_from: day,
  first_to: day,
  last_from: day,
  last_to: day,
  /** Expected value of the coming year. */
  clv_min: amount,
  clv_max: amount,
  churn_min: amount,
  churn_max: amount,
  next_from: day,
  next_to: day,
}

const SORTS = CUSTOMER_SORTS.flatMap((key) => [key, `-${key}`] as const)
export const sortField = v.optional(v.picklist(SORTS), '-net_sales')
/**
 * Whether to wait for the models behind clv, churn_probability and next_order_date. Unless told, an answer waits where
 * at most 20,000 customers have ordered; what is narrowed or sorted by them always does.
 */
export const waitField = v.optional(v.picklist(['wait', 'kept']))
export const currencyAsked = v.optional(currencyField)

const money = v.number()
const text = v.nullable(v.string())

/** A customer as lists give it. Scores and predictions are null for those who never ordered, and until they are there (`scored`, `predicted`). */
const customerEntries = {
  customer_id: v.number(),
  platform_id: text,
  name: text,
  email: text,
  phone: text,
  country: text,
  tags: v.array(v.string()),
  first_order: text,
  last_order: text,
  orders: v.number(),
  net_sales: money,
  average_order_value: v.nullable(money),
  segment: v.nullable(v.picklist(SEGMENTS)),
  rfm: v.nullable(v.object({ r: v.number(), f: v.number(), m: v.number() })),
  /** Expected value of the coming year. */
  clv: v.nullable(money),
  /** Probability of no order within 90 days. */
  churn_probability: v.nullable(v.number()),
  next_order_date: text,
}
/** `preferences` are those of GET /api/v1/customers/{customer_id}; null in lists. */
export const customerSchema = v.object({ ...customerEntries, preferences: v.null() })

/** A page of customers, with what all that were found add up to. */
export const customersSchema = v.object({
  currency: v.string(),
  items: v.array(customerSchema),
  total: v.number(),
  next: v.nullable(v.string()),
  /** Whether segments and scores were there already; they come a little after the list. */
  scored: v.boolean(),
  /** The same of clv, churn_probability and next_order_date. */
  predicted: v.boolean(),
  totals: v.object({ orders: v.number(), net_sales: v.number() }),
})

const bought = v.object({ name: v.string(), orders: v.number(), units: v.number(), net_sales: money })
const named = v.object({ name: v.string(), orders: v.number() })

const timelineEntry = v.object({
  order_id: v.string(),
  kind: v.string(),
  day: v.string(),
  local_at: text,
  units: v.nullable(v.number()),
  lines: v.number(),
  net_sales: money,
  discounts: money,
  returns: money,
  coupon: text,
  channel: text,
  status: text,
  /** Days since the sale before it; null for the first and for returns. */
  gap_days: v.nullable(v.number()),
  /** Up to three, the dearest first. */
  products: v.array(v.string()),
})

export const noteSchema = v.object({ id: v.string(), at: v.string(), text: v.string() })
export const changeSchema = v.object({
  id: v.string(),
  at: v.string(),
  label: v.string(),
  action: v.picklist(['create', 'change', 'hide', 'merge', 'distinct']),
  fields: v.array(v.string()),
})

/** All that is known of one customer. */
export const profileSchema = v.object({
  currency: v.string(),
  ...customerEntries,
  /** Newest first, at most 1,000 documents. */
  timeline: v.array(timelineEntry),
  preferences: v.object({
    categories: v.array(bought),
    products: v.array(bought),
    channels: v.array(named),
    coupons: v.array(named),
    hours: v.array(v.object({ hour: v.number(), orders: v.number() })),
    weekdays: v.array(v.object({ weekday: v.number(), orders: v.number() })),
  }),
  changes: v.array(changeSchema),
  notes: v.array(noteSchema),
})

export const changedSchema = v.object({ customer_id: v.number(), edit_id: v.string() })

export type CustomerProfile = v.InferOutput<typeof profileSchema>
export type Customer = v.InferOutput<typeof customerSchema>
export type CustomersPage = v.InferOutput<typeof customersSchema>
