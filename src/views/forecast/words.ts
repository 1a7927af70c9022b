import type { Frequency } from '../../analytics/forecast/history.ts'
import type { ModelName } from '../../analytics/forecast/model.ts'
import type { Translate } from '../../ui/text/translate.ts'
import type { Formats } from '../../ui/text/format.ts'
import { useFormat } from '../../ui/text/text.tsx'
import type { Forecast, Target } from './forecast.ts'

type Measured = Pick<Forecast, 'target' | 'currency'>

/** An amount or a count in full; counts of a forecast have one decimal below 100. */
function writeValue(format: Formats, { target, currency }: Measured, value: number | null): string {
  if (target === 'net_sales') return format.money(value, currency ?? 'XXX')
  return format.number(value, value !== null && Math.abs(value) < 100 ? 1 : 0)
}

/** The same for an axis. */
function writeShort(format: Formats, { target, currency }: Measured, value: number): string {
  return target === 'net_sales' ? format.compactMoney(value, currency ?? 'XXX') : format.compact(value)
}

/** A sum over many days: whole units are exact enough. */
export function writeTotal(format: Formats, { target, currency }: Measured, value: number): string {
  if (target !== 'net_sales' || Math.abs(value) < 1000) return writeValue(format, { target, currency }, value)
  return new Intl.NumberFormat(format.locale, {
    style: 'currency',
    currency: currency ?? 'XXX',
    currencyDisplay: 'narrowSymbol',
    useGrouping: 'always',
    maximumFractionDigits: 0,
  }).format(value)
}

/** So many steps of a frequency in words: 12 weeks. */
export const spanOf = (t: Translate, n: number, frequency: Frequency): string => t(`span.${frequency}`, { n })

/** The chart's grain of a frequency. */
export const GRAINS = { H: 'hour', D: 'day', W: 'week', M: 'month', Q: 'quarter', Y: 'year' } as const

/** A model in words; what the simple rule repeats is a week only where days are counted. */
export const modelIn = (t: Translate, model: ModelName, frequency: Frequency): string =>
  model === 'seasonal_naive' && frequency !== 'D' ? t('unusual.sameBefore') : t(`forecast.model_${model}`)

/** What is asked for, with the product or category that it is of. */
export const subjectOf = (t: Translate, target: Target, name: string | undefined): string => {
  const what = t(`forecast.${target}`)
  return name === undefined ? what : t('span.of', { what, name })
}

/** A ratio with two decimals always: 1.00. */
export const writeHundredths = (format: Formats, value: number | null): string =>
  value === null
    ? '–'
    : ((Math.round(100 * value) || 0) / 100).toLocaleString(format.locale, {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      })

/** Kind and currency of a column of that target. */
export const columnKind = (target: Target) =>
  target === 'net_sales' ? ('money' as const) : ('number' as const)

/** Writers bound to the format in force. */
export function useValues(forecast: () => Measured) {
  const format = useFormat()
  return {
    value: (value: number | null) => writeValue(format(), forecast(), value),
    short: (value: number) => writeShort(format(), forecast(), value),
    total: (value: number) => writeTotal(format(), forecast(), value),
  }
}
