import { customerFacts } from '../../analytics/customers/facts.ts'
import { currencyExponent } from '../../model/currency.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import type { CustomerBase, CustomerContext } from './base.ts'
import { trainedChurn } from './churn.ts'
import { fingerprintOf } from './fingerprint.ts'
import { basisOf, rateOf, trainedWorth } from './worth.ts'

/** What the models say of each customer, beside one another; NaN where there is none. */
export interface Predictions {
  readonly customer: Float64Array
  /** Expected value of the coming year, minor units. */
  readonly clv: Float64Array
  /** Probability of no order within 90 days. */
  readonly churn: Float64Array
  /** Day number of the next order, if one is to be expected. */
  readonly next: Float64Array
}

/** As the pages of worth and of who is leaving ask, so that one training serves both. */
const WORTH = { horizon_days: 365, model: 'auto', unit: 'week', seed: 42 } as const
const CHURN = { horizon_days: 90, seed: 42 } as const

const NAMES = ['customer', 'clv', 'churn', 'next'] as const
const CHUNK = 0x8000

function coded(values: Float64Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCodePoint(...bytes.subarray(at, at + CHUNK))
  return btoa(text)
}

const decoded = (text: string): Float64Array =>
  new Float64Array(Uint8Array.from(atob(text), (letter) => letter.codePointAt(0)!).buffer)

/** One record a currency: what was predicted of every customer, and of which data. */
const recordOf = (base: CustomerBase): string => `customers-${base.currency}`

async function kept(context: CustomerContext, base: CustomerBase, fingerprint: string) {
  const record = await context.records('predictions').get(recordOf(base))
  const columns = record?.data['columns'] as Record<(typeof NAMES)[number], string> | undefined
  if (!columns || record?.data['fingerprint'] !== fingerprint) return null
  return Object.fromEntries(NAMES.map((name) => [name, decoded(columns[name])])) as unknown as Predictions
}

/**
 * Worth, risk of leaving and next order of everybody with an order: those kept of the same data, else from the two
 * models, trained in the worker, and kept with the fingerprint of the data. `only` kept: null where there are none.
 */
export async function customerPredictions(
  context: CustomerContext,
  base: CustomerBase,
  only?: 'kept',
): Promise<Outcome<Predictions | null>> {
  const rate = rateOf(await basisOf(context, base))
  const question = JSON.stringify([WORTH, CHURN, rate, base.asOf, base.currency])
  const fingerprint = await fingerprintOf(base.days, question)
  const before = await kept(context, base, fingerprint)
  if (before || only) return success(before)
  const worth = await trainedWorth(context, base, WORTH, rate)
  if (!worth.ok) return worth
  const churn = await trainedChurn(context, base, CHURN)
  if (!churn.ok) return churn
  const { columns } = worth.value.result
  const scale = 10 ** currencyExponent(base.currency)
  const made: Predictions = {
    customer: customerFacts(base.days, base.asOfNumber).id,
    clv: columns.orders.map((orders, at) => Math.round(orders * columns.perOrder[at]! * scale)),
    churn: churn.value.result.chance,
    next: churn.value.result.due.day,
  }
  await context.records('predictions').put(
    {
      task: 'customers',
      fingerprint,
      as_of: base.asOf,
      currency: base.currency,
      model_id: worth.value.model_id,
      churn_model_id: churn.value.model_id,
      columns: Object.fromEntries(NAMES.map((name) => [name, coded(made[name])])),
    },
    recordOf(base),
  )
  return success(made)
}
