import { type CompanionTable, tableName } from '../../src/import/sources/companion.ts'

/** Makes the empty table of texts of a companion, if it is not there. */
export const createCompanion = (table: CompanionTable): string =>
  `CREATE TABLE IF NOT EXISTS ${tableName(table)} (${Object.keys(table.columns)
    .map((name) => `${name} VARCHAR`)
    .join(', ')})`
