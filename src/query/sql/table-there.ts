import type { Statement } from '../statement.ts'

/** Whether the store has a table: kinds of files that nobody has imported may have none. */
export const tableThere = (name: string): Statement<{ readonly found: number }> => ({
  sql: `SELECT CAST(count(*) AS DOUBLE) AS found FROM information_schema.tables
    WHERE table_schema = 'store' AND table_name = ?`,
  params: [name],
})
