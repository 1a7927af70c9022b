import type { Fragment } from './fragments.ts'

/** Who is in which segment, position by position. */
export interface SegmentMembers {
  readonly customers: ArrayLike<number>
  /** A small whole number each. */
  readonly codes: ArrayLike<number>
}

/** A CTE `members (customer_id, segment)`: two lists as text, taken apart by the engine. */
export const membersCte = ({ customers, codes }: SegmentMembers): Fragment => ({
  sql: `members AS (SELECT CAST(customer_id AS INTEGER) AS customer_id, CAST(segment AS INTEGER) AS segment
    FROM (SELECT unnest(string_split(?, ',')) AS customer_id, unnest(string_split(?, ',')) AS segment) WHERE customer_id <> '')`,
  params: [Array.from(customers).join(','), Array.from(codes).join(',')],
})
