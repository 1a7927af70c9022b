import type { ZoneSpan } from '../model/reading.ts'
import { moved, offsetAtLocal, offsetAtUtc } from './staging/zone-sql.ts'

/**
 * A table of lines or orders with its days cut by the clock of another zone. What the file gives as points in time
 * (`is_instant`) gets the local time and the day that the zone had then; what it gives as a clock on the wall keeps both,
 * and its point in time follows. `origin_at` moves as the document does. Parts of before that was known stay as they are.
 * @param spans offsets of the zone; null: as imported
 */
export function recut(
  table: string,
  columns: ReadonlySet<string> | undefined,
  spans: readonly ZoneSpan[] | null,
): string {
  if (!spans || (columns && !columns.has('is_instant'))) return table
  const local = moved('ordered_at', offsetAtUtc('ordered_at', spans))
  const instant = `local_at - to_seconds(${offsetAtLocal('local_at', spans)})`
  return `(SELECT * REPLACE (
      CASE WHEN is_instant = false THEN ${instant} ELSE ordered_at END AS ordered_at,
      CASE WHEN is_instant THEN ${local} ELSE local_at END AS local_at,
      CASE WHEN is_instant THEN CAST(${local} AS DATE) ELSE day END AS day,
      CASE WHEN is_instant THEN origin_at + (${local} - local_at) ELSE origin_at END AS origin_at)
    FROM ${table})`
}
