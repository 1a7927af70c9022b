import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape } from './source.ts'
import { NO_SALE } from '../order-states.ts'

/** The instant is in UTC whether or not it says so. */
const INSTANT = `CASE WHEN regexp_matches(paid_at, '(Z|[+-][0-9]{2}:?[0-9]{2}| UTC)$') OR NOT contains(paid_at, ':') THEN paid_at ELSE paid_at || 'Z' END`

const reshape = (): Reshape => ({
  fields: {
    ordered_at: INSTANT,
    amount: 'amount_text',
    refund: `CASE WHEN stage.amount(refunded) <> 0 THEN stage.plain(refunded) END`,
    email: 'coalesce(email, meta_email)',
    name: 'coalesce(name, meta_name)',
    line_kind: `CASE WHEN stage.words(mode) = 'test' OR stage.words(captured) = 'false' OR starts_with(stage.words(status), 'requires') OR contains(stage.words(status), 'incomplete') THEN 'excluded' END`,
  },
  tell: { ORDERS_WITHOUT_LINES: 'true' },
})

/** Stripe's payments: one row a payment, no goods, instants in UTC, refunds on the day of the payment; columns as the user picked them. */
export const stripe: OrderSource = {
  name: 'stripe',
  kind: 'orders',
  summary: true,
  must: [
    ['id'],
    ['amount refunded'],
    ['created date (utc)', 'created (utc)', 'created date', 'created'],
    ['amount'],
  ],
  fields: new Map([
    ['order_id', ['id']],
    ['paid_at', ['created date (utc)', 'created (utc)', 'created date', 'created']],
    ['amount_text', ['amount']],
    ['refunded', ['amount refunded']],
    ['currency', ['currency']],
    ['status', ['status']],
    ['captured', ['captured']],
    ['mode', ['mode']],
    ['email', ['customer email', 'receipt email']],
    ['meta_email', ['email (metadata)', 'customer email (metadata)']],
    ['name', ['customer name', 'card name']],
    ['meta_name', ['name (metadata)']],
    ['customer', ['customer id']],
    ['country', ['card address country', 'shipping address country', 'card issue country']],
  ]),
  rules: NON_PRODUCT_RULES,
  perOrder: ['refund'],
  currencies: ['USD', 'EUR', 'GBP', 'MXN', 'BRL'],
  stockRows: false,
  excluded: [...NO_SALE, 'unpaid', 'authorized'],
  counted: ['pending'],
  decimal: '.',
  isUtc: true,
  reshape,
}
