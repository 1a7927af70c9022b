import * as v from 'valibot'
import { failure, invalidFields, type Outcome, success } from '../model/outcome.ts'
import type { Session } from '../workspace/session.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { storageFailure } from '../workspace/storage-failure.ts'

/** What a caller gave as the input of an operation. VALIDATION says what is wrong, field by field. */
export function checkInput<Schema extends v.GenericSchema>(
  schema: Schema,
  given: unknown,
): Outcome<v.InferOutput<Schema>> {
  const input = v.safeParse(schema, given)
  if (input.success) return success(input.output)
  return invalidFields(
    Object.fromEntries(input.issues.map((issue) => [v.getDotPath(issue) ?? 'input', issue.message])),
  )
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly whileLocked?: boolean
}

/** What a viewer's workspace still answers: its own figures, its state, and what concerns the app. */
const WITHOUT_ROWS =
  /^\/(health|api\/openapi\.json|api\/v1\/(viewer|settings|storage|audit|jobs|metrics|lost-data|workspaces)\b)/

/** A failure where an operation needs data that are locked now, or that a viewer file does not hold; null: it may run. */
export function refusedByLock(session: Session, { method, path, whileLocked }: Asked) {
  if (whileLocked) return null
  if (session.isLocked()) return failure('LOCKED', 'the workspace is locked; unlock it with its passphrase')
  const allowed = WITHOUT_ROWS.test(path) && (method === 'GET' || path.includes('/workspaces'))
  return session.current().row.viewer && !allowed
    ? failure('READ_ONLY', 'this workspace was opened from a viewer file: it holds figures and no rows')
    : null
}

const unexpected = (cause: unknown, workspace: Workspace): Outcome<never> => {
  try {
    return storageFailure(cause, workspace.database?.ending)
  } catch {
    return failure('ENGINE_FAILED', cause instanceof Error ? cause.message : String(cause))
  }
}

/** Runs work on a workspace whose throws are told as failures: CANCELLED where the caller had stopped it, QUOTA …, else ENGINE_FAILED. */
export async function attempt<Value>(
  workspace: Workspace,
  work: () => Promise<Outcome<Value>>,
  signal?: AbortSignal,
): Promise<Outcome<Value>> {
  if (signal?.aborted) return failure('CANCELLED', 'cancelled by the caller')
  try {
    return await work()
  } catch (cause) {
    return signal?.aborted ? failure('CANCELLED', 'cancelled by the caller') : unexpected(cause, workspace)
  }
}
