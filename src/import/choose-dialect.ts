/** What the sample looks like when it is cut with one delimiter: the number of fields of each record. */
export interface Cut {
  readonly delimiter: string
  readonly counts: readonly number[]
}

export interface ChosenDialect {
  readonly delimiter: string
  /** Fields of a record of the table. */
  readonly fields: number
  /** Index of the record that is the header; those before it are a preamble. */
  readonly header: number
}

/** The most frequent number of fields above one; of equals, the greater. */
const usualCount = (counts: readonly number[]): { fields: number; share: number } | null => {
  const tally = new Map<number, number>()
  for (const count of counts) if (count > 1) tally.set(count, (tally.get(count) ?? 0) + 1)
  let best: { fields: number; times: number } | null = null
  for (const [fields, times] of tally)
    if (!best || times > best.times || (times === best.times && fields > best.fields))
      best = { fields, times }
  return best && { fields: best.fields, share: best.times / counts.length }
}

/**
 * Chooses the delimiter whose records agree best on their number of fields (of equals, the one with more fields), and the
 * header: the first record that has that many. Null when no delimiter makes a table of two columns or more.
 */
export function chooseDialect(cuts: readonly Cut[]): ChosenDialect | null {
  let best: (ChosenDialect & { share: number }) | null = null
  for (const { delimiter, counts } of cuts) {
    const usual = usualCount(counts)
    if (!usual) continue
    const better =
      !best ||
      usual.share > best.share + 0.05 ||
      (usual.share > best.share - 0.05 && usual.fields > best.fields)
    if (better) best = { delimiter, ...usual, header: counts.indexOf(usual.fields) }
  }
  return best && { delimiter: best.delimiter, fields: best.fields, header: best.header }
}
