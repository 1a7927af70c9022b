import { refuse } from '../../model/file-fault.ts'
import {
  VIEWER_TABLES,
  type ViewerCohort,
  type ViewerFigures,
  type ViewerRow,
  type ViewerTable,
} from '../../model/viewer.ts'
import { asObject, plainJson } from './plain-json.ts'

/** The entry of a viewer file that holds its figures; besides the manifest there is no other. */
export const FIGURES = 'figures.json'
/** The setting under which an opened viewer file's figures are kept. */
export const VIEWER_SETTING = 'viewer_figures'

const ROWS_LIMIT = 5000
const LEAST = 5
const HEAD = [
  'format',
  'least_group',
  'currency',
  'time_zone',
  'preset',
  'first_day',
  'last_day',
  'metrics',
  'cohorts',
]

type Given = Readonly<Record<string, unknown>>

/** A key that we do not know may carry rows: whoever made it did not mean a viewer. */
function only(given: Given, known: readonly string[]): void {
  if (Object.keys(given).some((key) => !known.includes(key))) refuse('VIEWER_FILE_HAS_RAW_ROWS')
}

const textOf = (value: unknown, limit: number): string =>
  typeof value === 'string' && value.length <= limit ? value : refuse('CONTENT_INCONSISTENT')

const numberOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse('CONTENT_INCONSISTENT')

const countOf = (value: unknown): number =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : refuse('CONTENT_INCONSISTENT')

/** How many stand behind something: fewer than five are a person's row by another name. */
const groupOf = (value: unknown): number => {
  const count = countOf(value)
  return count >= LEAST ? count : refuse('VIEWER_FILE_HAS_RAW_ROWS')
}

const listOf = <Value>(value: unknown, read: (entry: unknown) => Value): Value[] =>
  Array.isArray(value) && value.length <= ROWS_LIMIT ? value.map(read) : refuse('CONTENT_INCONSISTENT')

function readRow(value: unknown): ViewerRow {
  const given = asObject(value)
  only(given, ['name', 'category', 'net_sales', 'orders', 'units'])
  const category = given['category']
  return {
    name: textOf(given['name'], 5000),
    ...(category !== undefined && { category: category === null ? null : textOf(category, 5000) }),
    net_sales: numberOf(given['net_sales']),
    orders: groupOf(given['orders']),
    units: numberOf(given['units']),
  }
}

function readTable(value: unknown): ViewerTable {
  const given = asObject(value)
  only(given, ['rows', 'other'])
  const rows = listOf(given['rows'], readRow)
  if (given['other'] === null) return { rows, other: null }
  const other = asObject(given['other'])
  only(other, ['groups', 'net_sales', 'units'])
  const [net_sales, units] = [numberOf(other['net_sales']), numberOf(other['units'])]
  return { rows, other: { groups: countOf(other['groups']), net_sales, units } }
}

function readCohort(value: unknown): ViewerCohort {
  const given = asObject(value)
  only(given, ['month', 'size', 'cells'])
  return {
    month: textOf(given['month'], 7),
    size: groupOf(given['size']),
    cells: listOf(given['cells'], (cell) => (cell === null ? null : numberOf(cell))),
  }
}

const METRIC = /^[a-z_]{1,40}$/

function readMetrics(value: unknown): ViewerFigures['metrics'] {
  const entries = Object.entries(asObject(value))
  if (entries.length > 100 || entries.some(([name]) => !METRIC.test(name))) refuse('CONTENT_INCONSISTENT')
  return Object.fromEntries(entries.map(([name, each]) => [name, each === null ? null : numberOf(each)]))
}

/** Reads the figures of a viewer file. Throws VIEWER_FILE_HAS_RAW_ROWS for anything that is no aggregate of five people or more, CONTENT_INCONSISTENT. */
export function readFigures(text: string): ViewerFigures {
  const given = asObject(plainJson(text))
  only(given, [...HEAD, ...VIEWER_TABLES])
  if (given['format'] !== 1 || countOf(given['least_group']) < LEAST) refuse('CONTENT_INCONSISTENT')
  const day = (name: string) => textOf(given[name], 10)
  return {
    format: 1,
    least_group: countOf(given['least_group']),
    currency: textOf(given['currency'], 3),
    time_zone: textOf(given['time_zone'], 64),
    preset: textOf(given['preset'], 40),
    first_day: day('first_day'),
    last_day: day('last_day'),
    metrics: readMetrics(given['metrics']),
    months: readTable(given['months']),
    products: readTable(given['products']),
    categories: readTable(given['categories']),
    countries: readTable(given['countries']),
    cohorts: listOf(given['cohorts'], readCohort),
  }
}
