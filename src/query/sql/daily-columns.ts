import type { Statement } from '../statement.ts'

/** One day of a column that stands beside sales: spend, clicks, visits. */
export interface DailyColumnRow {
  /** `spend`, `spend:<channel>`, `clicks`, `impressions`, `events:<event>`. */
  readonly name: string
  readonly day: string
  readonly value: number
}

/** Every daily column that files beside orders have brought, in the order of names and days; amounts in minor units. */
export const dailyColumns = (currency: string): Statement<DailyColumnRow> => ({
  sql: `SELECT name, strftime(day, '%Y-%m-%d') AS day, CAST(value AS DOUBLE) AS value FROM (
      SELECT 'spend' AS name, day, sum(amount) AS value FROM store.spend WHERE currency = ? GROUP BY day
      UNION ALL SELECT 'spend:' || channel, day, sum(amount) FROM store.spend
        WHERE currency = ? AND channel IS NOT NULL GROUP BY channel, day
      UNION ALL SELECT 'clicks', day, sum(clicks) FROM store.spend WHERE clicks IS NOT NULL GROUP BY day
      UNION ALL SELECT 'impressions', day, sum(impressions) FROM store.spend WHERE impressions IS NOT NULL GROUP BY day
      UNION ALL SELECT 'events:' || event, day, sum(coalesce(count, 1)) FROM store.events
        WHERE event IS NOT NULL AND event <> 'order' GROUP BY event, day)
    WHERE day IS NOT NULL ORDER BY name, day`,
  params: [currency, currency],
})

/** A window of the shop's own calendar. */
export interface CalendarRow {
  readonly name: string
  readonly first_day: string
  readonly last_day: string
}

export const calendarWindows = (): Statement<CalendarRow> => ({
  sql: `SELECT name, strftime(first_day, '%Y-%m-%d') AS first_day, strftime(last_day, '%Y-%m-%d') AS last_day
    FROM store.calendar WHERE name IS NOT NULL AND first_day IS NOT NULL AND last_day IS NOT NULL
    ORDER BY name, first_day`,
  params: [],
})
