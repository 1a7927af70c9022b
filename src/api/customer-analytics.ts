import * as v from 'valibot'
import { SEGMENTS } from '../analytics/customers/segment-rule.ts'
import { failure, type Outcome } from '../model/outcome.ts'
import { customerContext, type CustomerContext } from '../workspace/customers/base.ts'
import { RFM_SORTS, rfmAnswer } from '../workspace/customers/rfm.ts'
import { customerOutputs } from './customer-analytics-schemas.ts'
import { type ApiContext, defineOperation } from './operation.ts'
import { currencyField, dayField, offsetOf, pageFields, wholeField } from './schema.ts'

interface Stop {
  readonly signal?: AbortSignal | undefined
}

/** Answers in the context of the open workspace; what the caller stopped is CANCELLED. */
async function answer<Value>(
  { workspace }: ApiContext,
  { signal }: Stop,
  work: (context: CustomerContext) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  try {
    return await work(await customerContext(workspace, signal))
  } catch (cause) {
    if (signal?.aborted) return failure('CANCELLED', 'cancelled by the caller')
    throw cause
  }
}

const asOfFields = { as_of: v.optional(dayField), currency: v.optional(currencyField) }
const listFields = { ...pageFields, customer_id: v.optional(wholeField(0, 2_147_483_647)) }

export const getRfm = defineOperation({
  method: 'GET',
  path: '/api/v1/analytics/rfm',
  summary: 'Recency, frequency and value of customers by quintiles, segments by rule, and who moved',
  input: v.object({
    ...asOfFields,
    ...listFields,
    compare_to: v.optional(dayField),
    segment: v.optional(v.picklist(SEGMENTS)),
    group: v.optional(v.string()),
    sort: v.optional(v.picklist(RFM_SORTS)),
  }),
  output: customerOutputs.rfm,
  example: { limit: 20 },
  run: (api, { cursor, ...input }, control) =>
    answer(api, control, (context) => rfmAnswer(context, { ...input, offset: offsetOf(cursor) })),
})
