import type { FileFaultCode } from './file-fault.ts'

/** Codes of failures: stable, never translated; `api/` turns them into problem documents. */
export type FailureCode =
  | 'VALIDATION'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'TOO_LARGE'
  | 'TOO_LITTLE_DATA'
  | 'LOCKED'
  | 'BUSY'
  | 'CANCELLED'
  | 'QUOTA'
  | 'DAMAGED'
  | 'READ_ONLY'
  | 'QUERY_FAILED'
  | 'NEWER_VERSION'
  | 'ENGINE_FAILED'
  | 'NO_TAB'
  | 'REJECTED'
  | FileFaultCode

/** A failure as data, so that it survives the way across threads. `detail` is for people, in English; `code` is for programs. */
export interface Failure {
  readonly code: FailureCode
  readonly detail: string
  /** What the screen or the caller may need: which field, how much is missing. Plain JSON only. */
  readonly fields?: Readonly<Record<string, unknown>>
}

export type Outcome<Value, Fault = Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Fault }

export const success = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

export const failure = (
  code: FailureCode,
  detail: string,
  fields?: Readonly<Record<string, unknown>>,
): { ok: false; failure: Failure } => ({
  ok: false,
  failure: fields ? { code, detail, fields } : { code, detail },
})

/** Input that is not valid: what is wrong by the name of the field, as every VALIDATION says it. */
export const invalidFields = (fields: Readonly<Record<string, string>>) =>
  failure('VALIDATION', Object.values(fields).join('; '), fields)
