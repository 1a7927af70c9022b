import * as v from 'valibot'
import type { Outcome } from '../model/outcome.ts'
import { customerContext, type CustomerContext } from '../workspace/customers/base.ts'
import type { Control } from '../workspace/workspace.ts'
import { attempt } from './attempt.ts'
import type { ApiContext } from './operation.ts'
import { currencyField, dayField } from './schema.ts'

/** Answers in the context of the open workspace; what the caller stopped is CANCELLED. */
export const inCustomers = <Value>(
  { workspace }: ApiContext,
  control: Control,
  work: (context: CustomerContext) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> =>
  attempt(workspace, async () => work(await customerContext(workspace, control)), control.signal)

export const asOfFields = { as_of: v.optional(dayField), currency: v.optional(currencyField) }
