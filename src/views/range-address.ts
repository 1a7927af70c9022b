import { COMPARISONS, PRESETS, comparisonPeriod, resolvePeriod } from '../analytics/period.ts'
import type { Comparison, Preset } from '../analytics/period.ts'
import { isDay } from '../model/day.ts'
import type { Period } from '../model/metric.ts'

/** The range of every page: days in the shop's time zone, where they came from, and the days to compare with. */
export interface Range extends Period {
  readonly preset: Preset | 'custom'
  readonly compare: Comparison
  readonly previous: Period | null
}

type Given = Readonly<Record<string, string | readonly string[] | undefined>>
type Span = { readonly first: string | null; readonly last: string | null }

const FIRST_PRESET: Preset = 'last_30'

const isDayText = (value: unknown): value is string => typeof value === 'string' && isDay(value)

/** Range of an address: `?range=last_30&compare=year`, or `?from=…&to=…`; what is missing or wrong is the usual range. */
export function readRange(given: Given, today: string, span: Span): Range {
  const { from, to } = given
  const compare = COMPARISONS.find((known) => known === given['compare']) ?? 'previous'
  const preset = PRESETS.find((known) => known === given['range'])
  const custom = !preset && isDayText(from) && isDayText(to) && from <= to
  const period = custom ? { from, to } : resolvePeriod(preset ?? FIRST_PRESET, today, span)
  return {
    ...period,
    preset: custom ? 'custom' : (preset ?? FIRST_PRESET),
    compare,
    previous: preset === 'all' && !custom ? null : comparisonPeriod(period, compare),
  }
}

/** Address of a range: a preset stays a preset, so that a bookmark moves with the days. */
export function rangeAddress(
  range: Pick<Range, 'preset' | 'from' | 'to' | 'compare'>,
): Record<string, string | null> {
  const custom = range.preset === 'custom'
  return {
    range: custom || range.preset === FIRST_PRESET ? null : range.preset,
    from: custom ? range.from : null,
    to: custom ? range.to : null,
    compare: range.compare === 'previous' ? null : range.compare,
  }
}
