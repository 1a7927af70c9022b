import type { HeadlineAnswer } from '../../api/dashboard-schemas.ts'
import { METRICS } from '../../model/metric.ts'
import type { MetricName } from '../../model/metric.ts'
import type { Formats } from '../../ui/text/format.ts'
import type { Translate } from '../../ui/text/translate.ts'
import { writeCountry, writeFigure } from './words.ts'

type Param = HeadlineAnswer['params'][string]
export type Driver = HeadlineAnswer['drivers'][number]

const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text)

function writeParam(format: Formats, { as, value }: Param, currency: string): string {
  if (as === 'day') return format.day(String(value))
  if (typeof value === 'string') return value
  if (as === 'money') return format.money(value, currency)
  if (as === 'signed_money') return signed(format.money(value, currency), value)
  return as === 'count' ? format.number(value) : format.percent(value)
}

const isAboutCountries = ({ code }: HeadlineAnswer) => code.startsWith('countries')

/** A sentence of the executive summary in the reader's language. */
export function writeHeadline(
  t: Translate,
  format: Formats,
  headline: HeadlineAnswer,
  currency: string,
): string {
  const places = isAboutCountries(headline)
  const filled = Object.entries(headline.params).map(([name, param]) => {
    const text = writeParam(format, param, currency)
    return [name, places && param.as === 'text' ? writeCountry(format.locale, text) : text]
  })
  return t(`metrics.headline.${headline.code}`, Object.fromEntries(filled))
}

const NAMED = [
  'units_per_order',
  'net_per_unit',
  'new',
  'returning',
  'unknown',
  'returns_rate',
  'discount_rate',
] as const

const isMetric = (name: string): name is MetricName => METRICS.some((metric) => metric === name)

/** Name of a number behind a headline: a figure, a factor, a day, a product, a country. */
export function driverName(t: Translate, format: Formats, headline: HeadlineAnswer, name: string): string {
  const factor = NAMED.find((known) => known === name)
  if (factor) return t(`dashboard.driver_${factor}`)
  if (isMetric(name)) return t(`metrics.${name}.name`)
  if (/^\d{4}-\d\d-\d\d$/.test(name)) return format.day(name)
  return isAboutCountries(headline) ? writeCountry(format.locale, name) : name
}

const COUNTS = ['orders', 'units', 'products_sold']

/** A number behind a headline in its unit. */
export function writeDriver(
  format: Formats,
  { name }: Driver,
  value: number | null,
  currency: string | null,
): string {
  if (name === 'units_per_order') return format.number(value, 2)
  if (name.endsWith('_rate')) return format.percent(value)
  return writeFigure(format, COUNTS.includes(name) ? 'count' : 'money', value, currency)
}
