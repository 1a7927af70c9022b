import type { NumberReading } from '../../model/reading.ts'
import { literal } from './sql-text.ts'

/** Digits before the decimal mark that an amount or a quantity may have. */
const DIGITS = 12

const PLAIN = `[+-]?([0-9]{1,${DIGITS}}([.][0-9]*)?|[.][0-9]+)`
const EXPONENT = `[+-]?[0-9]+([.][0-9]*)?[eE][+-]?[0-9]{1,2}`

/** Symbols and codes of currencies and blanks that may stand in a cell of a number. */
const SYMBOLS = `[\\s\\x{00a0}\\x{202f}\\x{2009}'\u2019\`\u20ac\u00a3\u00a5]|(?i)(us|mx|ar|cl|co|r|a|c|nz|s)?[$]|(?i)(eur|usd|gbp|mxn|brl|cop|clp|ars|pen|uyu|chf|jpy)`

/** The number of a cell as text with a dot, without groups, symbols and brackets; null when it is not one in this format. */
function bareNumber(column: string, decimal: '.' | ','): string {
  const group = decimal === '.' ? ',' : '.'
  const stripped = `regexp_replace(${column}, ${literal(SYMBOLS)}, '', 'g')`
  const whole = `[0-9]{1,3}([${group}][0-9]{2,3})*[${group}][0-9]{3}|[0-9]+`
  const pattern = `[(]?[+-]?(((${whole})([${decimal}][0-9]*)?)|[${decimal}][0-9]+)[)]?-?`
  const bare = `replace(translate(${stripped}, ${literal(`${group}()+-`)}, ''), ${literal(decimal)}, '.')`
  const negative = `regexp_matches(${stripped}, '^[(]?-|^[(].*[)]$|-$')`
  return `CASE WHEN regexp_full_match(${stripped}, ${literal(pattern)}) THEN CASE WHEN ${negative} THEN '-' ELSE '' END || ${bare}
    WHEN regexp_full_match(${stripped}, ${literal(EXPONENT)}) THEN CAST(TRY_CAST(TRY_CAST(${stripped} AS DOUBLE) AS DECIMAL(18, 6)) AS VARCHAR) END`
}

/** Text of a column's numbers in plain writing (null where there is none). Nothing is lost: casts to DECIMAL of it are exact. */
export const numberText = (reading: NumberReading, column: string): string =>
  reading.plain ? column : bareNumber(column, reading.decimal)

/** The number of plain text as DOUBLE, null when it is none or has more than 12 digits before the mark. */
export const numberValue = (text: string): string =>
  `CASE WHEN regexp_full_match(${text}, ${literal(PLAIN)}) THEN TRY_CAST(${text} AS DOUBLE) END`

/** Code of a cell that is not null but gave no number. */
export const numberCode = (cell: string): string =>
  `CASE WHEN regexp_matches(${cell}, '^[^0-9]*[0-9]{${DIGITS + 1},}([.,][0-9]*)?[^0-9]*$|^[+-]?[0-9.,]+[eE][+-]?[0-9]+$') THEN 'NUMBER_OUT_OF_RANGE' ELSE 'NOT_A_NUMBER' END`

/**
 * An amount in minor units, half away from zero and exact: the fast way in DOUBLE where the amount has no more decimals
 * than the currency (then it is an integer below 2^53), else in DECIMAL. `scale` is 10^exponent.
 */
export const minorAmount = (text: string, value: string, scale: string): string =>
  `CASE WHEN round(${value} * ${scale}) / ${scale} = ${value} THEN CAST(round(${value} * ${scale}) AS BIGINT)
    ELSE TRY_CAST(round(TRY_CAST(${text} AS DECIMAL(20, 6)) * CAST(${scale} AS DECIMAL(4, 0))) AS BIGINT) END`

/** Quantity × price in minor units, rounded once, half away from zero; exact as `minorAmount` is. */
export const minorProduct = (
  quantity: { text: string; value: string },
  price: { text: string; value: string },
  scale: string,
): string =>
  `CASE WHEN round(${price.value} * ${scale}) / ${scale} = ${price.value} AND ${quantity.value} = trunc(${quantity.value})
      AND abs(${quantity.value} * ${price.value} * ${scale}) < 9e15 THEN CAST(${quantity.value} * round(${price.value} * ${scale}) AS BIGINT)
    ELSE TRY_CAST(round(TRY_CAST(${quantity.text} AS DECIMAL(20, 4)) * TRY_CAST(${price.text} AS DECIMAL(18, 6)) * CAST(${scale} AS DECIMAL(4, 0))) AS BIGINT) END`
