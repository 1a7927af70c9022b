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
  EMPTY_FILE: [422, 'The file is empty'],
  NOT_A_WORKSPACE: [422, 'Not a workspace file'],
  DAMAGED_IN_TRANSFER: [422, 'The file was damaged on its way'],
  FILE_CUT_SHORT: [422, 'The file is cut short'],
  HEADER_DAMAGED: [422, 'The head of the file is damaged'],
  MADE_BY_NEWER_APP: [422, 'Made by a newer version'],
  KDF_TOO_WEAK: [422, 'The file is protected too weakly'],
  KDF_TOO_COSTLY: [422, 'The file asks for too much work'],
  PASSWORD_NEEDED: [403, 'The file needs a password'],
  WRONG_PASSWORD: [403, 'Wrong password'],
  CONTENT_DAMAGED: [422, 'The content of the file is damaged'],
  CONTENT_INCOMPLETE: [422, 'The content of the file is incomplete'],
  CONTENT_INCONSISTENT: [422, 'The content of the file does not hold together'],
  EXPANDS_TOO_MUCH: [413, 'The file expands too much'],
  UNSAFE_NAME: [422, 'The file has unsafe names'],
  VIEWER_FILE_HAS_RAW_ROWS: [422, 'A viewer file with rows'],
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
