import * as v from 'valibot'
import { COHORT_VALUES } from '../analytics/customers/cohorts.ts'
import { PRESETS } from '../analytics/period.ts'
import { COHORT_STEPS } from '../model/steps.ts'
import { behaviourAnswer } from '../workspace/customers/behaviour.ts'
import { cohortsAnswer } from '../workspace/customers/cohorts.ts'
import { retentionAnswer } from '../workspace/customers/retention.ts'
import { customerOutputs } from './customer-analytics-schemas.ts'
import { asOfFields, inCustomers } from './customer-context.ts'
import { COHORT_GROUPS } from './customer-history-schemas.ts'
import { defineOperation } from './operation.ts'
import { currencyField, dayField, wholeField } from './schema.ts'

export const getCohorts = defineOperation({
  method: 'GET',
  path: '/api/v1/analytics/cohorts',
  summary: 'Cohorts by the step of the first order, or by its country, channel, product or coupon',
  input: v.pipe(
    v.object({
      ...asOfFields,
      by: v.optional(v.picklist(COHORT_STEPS), 'month'),
      group: v.optional(v.picklist(COHORT_GROUPS), 'first_order'),
      value: v.optional(v.picklist(COHORT_VALUES), 'retention'),
      entry: v.optional(v.picklist(['first', 'every']), 'first'),
      per: v.optional(v.picklist(['cohort', 'customer']), 'cohort'),
      steps: v.optional(wholeField(1, 120)),
      limit: v.optional(wholeField(1, 200), 36),
    }),
    v.check(
      ({ entry, group }) => entry === 'first' || group === 'first_order',
      'entry=every goes with group=first_order only',
    ),
  ),
  output: customerOutputs.cohorts,
  example: { by: 'month', value: 'retention' },
  run: (api, input, control) => inCustomers(api, control, (context) => cohortsAnswer(context, input)),
})

export const getRetention = defineOperation({
  method: 'GET',
  path: '/api/v1/analytics/retention',
  summary: 'New and returning orders, repeat rates, time between orders, first products, win-back windows',
  input: v.object({
    ...asOfFields,
    by: v.optional(v.picklist(['week', 'month', 'quarter']), 'month'),
    active_days: v.optional(wholeField(1, 730), 90),
  }),
  output: customerOutputs.retention,
  example: { by: 'month' },
  run: (api, input, control) => inCustomers(api, control, (context) => retentionAnswer(context, input)),
})

export const getBehaviour = defineOperation({
  method: 'GET',
  path: '/api/v1/analytics/behaviour',
  summary: 'When, what and how much each segment buys',
  input: v.object({
    from: v.optional(dayField),
    to: v.optional(dayField),
    preset: v.optional(v.picklist(PRESETS)),
    currency: v.optional(currencyField),
  }),
  output: customerOutputs.behaviour,
  example: { preset: 'last_12_months' },
  run: (api, input, control) => inCustomers(api, control, (context) => behaviourAnswer(context, input)),
})
