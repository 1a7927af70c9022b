import { refuse } from '../../model/file-fault.ts'
import type { Bytes } from './bytes.ts'

/** A line of an entry; a model of the larger kind has a few megabytes. */
const LINE_LIMIT = 64 * 1024 * 1024

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * JSON of somebody else. Keys that reach for prototypes and texts that are no JSON are CONTENT_INCONSISTENT, and so are
 * numbers beyond all bounds (1e999), unless `finite` is false: then whoever reads on must look at them.
 */
export function plainJson(text: string, finite = true): unknown {
  let strange = false
  const look = (key: string, value: unknown): unknown => {
    if (FORBIDDEN.has(key)) strange = true
    if (finite && typeof value === 'number' && !Number.isFinite(value)) strange = true
    return value
  }
  let value: unknown
  try {
    value = JSON.parse(text, look)
  } catch {
    return refuse('CONTENT_INCONSISTENT')
  }
  return strange ? refuse('CONTENT_INCONSISTENT') : value
}

/** A value as an object; anything else is CONTENT_INCONSISTENT. */
export const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : refuse('CONTENT_INCONSISTENT')

/** The lines of a JSONL entry, one object each. */
export async function* jsonLines(content: AsyncGenerator<Bytes, void, void>, finite = true) {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  const decode = (piece?: Bytes): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
    } catch {
      return refuse('CONTENT_INCONSISTENT')
    }
  }
  for await (const piece of content) {
    const lines = (rest + decode(piece)).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LINE_LIMIT) refuse('CONTENT_INCONSISTENT')
    for (const line of lines) yield asObject(plainJson(line, finite))
  }
  rest += decode()
  if (rest !== '') yield asObject(plainJson(rest, finite))
}

/** Rows as a JSONL file. */
export const linesOf = (rows: readonly unknown[]): Blob =>
  new Blob(rows.map((row) => `${JSON.stringify(row)}\n`))
