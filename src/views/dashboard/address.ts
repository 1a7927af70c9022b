import { useSearchParams } from '@solidjs/router'
import { bucketCount, MAX_BUCKETS } from '../../analytics/buckets.ts'
import { defaultGrain } from '../../analytics/period.ts'
import { DIMENSIONS, METRICS } from '../../model/metric.ts'
import type { Dimension, Grain, MetricName, Period } from '../../model/metric.ts'
import { textFor, wordFor } from '../private-text.ts'

/** Grains that the chart offers. */
const CHART_GRAINS = ['hour', 'day', 'week', 'month', 'quarter'] as const satisfies readonly Grain[]
export type ChartGrain = (typeof CHART_GRAINS)[number]

/** A figure whose rows are open, perhaps of one product, country or channel only. */
export interface OpenFigure {
  readonly metric: MetricName
  readonly only?: { readonly dimension: Dimension; readonly key: string }
}

const one = <Value extends string>(known: readonly Value[], given: unknown): Value | undefined =>
  known.find((value) => value === given)

const text = (given: string | string[] | undefined) => (typeof given === 'string' ? given : undefined)

/** Grains of which a period has neither too many nor none. */
export const grainsOf = (period: Period): readonly ChartGrain[] =>
  CHART_GRAINS.filter((grain) => bucketCount(period, grain) <= MAX_BUCKETS)

function openFigure(given: Record<string, string | string[] | undefined>): OpenFigure | undefined {
  const metric = one(METRICS, given['figure'])
  const dimension = one(DIMENSIONS, given['by'])
  const key = text(given['key'])
  if (!metric) return undefined
  return dimension && key !== undefined ? { metric, only: { dimension, key } } : { metric }
}

/** What of the page lives in the address: the open figure or headline, the chart's figure and grain, the currency. */
export function useAddress() {
  const [params, setParams] = useSearchParams()
  const set = (change: Record<string, string | null>) => setParams(change, { scroll: false })
  return {
    figure: () => openFigure({ ...params }),
    headline: () => text(params['headline']),
    metric: () => one(METRICS, params['metric']) ?? 'net_sales',
    grain: (period: Period): ChartGrain => {
      const possible = grainsOf(period)
      return one(possible, params['grain']) ?? one(possible, defaultGrain(period)) ?? 'quarter'
    },
    currency: () =>
      /^[A-Z]{3}$/.test(text(params['currency']) ?? '') ? text(params['currency']) : undefined,
    /** Name of the key whose rows are open, where it is not the key itself. */
    keyName: () => textFor(params['name']),
    openFigure: ({ metric, only }: OpenFigure, name: string | null = null) =>
      set({
        figure: metric,
        by: only?.dimension ?? null,
        key: only?.key ?? null,
        name: name && wordFor(name),
        headline: null,
      }),
    openHeadline: (code: string) => set({ headline: code, figure: null, by: null, key: null, name: null }),
    // A dialog says that it closed also when the address closed it, perhaps to open another.
    closeFigure: () => params['figure'] && set({ figure: null, by: null, key: null, name: null }),
    closeHeadline: () => params['headline'] && set({ headline: null }),
    chart: (change: { readonly metric?: MetricName; readonly grain?: ChartGrain }) => set({ ...change }),
    chooseCurrency: (currency: string) => set({ currency }),
  }
}

export type Address = ReturnType<typeof useAddress>
