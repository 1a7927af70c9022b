import { FACT_NAMES, factColumns, type FactName } from '../fact-tables.ts'
import type { Statement } from '../statement.ts'

const columnsOf = (name: FactName): string[] => Object.keys(factColumns(name))

/** SELECT of what an import brings of a table, people by their number. */
export function broughtFacts(name: FactName): string {
  const names = columnsOf(name)
  if (!names.includes('customer_id')) return `SELECT ${names.join(', ')} FROM stage.${name}`
  const list = names.map((column) => (column === 'customer_id' ? 'p.customer_id' : `s.${column}`))
  return `SELECT ${list.join(', ')} FROM stage.${name} s LEFT JOIN merge.people p ON p.identity = s.identity`
}

/** Makes `merge.<table>` of every table of facts: what is brought, and what is known under other keys. */
export const mergeFacts = (): readonly string[] =>
  FACT_NAMES.map(
    (name) => `CREATE TABLE merge.${name} AS ${broughtFacts(name)}
      UNION ALL SELECT ${columnsOf(name).join(', ')} FROM old.${name} ANTI JOIN stage.${name} USING (row_key)`,
  )

const content = (name: FactName, alias: string): string =>
  columnsOf(name)
    .map((column) => `${alias}.${column}`)
    .join(', ')

/** Rows of all tables of facts by their fate; keys of products are no rows of their own. */
export const countFacts = (): Statement<{ fate: string; rows: number }> => ({
  sql: `SELECT fate, CAST(sum(rows) AS DOUBLE) AS rows FROM (${FACT_NAMES.filter(
    (name) => name !== 'product_keys',
  )
    .map(
      (
        name,
      ) => `SELECT CASE WHEN o.row_key IS NULL THEN 'added' WHEN (${content(name, 'n')}) IS DISTINCT FROM (${content(name, 'o')}) THEN 'updated' ELSE 'unchanged' END AS fate,
        count(*) AS rows FROM (${broughtFacts(name)}) n LEFT JOIN old.${name} o ON o.row_key = n.row_key GROUP BY 1`,
    )
    .join(' UNION ALL ')}) GROUP BY fate`,
  params: [],
})

/** How many keys of products an import brings that are new. */
export const countNewKeys = (): Statement<{ rows: number }> => ({
  sql: 'SELECT CAST(count(*) AS DOUBLE) AS rows FROM stage.product_keys ANTI JOIN old.product_keys USING (row_key)',
  params: [],
})
