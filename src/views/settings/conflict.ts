import type { Side } from '../../model/merge-records.ts'

interface Kept {
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A record that is not the same here and in the file. */
export interface Conflict {
  readonly table: string
  readonly id: string
  readonly mine: Kept
  readonly theirs: Kept
  readonly newer: Side
}

/** A record that one side has deleted, and the other still has. */
export interface DeletedRecord {
  readonly table: string
  readonly id: string
  readonly by: Side
  readonly deleted_at: string
  readonly record: Kept
  readonly usual: Side
}

/** Kinds of records that can be named to whoever chooses; the others are 'other'. */
const KINDS = [
  'notes',
  'saved_queries',
  'segments',
  'edits',
  'scenarios',
  'recipes',
  'rates',
  'models',
  'predictions',
  'sales_forecasts',
  'customer_segments',
  'training_logs',
  'inventory_alerts',
  'product_recommendations',
] as const

export const kindOf = ({ table }: { readonly table: string }) =>
  KINDS.find((known) => known === table) ?? 'other'

const LONGEST = 300

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

const textOf = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–'
  return cut(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Leaves of a record by their path: `filter.orders_min`. */
function leaves(data: Readonly<Record<string, unknown>>, before = ''): [string, unknown][] {
  return Object.entries(data).flatMap(([key, value]) =>
    isObject(value) ? leaves(value, `${before}${key}.`) : [[`${before}${key}`, value] as [string, unknown]],
  )
}

/** What an edit of a customer says: its fields alone, the log around them is nobody's choice. */
const contentOf = (table: string, { data }: Kept): Readonly<Record<string, unknown>> => {
  const edit = table === 'edits' ? data['edit'] : undefined
  if (!isObject(edit)) return data
  return isObject(edit['set']) ? edit['set'] : { action: edit['action'] }
}

/** The name of the record on both sides; '' where it has none. */
export function nameOf({ mine, theirs }: Conflict): string {
  const of = ({ data }: Kept) => data['name'] ?? data['title'] ?? data['label'] ?? ''
  return cut(String(of(mine) || of(theirs)))
}

/** What a record is called or says, after a colon; '' where it says nothing. */
export function saidOf({ data }: Kept): string {
  const said = data['name'] ?? data['title'] ?? data['label'] ?? data['text'] ?? ''
  return said === '' ? '' : `: ${cut(String(said))}`
}

export interface Difference {
  /** Path of the field in the record. */
  readonly field: string
  readonly mine: string
  readonly theirs: string
}

const SHOWN = 6

/** What is not the same in the two, field by field; at most six of them. */
export function differencesOf({ table, mine, theirs }: Conflict): readonly Difference[] {
  const own = new Map(leaves(contentOf(table, mine)))
  const given = new Map(leaves(contentOf(table, theirs)))
  return [...new Set([...own.keys(), ...given.keys()])]
    .map((field) => ({ field, mine: textOf(own.get(field)), theirs: textOf(given.get(field)) }))
    .filter((each) => each.mine !== each.theirs)
    .slice(0, SHOWN)
}
