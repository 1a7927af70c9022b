import { CANONICAL_FIELDS } from '../../model/order.ts'
import type { CanonicalField } from '../../model/order.ts'
import type { FilePreview, Question } from '../../model/preview.ts'
import type { Formats } from '../../ui/text/format.ts'
import type { Translate } from '../../ui/text/translate.ts'

const COLUMN = 'COLUMN_NEEDED:'
const ALIASES = new Map<string, CanonicalField>([
  ['date', 'ordered_at'],
  ['price', 'unit_price'],
])

/** Field that a COLUMN_NEEDED question is about. */
export function fieldOf(code: string): CanonicalField | undefined {
  if (!code.startsWith(COLUMN)) return undefined
  const name = code.slice(COLUMN.length)
  return ALIASES.get(name) ?? CANONICAL_FIELDS.find((field) => field === name)
}

const NAMES: Readonly<Record<string, 'dmy' | 'mdy' | 'ymd' | 'decimalPoint' | 'decimalComma'>> = {
  dmy: 'dmy',
  mdy: 'mdy',
  ymd: 'ymd',
  '.': 'decimalPoint',
  ',': 'decimalComma',
}

/** A choice in words: "Day, month, year", "EUR – Euro". */
export function choiceName(t: Translate, code: string, choice: string, locale: string): string {
  if (code === 'CURRENCY') {
    const name = new Intl.DisplayNames([locale], { type: 'currency' }).of(choice)
    return name && name !== choice ? `${choice} – ${name}` : choice
  }
  if (code === 'SHEET') return choice === '*' ? t('import.allSheets') : choice
  const known = code === 'DATE_ORDER' || code === 'NUMBER_FORMAT' ? NAMES[choice] : undefined
  return known ? t(`import.${known}`) : choice
}

const BUTTONS = 4

/** Choices that get a button: all where there are few, else the likeliest. */
export const offeredChoices = ({ choices }: Question): readonly string[] => choices.slice(0, BUTTONS)

/** All that could be chosen besides those with a button, the file's own first. */
export function furtherChoices(question: Question, file: FilePreview): readonly string[] {
  const offered = new Set(offeredChoices(question))
  const all = new Set([...question.choices, ...everyChoice(question.code, file)])
  return [...all].filter((choice) => !offered.has(choice))
}

function everyChoice(code: string, file: FilePreview): readonly string[] {
  if (code === 'CURRENCY') return Intl.supportedValuesOf('currency')
  if (code === 'TIME_ZONE') return Intl.supportedValuesOf('timeZone')
  return fieldOf(code) ? file.columns : []
}

const cellsOf = (file: FilePreview, column: string | undefined): readonly string[] => {
  const at = column === undefined ? -1 : file.columns.indexOf(column)
  return at < 0 ? [] : file.sample.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '')
}

const DATE = /^\D*(\d{1,4})\D(\d{1,2})\D(\d{1,4})/

/** A date cell read in an order of parts, `YYYY-MM-DD`; null when it cannot be. */
export function readDate(cell: string, order: string): string | null {
  const found = DATE.exec(cell)
  if (!found) return null
  const parts = Object.fromEntries([...order].map((part, index) => [part, Number(found[index + 1])]))
  const year = (parts['y'] ?? 0) < 100 ? 2000 + (parts['y'] ?? 0) : (parts['y'] ?? 0)
  const date = new Date(Date.UTC(year, (parts['m'] ?? 0) - 1, parts['d']))
  const same = date.getUTCMonth() + 1 === parts['m'] && date.getUTCDate() === parts['d']
  return same ? date.toISOString().slice(0, 10) : null
}

/** A number cell read with a decimal sign; null when it cannot be. */
export function readNumber(cell: string, decimal: string): number | null {
  const digits = cell.replace(/[^\d.,+-]/g, '')
  const plain = digits.replaceAll(decimal === ',' ? '.' : ',', '').replace(',', '.')
  const value = Number(plain)
  return plain === '' || Number.isNaN(value) ? null : value
}

function reading(code: string, cell: string, choice: string, format: Formats): string | null {
  if (code === 'DATE_ORDER') {
    const day = readDate(cell, choice)
    return day && format.day(day)
  }
  const value = code === 'NUMBER_FORMAT' ? readNumber(cell, choice) : null
  return value === null ? null : format.number(value, 4)
}

/** What a cell of the file would mean under a choice, or samples of the column that would be chosen. One at most. */
export function readings(
  file: FilePreview,
  { code, column }: Question,
  choice: string,
  format: Formats,
): readonly { readonly cell: string; readonly reading: string }[] {
  const cells = fieldOf(code) ? [] : cellsOf(file, column)
  const telling = cells.find((cell) => /\d\D+\d/.test(cell)) ?? cells[0]
  const read = telling === undefined ? null : reading(code, telling, choice, format)
  return telling === undefined || read === null ? [] : [{ cell: telling, reading: read }]
}
