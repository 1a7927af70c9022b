import type { ViewerRow } from '../../model/viewer.ts'

/** The month after, `YYYY-MM`. */
const following = (month: string): string => {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/**
 * Every month from the first that is told to the last, with its first day and its net sales: null where it rests on
 * too few people to be told, which a chart must not draw as nothing or as its neighbours.
 */
export function monthsOf(rows: readonly ViewerRow[]): readonly {
  readonly date: string
  readonly value: number | null
}[] {
  const known = new Map(rows.map((row) => [row.name.slice(0, 7), row.net_sales]))
  const names = [...known.keys()].toSorted()
  const [first, last] = [names[0], names.at(-1)]
  const months: { date: string; value: number | null }[] = []
  if (first === undefined || last === undefined) return months
  for (let month = first; month <= last; month = following(month))
    months.push({ date: `${month}-01`, value: known.get(month) ?? null })
  return months
}
