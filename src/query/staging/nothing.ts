import { literal } from './sql-text.ts'

const nullWhere = (text: string, pattern: string): string =>
  `CASE WHEN regexp_full_match(${text}, ${literal(`(?i)(?:${pattern})`)}) THEN NULL ELSE ${text} END`

/** A code, or null when it only says that there is none. Words are left alone: they may be codes. */
export const noCodeIsNull = (text: string): string => nullWhere(text, '-{1,2}|#?n/a')

const NOTHING = ['-{1,2}', 'null', 'none', '#?n/a', 'na', 'nan', 'undefined', '\\(none\\)']

/** A text, or null when it is one of the many ways to write "nothing", or one of `more` (RE2 patterns). */
export const nothingIsNull = (text: string, more: readonly string[] = []): string =>
  nullWhere(text, [...NOTHING, ...more].join('|'))
