import { specialDays } from '../../analytics/seasonality/commerce-days.ts'
import {
  describeSeasonality,
  type NamedDay,
  type SeasonalityReport,
} from '../../analytics/seasonality/seasonality.ts'
import { holidaysInWorker } from '../../jobs/forecaster.ts'
import { addDays } from '../../model/day.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import type { Workspace } from '../workspace.ts'
import { countryOf } from './country.ts'
import { type ForecastTarget, salesHistory, type SalesHistory } from './history.ts'

/** The rhythm of the shop's days, and the days themselves. */
export interface ShopSeasonality {
  readonly history: SalesHistory
  readonly report: SeasonalityReport
  /** The day of each value, 'YYYY-MM-DD'. */
  readonly dates: readonly string[]
}

const LEAST_DAYS = 14

/** The days with a name in a history: commerce days, and the public holidays of the shop's country where they can be read. */
async function namedDays({ from, to, time_zone }: SalesHistory, signal?: AbortSignal): Promise<NamedDay[]> {
  const country = countryOf(time_zone)
  if (country === undefined) return specialDays(from, to, [])
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const holidays = await holidaysInWorker({ country, first, last }, { signal })
  return specialDays(from, to, holidays.ok ? holidays.value : [])
}

/** What of the movement of a shop's days is week, year and named days, and what is noise. TOO_LITTLE_DATA: under two weeks. */
export async function shopSeasonality(
  workspace: Pick<Workspace, 'query' | 'settings'>,
  target: ForecastTarget,
  signal?: AbortSignal,
): Promise<Outcome<ShopSeasonality>> {
  const found = await salesHistory(workspace, { target }, signal)
  if (!found.ok) return found
  const { from, values } = found.value
  const report = describeSeasonality({ start: from, values }, await namedDays(found.value, signal))
  if (!report)
    return failure(
      'TOO_LITTLE_DATA',
      values.length < LEAST_DAYS
        ? `a rhythm needs at least ${LEAST_DAYS} days, there are ${values.length}`
        : `nothing was sold in ${values.length} days`,
      {
        steps: values.length,
        needed: LEAST_DAYS,
      },
    )
  return success({ history: found.value, report, dates: values.map((_, at) => addDays(from, at)) })
}
