/** One measured figure. With a budget it is held against it: at most the budget is good. */
export interface Figure {
  what: string
  value: number
  unit: string
  budget?: number | undefined
  /** Anything that a reader must know to judge it: rows, threads, backend. */
  note?: string
}

/**
 * A benchmark: a file `tests/bench/<name>.bench.ts` exports one as `bench`. Things that are compared are measured side
 * by side in the same run; the app itself is opened with `openBuiltApp` of tests/built-app.ts.
 */
export interface Bench {
  name: string
  /** 'build': the app must be built before. */
  needs?: readonly 'build'[]
  run(): Promise<readonly Figure[]>
}

const cells = ({ what, value, unit, budget, note }: Figure): string[] => [
  what,
  `${Number(value.toPrecision(4))} ${unit}`,
  budget === undefined ? '' : `≤ ${budget} ${unit}`,
  budget === undefined ? '' : value <= budget ? 'kept' : 'OVER',
  note ?? '',
]

/** Figures as a Markdown table with aligned columns. */
export function table(figures: readonly Figure[]): string {
  const rows = [['what', 'measured', 'budget', '', 'note'], ...figures.map(cells)]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length), 3))
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`,
  )
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

/** The figures that are over their budget; one that is not a number is over. */
export const overBudget = (figures: readonly Figure[]): Figure[] =>
  figures.filter(({ value, budget }) => budget !== undefined && !(value <= budget))
