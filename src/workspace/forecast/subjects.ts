import { soldProducts, type SoldProductRow } from '../../query/sql/forecast-subjects.ts'
import type { Control, Workspace } from '../workspace.ts'

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Products that were sold and whose name or id holds a text, the most sold first; and all categories by units. */
export async function soldSubjects(
  workspace: Pick<Workspace, 'query'>,
  text: string,
  control: Control = {},
): Promise<{ products: SoldProductRow[]; categories: string[] }> {
  const all = await workspace.query.run(soldProducts(), control.signal)
  const wanted = folded(text.trim())
  return {
    products: all.filter(({ product_id, title }) => folded(`${title ?? ''} ${product_id}`).includes(wanted)),
    categories: [...new Set(all.map(({ category }) => category))].filter((name) => name !== ''),
  }
}
