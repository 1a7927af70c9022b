import { literals } from './sql-text.ts'

/** The many ways to write "nothing" in a cell. */
const NOTHING = ['-', '--', 'null', 'none', 'n/a', 'na', 'nan', 'undefined', '#n/a', '(none)']

/** A text, or null when it only says that there is none. */
export const nothingIsNull = (text: string, more: readonly string[] = []): string =>
  `CASE WHEN lower(${text}) IN (${literals([...NOTHING, ...more])}) THEN NULL ELSE ${text} END`
