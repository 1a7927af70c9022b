import type { Client } from '../../api/client.ts'
import { getRows } from '../../api/dashboard.ts'
import { success } from '../../model/outcome.ts'
import type { RowsAnswer } from '../../api/dashboard-schemas.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { OpenFigure } from './address.ts'
import { rowsInput } from './data.ts'
import type { Asked } from './data.ts'
import type { FigureRow } from './row-columns.ts'

const PAGE = 1000
const MOST = 100_000

export interface AllRows {
  readonly rows: readonly FigureRow[]
  /** How many there are; more than `rows` when they were too many. */
  readonly total: number
}

/** All rows behind a figure, at most 100,000. */
export async function readAllRows(
  client: Client,
  asked: Asked,
  figure: OpenFigure,
): Promise<Outcome<AllRows>> {
  const rows: FigureRow[] = []
  const input = { ...rowsInput(asked, figure), limit: PAGE }
  let cursor: string | null = null
  let total = 0
  do {
    const page: Outcome<RowsAnswer> = await client.run(
      getRows,
      cursor === null ? input : { ...input, cursor },
    )
    if (!page.ok) return page
    rows.push(...page.value.items)
    cursor = page.value.next
    total = page.value.total
  } while (cursor !== null && rows.length < MOST)
  return success({ rows, total })
}
