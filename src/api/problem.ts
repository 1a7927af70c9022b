import type { Failure, FailureCode } from '../model/outcome.ts'

/** RFC 9457 problem document. `code` is stable and never translated. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: FailureCode
  readonly fields?: Readonly<Record<string, unknown>>
}

const PROBLEMS: Readonly<Record<FailureCode, readonly [status: number, title: string]>> = {
  VALIDATION: [400, 'The input is not valid'],
  READ_ONLY: [400, 'Queries only read'],
  QUERY_FAILED: [400, 'The query cannot run'],
  NOT_FOUND: [404, 'Not found'],
  CONFLICT: [409, 'Conflict with the present state'],
  BUSY: [409, 'Busy'],
  TOO_LARGE: [413, 'Too large'],
  TOO_LITTLE_DATA: [422, 'Too little data'],
  REJECTED: [422, 'The file cannot be read'],
  LOCKED: [423, 'Locked'],
  CANCELLED: [499, 'Cancelled'],
  DAMAGED: [500, 'The stored data are damaged'],
  ENGINE_FAILED: [500, 'The engine failed'],
  NEWER_VERSION: [409, 'Made by a newer version'],
  NO_TAB: [503, 'No tab is open'],
  QUOTA: [507, 'Not enough space'],
}

/** A failure as the problem document that callers get. */
export function problemOf(failure: Failure): Problem {
  const [status, title] = PROBLEMS[failure.code]
  const { code, detail, fields } = failure
  return {
    type: `urn:ventas:problem:${code.toLowerCase()}`,
    title,
    status,
    detail,
    code,
    ...(fields && { fields }),
  }
}
