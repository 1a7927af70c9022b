import * as v from 'valibot'
import { SEGMENTS } from '../analytics/customers/segment-rule.ts'
import { WORTH_MODELS } from '../analytics/customers/worth/buying-model.ts'
import { CHURN_BANDS, CHURN_SORTS, churnAnswer } from '../workspace/customers/churn.ts'
import { RFM_SORTS, rfmAnswer } from '../workspace/customers/rfm.ts'
import { customerSegment, trainSegmentation } from '../workspace/customers/segmentation.ts'
import { WORTH_SORTS, worthAnswer } from '../workspace/customers/worth.ts'
import { customerOutputs } from './customer-analytics-schemas.ts'
import { asOfFields, inCustomers } from './customer-context.ts'
import { defineOperation } from './operation.ts'
import { dayField, offsetOf, pageFields, seedField, wholeField } from './schema.ts'

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
    inCustomers(api, control, (context) => rfmAnswer(context, { ...input, offset: offsetOf(cursor) })),
})

const idField = wholeField(0, 2_147_483_647)

export const trainCustomerSegmentation = defineOperation({
  method: 'POST',
  path: '/api/ml/train-customer-segmentation',
  summary:
    'Finds the six segments by K-Means, names them by a stated rule, keeps model, log and everybody’s segment',
  input: v.object({ ...asOfFields, seed: seedField }),
  output: customerOutputs.segmentation,
  example: { seed: 42 },
  run: (api, input, control) => inCustomers(api, control, (context) => trainSegmentation(context, input)),
})

export const getCustomerSegment = defineOperation({
  method: 'GET',
  path: '/api/ml/customer-segment/{customer_id}',
  summary: 'One customer’s segment, the reasons, and what to do',
  input: v.object({ ...asOfFields, customer_id: idField, seed: seedField }),
  output: customerOutputs.customerSegment,
  example: { customer_id: 1 },
  run: (api, input, control) => inCustomers(api, control, (context) => customerSegment(context, input)),
})

export const getClv = defineOperation({
  method: 'GET',
  path: '/api/v1/analytics/clv',
  summary:
    'What customers are worth: past, expected within a horizon with intervals, and how well that held on unseen days',
  input: v.object({
    ...asOfFields,
    ...listFields,
    horizon_days: v.optional(wholeField(1, 1825), 365),
    model: v.optional(v.picklist(['auto', ...WORTH_MODELS]), 'auto'),
    unit: v.optional(v.picklist(['day', 'week']), 'week'),
    sort: v.optional(v.picklist(WORTH_SORTS)),
    seed: seedField,
  }),
  output: customerOutputs.clv,
  example: { horizon_days: 365, limit: 20 },
  run: (api, { cursor, ...input }, control) =>
    inCustomers(api, control, (context) => worthAnswer(context, { ...input, offset: offsetOf(cursor) })),
})

export const getChurn = defineOperation({
  method: 'GET',
  path: '/api/v1/analytics/churn',
  summary: 'Who is leaving and why, who is overdue by the own rhythm, and when the next order is due',
  input: v.object({
    ...asOfFields,
    ...listFields,
    horizon_days: v.optional(wholeField(7, 730), 90),
    band: v.optional(v.picklist(CHURN_BANDS)),
    sort: v.optional(v.picklist(CHURN_SORTS)),
    seed: seedField,
  }),
  output: customerOutputs.churn,
  example: { horizon_days: 90, limit: 20 },
  run: (api, { cursor, ...input }, control) =>
    inCustomers(api, control, (context) => churnAnswer(context, { ...input, offset: offsetOf(cursor) })),
})
