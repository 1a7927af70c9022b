import { FACT_TABLES, type FactName } from '../fact-tables.ts'
import { stagedColumns } from '../tables.ts'

/** Puts rows into a table; those of an earlier file of the drop with the same keys give way. */
export function putFacts(name: FactName, rows: string): string[] {
  const columns = Object.keys(stagedColumns(FACT_TABLES[name].columns)).join(', ')
  const key = FACT_TABLES[name].key.join(', ')
  return [
    `CREATE OR REPLACE TABLE stage.found AS SELECT ${columns}, hash(${key}, row_number() OVER (PARTITION BY ${key} ORDER BY rec)) AS row_key FROM (${rows})`,
    `DELETE FROM stage.${name} WHERE row_key IN (SELECT row_key FROM stage.found)`,
    `INSERT INTO stage.${name} (${columns}, row_key) SELECT ${columns}, row_key FROM stage.found`,
    'DROP TABLE stage.found',
  ]
}
