import type * as v from 'valibot'
import type { Outcome } from '../model/outcome.ts'
import type { Session } from '../workspace/session.ts'
import type { Control } from '../workspace/workspace.ts'
import { attempt, checkInput, refusedByLock } from './attempt.ts'
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
    const input = checkInput(operation.input, given)
    if (!input.ok) return input
    const refused = refusedByLock(session, operation)
    if (refused) return refused
    const context = { workspace: session.current(), session }
    return attempt(context.workspace, () => operation.run(context, input.value, control), control.signal)
  },
})

/** What an operation answers, or a schema of its output. */
export type AnswerOf<Described extends { readonly output: v.GenericSchema }> = v.InferInput<
  Described['output']
>
