import type { FilePreview, ImportOptions } from './preview.ts'
import type { CanonicalField, Mapping } from './order.ts'

const FIELD_OF_COLUMN: Readonly<Record<string, CanonicalField>> = { date: 'ordered_at', price: 'unit_price' }

const mappingOf = (code: string, choice: string): Mapping => {
  const field = code.slice('COLUMN_NEEDED:'.length)
  return { [FIELD_OF_COLUMN[field] ?? field]: choice }
}

const optionOf = (code: string, choice: string): ImportOptions => {
  if (code === 'DATE_ORDER') return { date_order: choice as 'dmy' | 'mdy' | 'ymd' }
  if (code === 'NUMBER_FORMAT') return { decimal: choice as '.' | ',' }
  if (code === 'CURRENCY') return { currency: choice }
  if (code === 'TIME_ZONE') return { time_zone: choice }
  if (code === 'SHEET') return { sheet: choice }
  return {}
}

/** The options of an import with the answers to its questions put in. */
export function answersAsOptions(
  options: ImportOptions,
  answers: Readonly<Record<string, string>>,
): ImportOptions {
  let result = options
  for (const [code, choice] of Object.entries(answers)) {
    if (code.startsWith('COLUMN_NEEDED:')) {
      result = { ...result, mapping: { ...result.mapping, ...mappingOf(code, choice) } }
    } else result = { ...result, ...optionOf(code, choice) }
  }
  return result
}

/** Codes of the questions that nobody has answered yet. */
export const openQuestions = (files: readonly FilePreview[]): readonly string[] => [
  ...new Set(
    files.filter(({ action }) => action === 'ask').flatMap(({ ask }) => ask.map(({ code }) => code)),
  ),
]
