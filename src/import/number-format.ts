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

type Mark = '.' | ','

/** The mark that a set of evidence shows; null: both, or none for certain. */
function markOf(evidence: ReadonlySet<Evidence>): Mark | null {
  if (evidence.has('.') === evidence.has(',')) return null
  return evidence.has('.') ? '.' : ','
}

/** The mark of one column in a file whose columns differ. */
function ownMark(evidence: ReadonlySet<Evidence>, usual: Mark | undefined): Mark | null {
  const mark = markOf(evidence)
  if (mark || evidence.has('.')) return mark
  return evidence.has('ambiguous') ? (usual ?? null) : '.'
}

/**
 * The decimal mark of each of a file's columns of numbers, from the shapes of all of them together: one for all where they
 * agree, each its own where every column is clear in itself (Tiendanube). Null: both marks occur as decimals in one column,
 * or only figures such as `1,234` that can be read either way, and the layout has no `usual` one: then the user is asked.
 */
export function decideDecimals(
  columns: readonly (readonly NumberShape[])[],
  given?: Mark,
  usual?: Mark,
): Mark[] | null {
  if (given) return columns.map(() => given)
  const evidence = columns.map((shapes) => new Set(shapes.map(evidenceOf)))
  const all = new Set(evidence.flatMap((found) => [...found]))
  const isClear = !(all.has('.') && all.has(','))
  const one = isClear ? (markOf(all) ?? ownMark(all, usual)) : null
  const marks = evidence.map((found) => one ?? ownMark(found, usual))
  return marks.every((mark) => mark !== null) && (!isClear || one !== null) ? (marks as Mark[]) : null
}

/** How a column is read once the decimal mark is known. */
export const readNumbers = (shapes: readonly NumberShape[], decimal: '.' | ','): NumberReading => ({
  decimal,
  plain: decimal === '.' && shapes.every(({ shape }) => /^[+-]?9+(\.9*)?$/.test(shape)),
})

/** Whether a cell can be a number in some writing. */
export const looksLikeNumber = (text: string): boolean =>
  /^[9.,]*9[9.,]*$/.test(text.replace(/[0-9]/g, '9').replace(DECORATION, '')) && text.length < 40
