import { currencyExponent } from '../../model/currency.ts'
import type { MetricName } from '../../model/metric.ts'
import { HEADLINE_TEXTS, type HeadlineCode } from './headline-texts.ts'

/** How a screen writes a value in its language: `points` is a difference of shares, `change` is always positive. */
export type ParamKind = 'money' | 'signed_money' | 'count' | 'percent' | 'change' | 'day' | 'text'

export interface HeadlineParam {
  readonly as: ParamKind
  /** Major units for money, fraction for shares and changes, 'YYYY-MM-DD' for days. */
  readonly value: number | string
}

/** A number that a headline was made from; `contribution` is its part of the change, in major units. */
export interface Driver {
  readonly name: string
  readonly value: number | null
  readonly previous: number | null
  readonly change: number | null
  readonly contribution: number | null
}

/** A sentence of the executive summary: the screen writes it from `code` and `params`, the API gives English `text`. */
export interface Headline {
  readonly code: HeadlineCode
  readonly text: string
  readonly metric: MetricName
  readonly params: Readonly<Record<string, HeadlineParam>>
  readonly drivers: Driver[]
}

const moneyFormat = (currency: string, signed: boolean): Intl.NumberFormat =>
  new Intl.NumberFormat('en', {
    minimumFractionDigits: currencyExponent(currency),
    maximumFractionDigits: currencyExponent(currency),
    signDisplay: signed ? 'exceptZero' : 'auto',
  })

const FORMATS: Readonly<Record<ParamKind, (value: number, currency: string) => string>> = {
  money: (value, currency) => `${moneyFormat(currency, false).format(value)} ${currency}`,
  signed_money: (value, currency) => `${moneyFormat(currency, true).format(value)} ${currency}`,
  count: (value) => new Intl.NumberFormat('en').format(value),
  percent: (value) =>
    new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 }).format(value),
  change: (value) =>
    new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 }).format(value),
  day: String,
  text: String,
}

const written = ({ as, value }: HeadlineParam, currency: string): string =>
  typeof value === 'string' ? value : FORMATS[as](value, currency)

/** Makes a headline: `{name}` in the English text of `code` is filled from `params`. */
export function headline(
  code: HeadlineCode,
  metric: MetricName,
  currency: string,
  params: Readonly<Record<string, HeadlineParam>>,
  drivers: Driver[] = [],
): Headline {
  const text = HEADLINE_TEXTS[code].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const param = params[name]
    return param ? written(param, currency) : whole
  })
  return { code, text, metric, params, drivers }
}
