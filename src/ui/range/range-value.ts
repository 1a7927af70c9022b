/** Presets in the order of the list; the same keys as in the URL and in the texts. */
export const RANGE_PRESETS = [
  'today',
  'yesterday',
  'last_7',
  'last_28',
  'last_30',
  'last_90',
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'year_to_date',
  'last_12_months',
  'all',
] as const
export type RangePreset = (typeof RANGE_PRESETS)[number]

export const RANGE_COMPARISONS = ['previous', 'year', 'none'] as const
export type RangeComparison = (typeof RANGE_COMPARISONS)[number]

/** A range as it is chosen: days (both included), the preset they came from, and what to compare with. */
export interface RangeValue {
  readonly preset: RangePreset | 'custom'
  readonly from: string
  readonly to: string
  readonly compare: RangeComparison
}
