import type { Control } from '../workspace/workspace.ts'
import { failure } from '../model/outcome.ts'
import type { Session } from '../workspace/session.ts'
import { attempt, checkInput, refusedByLock } from './attempt.ts'
import { runAsync } from './jobs.ts'
import type { Method, Operation } from './operation.ts'
import { OPERATIONS } from './operations.ts'
import { problemOf } from './problem.ts'

export interface CallOptions extends Control {
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined
  readonly body?: unknown
}

export interface Answer {
  readonly status: number
  readonly body: unknown
}

const segmentsOf = (path: string): string[] => path.split('/').filter((part) => part !== '')

/** Path and query of an address; null when it is not one. */
function readAddress(address: string): { path: string[]; query: Record<string, string> } | null {
  try {
    const url = new URL(address, 'http://ventas.invalid')
    return {
      path: segmentsOf(url.pathname).map(decodeURIComponent),
      query: Object.fromEntries(url.searchParams),
    }
  } catch {
    return null
  }
}

const isParameter = (segment: string): boolean => segment.startsWith('{')

function matchPath(template: string, path: readonly string[]): Record<string, string> | null {
  const segments = segmentsOf(template)
  if (segments.length !== path.length) return null
  const parameters: Record<string, string> = {}
  for (const [index, segment] of segments.entries()) {
    const given = path[index] ?? ''
    if (isParameter(segment)) parameters[segment.slice(1, -1)] = given
    else if (segment !== given) return null
  }
  return parameters
}

interface Found {
  readonly operation: Operation
  readonly parameters: Record<string, string>
}

/** The operation of a method and a path; fixed paths come before those with parameters. */
function findOperation(method: Method, segments: readonly string[]): Found | null {
  const found = OPERATIONS.filter((operation) => operation.method === method).flatMap((operation) => {
    const parameters = matchPath(operation.path, segments)
    return parameters ? [{ operation, parameters }] : []
  })
  return (
    found.toSorted((a, b) => Object.keys(a.parameters).length - Object.keys(b.parameters).length)[0] ?? null
  )
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

const failed = (fault: Parameters<typeof problemOf>[0]): Answer => {
  const body = problemOf(fault)
  return { status: body.status, body }
}

/** Calls an operation by method and path. Never rejects for a failed operation: the status says. */
export async function callOperation(
  session: Session,
  method: Method,
  address: string,
  given?: CallOptions | null,
): Promise<Answer> {
  const options = given ?? {}
  const read = readAddress(address)
  const found = read && findOperation(method, read.path)
  if (!found) return failed(failure('NOT_FOUND', `no operation ${method} ${address}`).failure)
  const input = {
    ...read.query,
    ...asRecord(options.query),
    ...asRecord(options.body),
    ...found.parameters,
  }
  return runOperation(session, found.operation, input, options)
}

async function runOperation(
  session: Session,
  operation: Operation,
  given: Record<string, unknown>,
  control: Control,
): Promise<Answer> {
  const { async: later, ...asked } = given
  const input = checkInput(operation.input, asked)
  if (!input.ok) return failed(input.failure)
  const refused = refusedByLock(session, operation)
  if (refused) return failed(refused.failure)
  const context = { workspace: session.current(), session }
  const run = (each: Control) =>
    attempt(context.workspace, () => operation.run(context, input.value, each), each.signal)
  if (later === true || later === 'true') return { status: 202, body: { job: runAsync(operation.path, run) } }
  const outcome = await run(control)
  if (!outcome.ok) return failed(outcome.failure)
  return { status: operation.statusFor?.(input.value) ?? operation.status ?? 200, body: outcome.value }
}
