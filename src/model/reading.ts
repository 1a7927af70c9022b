/**
 * How the text of a column is read: decided by `import` from the shapes of all its cells, carried out in SQL by
 * `query/staging`. A shape is the cell with every digit as 9, such as `99/99/9999 9:99`.
 */
export interface DateShape {
  readonly shape: string
  /** strptime for calendar text; the others are numbers of days (spreadsheet) or seconds or milliseconds since 1970. */
  readonly kind: 'calendar' | 'serial' | 'unix_s' | 'unix_ms'
  /** Format of the calendar text after `month` is replaced by its number, without the offset. */
  readonly format?: string
  /** Text of the month's name in this shape and its number, such as `mar` → 3. */
  readonly month?: { readonly text: string; readonly number: number }
  /** Where the offset from UTC starts, counted from the end of the text (5 for `-0300`, 6 for `-03:00`); 0 for `Z`. */
  readonly offset?: number
}

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

export interface DateReading {
  readonly shapes: readonly DateShape[]
}

/** `plain`: every cell is digits with an optional sign and dot; else separators, symbols and brackets are taken off first. */
export interface NumberReading {
  readonly decimal: '.' | ','
  readonly plain: boolean
}

/** Offsets of a zone: from `utc` (epoch seconds) on, local time is UTC + `offset` seconds; ascending, the first is −Infinity. */
export interface ZoneSpan {
  readonly utc: number
  readonly offset: number
}

/** What a product-less line is told by: a code or a title that matches (RE2 syntax, case ignored). */
export interface KindRule {
  readonly on: 'sku' | 'title'
  readonly pattern: string
  readonly kind: string
}
