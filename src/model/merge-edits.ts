import { type CustomerEdit, pairOf } from './customer-edit.ts'
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

/** A field of the person whom an edit sets it of: of a merge, the one that is left. */
const fieldOf = (edit: CustomerEdit, field: string): string =>
  `${edit.action === 'merge' ? edit.into : edit.identity}\t${field}`

/** What an edit decides, each with its value: a field of a person, whether they are listed, who they are the same as. */
function decisions(edit: CustomerEdit | undefined): ReadonlyMap<string, string> {
  if (!edit) return new Map()
  const same = (into: string, value: boolean) => [`same ${pairOf(edit.identity, into)}`, `${value}`] as const
  if (edit.action === 'hide') return new Map([[fieldOf(edit, 'hidden'), 'true']])
  if (edit.action === 'distinct') return new Map([same(edit.into, false)])
  const fields = Object.entries(edit.set).map(
    ([field, value]) => [fieldOf(edit, field), JSON.stringify(value ?? null)] as const,
  )
  return new Map(edit.action === 'merge' ? [same(edit.into, true), ...fields] : fields)
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

/** An edit without what `own` decides; undefined where nothing is left of it. */
function withoutDisputed<Row extends DatedRecord>(row: Row, own: readonly Row[]): Row | undefined {
  const edit = editOf(row)
  if (!edit || !('set' in edit)) return undefined
  const decided = new Map(own.flatMap((each) => [...decisions(editOf(each))]))
  if (edit.action === 'merge' && decided.get(`same ${pairOf(edit.identity, edit.into)}`) === 'false')
    return undefined
  const left = Object.entries(edit.set).filter(([field]) => !decided.has(fieldOf(edit, field)))
  if (left.length === 0 && edit.action === 'change') return undefined
  return { ...row, data: { ...row.data, edit: { ...edit, set: Object.fromEntries(left) } } }
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
    const newer = row.at > against.at ? 'theirs' : 'mine'
    return [{ id: row.id, mine: against, theirs: row, newer, rest: withoutDisputed(row, own) }]
  })
  const disputed = new Set(found.map(({ id }) => id))
  return {
    added: merged.added.filter(({ id }) => !disputed.has(id)),
    conflicts: [...merged.conflicts, ...found],
    same: merged.same,
  }
}

/**
 * The edits that a merge stores: those of the file come after one's own, as if they were made now, so that later wins
 * is what was chosen. Where one's own counts, what is in dispute is taken out of the file's. Customers that both sides
 * have made by hand get keys of their own.
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
  const kept = conflicts.flatMap((conflict) =>
    sideOf(conflict) === 'theirs' ? [conflict.theirs] : (conflict.rest ?? []),
  )
  return [...added, ...kept].toSorted(order).map((row) => {
    const edit = editOf(row)
    if (!edit || known.has(row.id)) return row
    const own = edit.action === 'create' ? { ...edit, key: (lowest -= 1) } : edit
    return { ...row, data: { ...row.data, n: (n += 1), edit: own } }
  })
}
