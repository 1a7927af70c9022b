import type { CustomerDays } from '../../analytics/customers/customer-days.ts'
import { sha256 } from '../../store/sha256.ts'

/** First 16 hex digits of the SHA-256 of a table and what was asked of it: the same data and question give the same text. */
export async function fingerprintOf(days: CustomerDays, question: string): Promise<string> {
  const columns = Object.values(days) as readonly Float64Array<ArrayBuffer>[]
  const parts = [
    new TextEncoder().encode(question),
    ...columns.map((column) => new Uint8Array(column.buffer)),
  ]
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return (await sha256(joined)).slice(0, 16)
}
