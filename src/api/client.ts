import * as v from 'valibot'
import { failure, type Outcome } from '../model/outcome.ts'
import type { Session } from '../workspace/session.ts'
import type { Control } from '../workspace/workspace.ts'
import type { Operation } from './operation.ts'

/** Door 1 of the API: how the screens call the operations, typed. */
export interface Client {
  run<Input extends v.GenericSchema, Output extends v.GenericSchema>(
    operation: Operation<Input, Output>,
    input: v.InferInput<Input>,
    control?: Control,
  ): Promise<Outcome<v.InferInput<Output>>>
  readonly session: Session
}

export const createClient = (session: Session): Client => ({
  session,
  async run(operation, given, control = {}) {
    const input = v.safeParse(operation.input, given)
    if (!input.success) return failure('VALIDATION', input.issues.map((issue) => issue.message).join('; '))
    const context = { workspace: session.current(), session }
    try {
      return await operation.run(context, input.output, control)
    } catch (cause) {
      return failure('ENGINE_FAILED', cause instanceof Error ? cause.message : String(cause))
    }
  },
})
