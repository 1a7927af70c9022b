import type { CellField, FieldColumns } from '../../src/import/fields.ts'
import { offsetSample } from '../../src/import/offset-sample.ts'
import type { OrderSource } from '../../src/import/sources/source.ts'
import { fitZone, zoneSpans, type OffsetSample } from '../../src/import/time-zone.ts'
import { readZone } from '../../src/import/zone-names.ts'
import { addDays, isDay } from '../../src/model/day.ts'
import type { CellPlan } from '../../src/query/staging/cell-plan.ts'
import { samplesOf, spanOf, writtenOf } from '../../src/query/staging/profile.ts'
import type { Decisions } from './decide.ts'
import { excludedOf, statesOf, textsByState } from './read-statuses.ts'
import type { LineTexts } from './shape-rows.ts'
import type { StageJob } from './stage-job.ts'

const FIRST_DAY = '1990-01-01'

const seconds = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000

/** The zone that the file names in a column of its own. */
async function namedZone(
  job: StageJob,
  raw: string,
  { zoneField }: OrderSource,
  indices: FieldColumns,
): Promise<string | null> {
  const index = indices.get(zoneField ?? '')
  if (index === undefined) return null
  const [most] = await job.engine.run(writtenOf(raw, `c${index}`))
  return most ? readZone(most.value) : null
}

/** The shop's zone by the offsets in the file: the workspace's when it fits them, else the one that fits best. */
async function zoneOf(
  job: StageJob,
  raw: string,
  columns: ReadonlyMap<CellField, string>,
  decisions: Decisions,
  isUtc: boolean,
): Promise<string> {
  const { context } = job
  const column = columns.get('ordered_at')
  const written = decisions.dates.get('ordered_at')?.shapes.some(({ offset }) => (offset ?? 0) > 0)
  if (isUtc || !column || !written) return context.timeZone
  const cells = await job.engine.run(samplesOf(raw, column))
  const samples = cells
    .map(({ value }) => offsetSample(value))
    .filter((sample): sample is OffsetSample => sample !== null)
  return fitZone(samples, context.timeZone).zone
}

/** First and last day between which the zone's clocks matter: those of the file when its dates are written year first. */
async function zoneDays(
  job: StageJob,
  raw: string,
  column: string | undefined,
  decisions: Decisions,
  to: string,
): Promise<[string, string]> {
  const isYearFirst = decisions.dates
    .get('ordered_at')
    ?.shapes.every(({ format }) => format?.startsWith('%Y-%m-%d'))
  if (!column || !isYearFirst) return [FIRST_DAY, addDays(to, 30)]
  const [span] = await job.engine.run(spanOf(raw, column))
  const [least, greatest] = [(span?.least ?? '').slice(0, 10), (span?.greatest ?? '').slice(0, 10)]
  if (!isDay(least) || !isDay(greatest) || least < FIRST_DAY || greatest > to)
    return [FIRST_DAY, addDays(to, 30)]
  return [addDays(least, -400), addDays(greatest, 400)]
}

/** Puts together all that turning the raw table into cells needs. */
export async function makePlan(
  job: StageJob,
  raw: string,
  source: OrderSource,
  { table, columns }: LineTexts,
  indices: FieldColumns,
  decisions: Decisions,
): Promise<{ plan: CellPlan; zone: string }> {
  const { options, context } = job
  const given = options.time_zone ?? (context.zoneIsFixed ? context.timeZone : undefined)
  const zone =
    given ??
    (await namedZone(job, raw, source, indices)) ??
    (await zoneOf(job, table, columns, decisions, source.isUtc ?? false))
  const to = addDays(context.asOf, 1)
  const status = columns.get('status')
  const states = await statesOf(job, table, status ? [status] : [])
  const [first, last] = await zoneDays(job, table, columns.get('ordered_at'), decisions, to)
  const plan: CellPlan = {
    columns,
    dates: decisions.dates,
    numbers: decisions.numbers,
    discountRate: decisions.discountRate,
    spans: zoneSpans(zone, seconds(first), seconds(last)),
    days: { from: FIRST_DAY, to },
    currency: decisions.currency!,
    rules: source.rules,
    excluded: excludedOf(source, states, columns.has('refund')),
    states: textsByState(states),
    returnPrefix: source.returnPrefix,
    otherPrefix: source.otherPrefix,
    stockRows: source.stockRows,
    orderRows: source.orderRows ?? false,
  }
  return { plan, zone }
}
