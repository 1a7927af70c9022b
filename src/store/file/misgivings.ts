import { type HistoryEntry, verifyHistory } from '../history.ts'
import type { StoredRecord } from '../records.ts'

/** What a model of ours never says: an address to load from, or a size that no shop needs. */
const ADDRESS = /^\s*(?:https?|wss?|ftp|file|data|blob|javascript):/i
const SIZE_LIMIT = 100_000_000
const DEPTH_LIMIT = 64

function holds(value: unknown, depth: number): boolean {
  if (depth > DEPTH_LIMIT) return false
  if (typeof value === 'string') return !ADDRESS.test(value)
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  const sizes = Object.entries(value).filter(([key]) => /^(units|input|size|layers|depth|trees)$/.test(key))
  if (sizes.some(([, size]) => typeof size === 'number' && size > SIZE_LIMIT)) return false
  return Object.values(value).every((inner) => holds(inner, depth + 1))
}

/** Whether a kept model may be taken from a file: no address, no number that is none, no size that exhausts the memory. */
export const modelHolds = ({ data }: StoredRecord): boolean => holds(data, 0)

/** Whether the change history of a file holds together. */
export async function auditHolds(records: readonly StoredRecord[]): Promise<boolean> {
  const entries = records.toSorted((a, b) => a.id.localeCompare(b.id)).map(({ data }) => data)
  const { broken_at } = await verifyHistory(entries as unknown as readonly HistoryEntry[])
  return broken_at === null
}
