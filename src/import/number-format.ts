import type { NumberReading } from '../model/reading.ts'

/** A shape of a column of numbers (digits as 9), how often it occurs, and its least text, which shows leading zeros. */
export interface NumberShape {
  readonly shape: string
  readonly count: number
  readonly least: string
}

type Evidence = '.' | ',' | 'ambiguous' | 'none'

/** What has to be taken off a cell before its separators are looked at: symbols, codes, blanks, apostrophes, brackets, signs. */
const DECORATION =
  /[\s\u00a0\u202f\u2009'’`()+-]|(?:\b(?:us|mx|ar|cl|co|[racs]|nz))?\$|[€£¥₡₲₦₱₹₽]|\b(?:eur|usd|gbp|mxn|brl|cop|clp|ars|pen|uyu|chf|jpy|s\/\.?)(?![a-z])/gi

function evidenceOf({ shape, least }: NumberShape): Evidence {
  const core = shape.replace(DECORATION, '')
  if (!/^[9.,]*9[9.,]*$/.test(core)) return 'none'
  const dots = core.split('.').length - 1
  const commas = core.split(',').length - 1
  if (dots + commas === 0) return 'none'
  if (dots > 0 && commas > 0) return core.lastIndexOf('.') > core.lastIndexOf(',') ? '.' : ','
  const mark = dots > 0 ? '.' : ','
  if (dots + commas > 1) return mark === '.' ? ',' : '.'
  const [before = '', after = ''] = core.split(mark)
  const looksGrouped = after.length === 3 && before.length >= 1 && before.length <= 3
  return looksGrouped && !/^[^1-9]*0/.test(least.replace(DECORATION, '')) ? 'ambiguous' : mark
}

/**
 * The decimal mark of a file's numbers, from the shapes of all its columns of numbers together. Null: both marks occur as
 * decimals, or only figures such as `1,234` that can be read either way: then the user is asked.
 */
export function decideDecimal(
  columns: readonly (readonly NumberShape[])[],
  given?: '.' | ',',
): '.' | ',' | null {
  if (given) return given
  const evidence = new Set(columns.flatMap((shapes) => shapes.map(evidenceOf)))
  const dot = evidence.has('.')
  const comma = evidence.has(',')
  if (dot && comma) return null
  if (dot) return '.'
  if (comma) return ','
  return evidence.has('ambiguous') ? null : '.'
}

/** How a column is read once the decimal mark is known. */
export const readNumbers = (shapes: readonly NumberShape[], decimal: '.' | ','): NumberReading => ({
  decimal,
  plain: decimal === '.' && shapes.every(({ shape }) => /^[+-]?9+(\.9*)?$/.test(shape)),
})

/** Whether a cell can be a number in some writing. */
export const looksLikeNumber = (text: string): boolean =>
  /^[9.,]*9[9.,]*$/.test(text.replace(/[0-9]/g, '9').replace(DECORATION, '')) && text.length < 40
