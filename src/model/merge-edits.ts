import type { CustomerEdit } from './customer-edit.ts'
import {
  type Conflict,
  type DatedRecord,
  mergeRecords,
  type RecordMerge,
  type Side,
} from './merge-records.ts'

/**
 * Changes of customers by hand are a log: each has its own id, and later ones win field by field. Two sides that have
 * changed the same field of the same person therefore have two records, and no id tells that they disagree: it is
 * found here by what they set.
 */
const editOf = ({ data }: DatedRecord): CustomerEdit | undefined =>
  data['kind'] === 'customer' ? (data['edit'] as CustomerEdit) : undefined

/** What an edit decides, each with its value: a field of a person, whether they are listed, who they are the same as. */
function decisions(edit: CustomerEdit | undefined): ReadonlyMap<string, string> {
  if (!edit) return new Map()
  const of = (what: string, value: unknown) =>
    [`${edit.identity}\t${what}`, JSON.stringify(value ?? null)] as const
  if (edit.action === 'hide') return new Map([of('hidden', true)])
  if (edit.action === 'distinct') return new Map([of(`same as ${edit.into}`, false)])
  const fields = Object.entries(edit.set).map(([field, value]) => of(field, value))
  return new Map(edit.action === 'merge' ? [of(`same as ${edit.into}`, true), ...fields] : fields)
}

const order = (a: DatedRecord, b: DatedRecord): number =>
  Number(a.data['n'] ?? 0) - Number(b.data['n'] ?? 0) || a.at.localeCompare(b.at)

/** The edit of one's own that decides last what another decides otherwise. */
function opponent<Row extends DatedRecord>(own: readonly Row[], given: Row): Row | undefined {
  const theirs = decisions(editOf(given))
  return own.findLast((row) =>
    [...decisions(editOf(row))].some(([what, value]) => theirs.has(what) && theirs.get(what) !== value),
  )
}

/** As `mergeRecords`; an edit that disagrees with one's own, which its side did not know, is a conflict under its id. */
export function mergeEdits<Row extends DatedRecord>(
  mine: readonly Row[],
  theirs: readonly Row[],
): RecordMerge<Row> {
  const merged = mergeRecords(mine, theirs)
  const seen = new Set(theirs.map(({ id }) => id))
  const own = mine.filter(({ id }) => !seen.has(id)).toSorted(order)
  const found = merged.added.flatMap((row): Conflict<Row>[] => {
    const against = opponent(own, row)
    if (!against) return []
    return [{ id: row.id, mine: against, theirs: row, newer: row.at > against.at ? 'theirs' : 'mine' }]
  })
  const disputed = new Set(found.map(({ id }) => id))
  return {
    added: merged.added.filter(({ id }) => !disputed.has(id)),
    conflicts: [...merged.conflicts, ...found],
    same: merged.same,
  }
}

/** The edit without the fields that `own` decides otherwise; undefined where nothing is left. */
function withoutDisputed(edit: CustomerEdit, own: readonly DatedRecord[]): CustomerEdit | undefined {
  if (!('set' in edit)) return undefined
  const decided = new Set(own.flatMap((row) => [...decisions(editOf(row)).keys()]))
  const left = Object.entries(edit.set).filter(([field]) => !decided.has(`${edit.identity}\t${field}`))
  if (left.length === 0 && edit.action === 'change') return undefined
  return { ...edit, set: Object.fromEntries(left) }
}

/**
 * The edits that a merge stores: those of the file come after one's own, as if they were made now, so that later wins
 * is what was chosen. Where one's own counts, the fields in dispute are taken out of the file's. Customers that both
 * sides have made by hand get keys of their own.
 */
export function editsToStore<Row extends DatedRecord>(
  mine: readonly Row[],
  { added, conflicts }: Pick<RecordMerge<Row>, 'added' | 'conflicts'>,
  sideOf: (conflict: Conflict<Row>) => Side,
): Row[] {
  let n = Math.max(0, ...mine.map(({ data }) => Number(data['n'] ?? 0)))
  const keys = mine.map((row) => editOf(row)).map((edit) => (edit?.action === 'create' ? edit.key : 0))
  let lowest = Math.min(0, ...keys)
  const known = new Set(mine.map(({ id }) => id))
  const kept = conflicts.flatMap((conflict): Row[] => {
    if (sideOf(conflict) === 'theirs') return [conflict.theirs]
    const edit = known.has(conflict.id) ? undefined : editOf(conflict.theirs)
    const left = edit && withoutDisputed(edit, mine)
    return left ? [{ ...conflict.theirs, data: { ...conflict.theirs.data, edit: left } }] : []
  })
  return [...added, ...kept].toSorted(order).map((row) => {
    const edit = editOf(row)
    if (!edit || known.has(row.id)) return row
    const own = edit.action === 'create' ? { ...edit, key: (lowest -= 1) } : edit
    return { ...row, data: { ...row.data, n: (n += 1), edit: own } }
  })
}
