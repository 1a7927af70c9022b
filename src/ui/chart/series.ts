export type ChartGrain = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/** One line of a chart; `values` run along the chart's `dates`, null where there is none. */
export interface ChartLine {
  readonly label: string
  readonly values: readonly (number | null)[]
  /** `present` the accent; `past` muted and dashed; `forecast` the accent dashed; `series` the next colour of the palette. */
  readonly kind: 'present' | 'past' | 'forecast' | 'series'
  /** Own dates, for a line laid over from another period: shown with its value. */
  readonly dates?: readonly string[]
}

/** An interval around the forecast, 95 outside and 80 inside. */
export interface ChartBand {
  readonly level: number
  readonly lower: readonly (number | null)[]
  readonly upper: readonly (number | null)[]
}

export interface ChartContent {
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH` for hours; one for each point, equally spaced. */
  readonly dates: readonly string[]
  readonly lines: readonly ChartLine[]
  readonly bands?: readonly ChartBand[]
  readonly grain: ChartGrain
}
