import { addDays, isDay, monthEnd } from '../model/day.ts'
import type { MetricName, Period } from '../model/metric.ts'
import { MONTHS } from './months.ts'
import { decideDecimals } from './number-format.ts'

/** A total that a merchant copied from a platform; what the line does not say is undefined. */
export interface PastedTotal {
  readonly line: number
  readonly metric: MetricName | undefined
  readonly period: Period | undefined
  readonly amount: number
  readonly text: string
}

export interface PastedTotals {
  readonly totals: PastedTotal[]
  /** Lines in which no amount was found. */
  readonly skipped: { readonly line: number; readonly text: string }[]
}

/** The names of figures on the platforms' screens, folded; the longer ones first. */
const NAMES: readonly (readonly [string, MetricName])[] = [
  ['gross sales', 'gross_sales'],
  ['ventas brutas', 'gross_sales'],
  ['vendas brutas', 'gross_sales'],
  ['total sales', 'total_sales'],
  ['ventas totales', 'total_sales'],
  ['vendas totais', 'total_sales'],
  ['total de ventas', 'total_sales'],
  ['total revenue', 'total_sales'],
  ['net sales', 'net_sales'],
  ['net revenue', 'net_sales'],
  ['ventas netas', 'net_sales'],
  ['vendas liquidas', 'net_sales'],
  ['discounts', 'discounts'],
  ['descuentos', 'discounts'],
  ['descontos', 'discounts'],
  ['coupons', 'discounts'],
  ['returns', 'returns'],
  ['refunds', 'returns'],
  ['devoluciones', 'returns'],
  ['reembolsos', 'returns'],
  ['devolucoes', 'returns'],
  ['taxes', 'taxes'],
  ['impuestos', 'taxes'],
  ['impostos', 'taxes'],
  ['shipping', 'shipping'],
  ['envios', 'shipping'],
  ['envio', 'shipping'],
  ['frete', 'shipping'],
  ['orders', 'orders'],
  ['pedidos', 'orders'],
  ['units', 'units'],
  ['items sold', 'units'],
  ['unidades', 'units'],
]

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

const month = (year: number, number: number): Period => {
  const from = `${year}-${String(number).padStart(2, '0')}-01`
  return { from, to: monthEnd(from) }
}

interface Found {
  readonly period: Period
  readonly rest: string
}

/** Days written year first: one, or two with anything between. */
function isoDays(text: string): Found | undefined {
  const days = [...text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].map(([day]) => day).filter(isDay)
  const [from, to = from] = days
  if (!from || !to || to < from) return undefined
  return { period: { from, to }, rest: text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, ' ') }
}

function yearMonth(text: string): Found | undefined {
  const found = /\b(20\d{2})[-/](0[1-9]|1[0-2])\b(?![-/]\d)/.exec(text) ?? null
  if (!found) return undefined
  return { period: month(Number(found[1]), Number(found[2])), rest: text.replace(found[0], ' ') }
}

/** "March 2024", "mar. 2024", "marzo de 2024", and with a day: "3 March 2024". */
function namedMonth(text: string): Found | undefined {
  for (const found of text.matchAll(
    /(?:\b(\d{1,2})(?: de)? )?\b(\p{L}{3,})\.?(?: de| del)?,? (20\d{2})\b/giu,
  )) {
    const number = MONTHS.get((found[2] ?? '').toLowerCase())
    if (!number) continue
    const rest = text.replace(found[0], ' ')
    const whole = month(Number(found[3]), number)
    if (!found[1]) return { period: whole, rest }
    const day = addDays(whole.from, Number(found[1]) - 1)
    return { period: { from: day, to: day }, rest }
  }
  return undefined
}

const periodIn = (text: string): Found | undefined => isoDays(text) ?? yearMonth(text) ?? namedMonth(text)

const NUMBER = /[-−]?\(?[0-9][0-9.,'’\u00a0\u202f ]*\)?/g

/** The last number of a line, as it is written. */
const numberIn = (text: string): string | undefined =>
  [...text.matchAll(NUMBER)]
    .map(([found]) => found.replaceAll(/[.,\s]+$/g, ''))
    .findLast((found) => /[0-9]/.test(found))

function amountOf(written: string, decimal: '.' | ','): number {
  const digits = written.replaceAll(decimal === '.' ? /[^0-9.]/g : /[^0-9,]/g, '').replace(',', '.')
  return (/^[-−(]/.test(written) ? -1 : 1) * Number(digits)
}

/** The decimal mark of all the numbers together; a lone `1,234` is a thousand, as platforms group what they show. */
function decimalOf(written: readonly string[]): '.' | ',' {
  const shapes = written.map((text) => ({ shape: text.replaceAll(/[0-9]/g, '9'), count: 1, least: text }))
  const [decided] = decideDecimals([shapes]) ?? []
  if (decided) return decided
  return written.some((text) => /^\D*\d{1,3}\.\d{3}\D*$/.test(text)) ? ',' : '.'
}

const metricIn = (text: string): MetricName | undefined => {
  const plain = folded(text)
  return NAMES.find(([name]) => plain.includes(name))?.[1]
}

/**
 * Reads totals that were copied from a platform's report: a line each, with the name of the figure, a period (days, a
 * month) and an amount, in any order and separated by anything. The decimal mark is decided by all lines together.
 */
export function readPastedTotals(text: string): PastedTotals {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((raw, index) => ({ line: index + 1, text: raw.replaceAll('\t', '  ').trim() }))
    .filter((line) => line.text !== '')
  const seen = lines.map((line) => {
    const found = periodIn(line.text)
    return { ...line, period: found?.period, written: numberIn(found?.rest ?? line.text) }
  })
  const decimal = decimalOf(seen.flatMap(({ written }) => (written ? [written] : [])))
  return {
    totals: seen.flatMap(({ line, text: raw, period, written }) =>
      written ? [{ line, text: raw, metric: metricIn(raw), period, amount: amountOf(written, decimal) }] : [],
    ),
    skipped: seen.flatMap(({ line, text: raw, written }) => (written ? [] : [{ line, text: raw }])),
  }
}
