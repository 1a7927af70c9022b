import { commerceDays } from '../../analytics/seasonality/commerce-days.ts'
import { describeSeasonality, type SeasonalityReport } from '../../analytics/seasonality/seasonality.ts'
import { addDays } from '../../model/day.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import type { Workspace } from '../workspace.ts'
import { type ForecastTarget, salesHistory, type SalesHistory } from './history.ts'

/** The rhythm of the shop's days, and the days themselves. */
export interface ShopSeasonality {
  readonly history: SalesHistory
  readonly report: SeasonalityReport
  /** The day of each value, 'YYYY-MM-DD'. */
  readonly dates: readonly string[]
}

const LEAST_DAYS = 14

/** What of the movement of a shop's days is week, year and named days, and what is noise. TOO_LITTLE_DATA: under two weeks. */
export async function shopSeasonality(
  workspace: Pick<Workspace, 'query' | 'settings'>,
  target: ForecastTarget,
  signal?: AbortSignal,
): Promise<Outcome<ShopSeasonality>> {
  const found = await salesHistory(workspace, { target }, signal)
  if (!found.ok) return found
  const { from, to, values } = found.value
  const report = describeSeasonality({ start: from, values }, commerceDays(from, to))
  if (!report)
    return failure(
      'TOO_LITTLE_DATA',
      `a rhythm needs at least ${LEAST_DAYS} days, there are ${values.length}`,
      {
        steps: values.length,
        needed: LEAST_DAYS,
      },
    )
  return success({ history: found.value, report, dates: values.map((_, at) => addDays(from, at)) })
}
