import type { GenericSchema, InferInput, InferOutput } from 'valibot'
import type { Outcome } from '../model/outcome.ts'
import type { Session } from '../workspace/session.ts'
import type { Control, Workspace } from '../workspace/workspace.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What an operation runs on: the open workspace, and the session for those that deal with workspaces themselves. */
export interface ApiContext {
  readonly workspace: Workspace
  readonly session: Session
}

/**
 * One operation of API.md: written once, reached through every door. `input` is made of path parameters, query and
 * body together; it is validated by the schema at the door, once. `run` never throws for what users can cause.
 */
export interface Operation<
  Input extends GenericSchema = GenericSchema,
  Output extends GenericSchema = GenericSchema,
> {
  readonly method: Method
  /** With parameters in braces: `/api/v1/imports/{id}`. */
  readonly path: string
  readonly summary: string
  readonly input: Input
  readonly output: Output
  readonly example: InferInput<Input>
  /** Needs nothing of the open workspace's data: answers while it is locked. */
  readonly whileLocked?: boolean
  /** HTTP status of success; 200 unless told. */
  readonly status?: number
  /** The status by what was asked, where an operation does more than one thing. */
  statusFor?(input: InferOutput<Input>): number
  run(context: ApiContext, input: InferOutput<Input>, control: Control): Promise<Outcome<InferInput<Output>>>
}

/** Fixes the types of an operation's parts against each other. */
export const defineOperation = <Input extends GenericSchema, Output extends GenericSchema>(
  operation: Operation<Input, Output>,
): Operation<Input, Output> => operation
