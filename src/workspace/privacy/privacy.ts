import type { Control } from '../../jobs/control.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import {
  type FoundPerson,
  linesOfPerson,
  ordersOfPerson,
  ordersWrittenAbout,
  peopleBefore,
  peopleByIdentity,
  personByAny,
  personById,
  type PersonOrder,
  type PersonRow,
  reviewsOfPerson,
} from '../../query/sql/person.ts'
import type { Runner } from '../../query/statement.ts'
import { compactStore } from '../../store/compact.ts'
import { sweepScratches } from '../../store/file/scratch-folder.ts'
import { StaleGeneration } from '../../store/generations.ts'
import type { ManifestRow, StoredRecord } from '../../store/records.ts'
import { endUnfinished } from '../../store/unfinished.ts'
import { RECORD_NAMES, type RecordTable, type WorkspaceDatabase } from '../../store/workspace-database.ts'
import { isPlain } from '../../model/customer-edit.ts'
import { baseOf } from '../../query/edits/overlay.ts'
import type { Edits } from '../edits.ts'
import type { Safety } from '../safety.ts'
import { storageFailure } from '../storage-failure.ts'
import { erasePeople } from './erase.ts'
import { knownAs, type Leaving, leavingOf } from './leaving.ts'
import { type KnownAs, recordIsAbout } from './scrub.ts'

/** All that is held on one person. */
export interface PersonFile {
  readonly customer: PersonRow
  /** The same person as files know them: before changes by hand, and under keys that were merged. */
  readonly also_known_as: readonly PersonRow[]
  readonly orders: readonly PersonOrder[]
  readonly order_lines: readonly PersonOrder[]
  readonly reviews: readonly PersonOrder[]
  /** Segments, scores, predictions, edits and notes that are about them. */
  readonly records: readonly { readonly table: RecordTable; readonly record: StoredRecord }[]
}

/** What a person may ask for, and what a rule may ask for in the place of all of them. */
export interface Privacy {
  /** People by e-mail, phone, number or whole name. */
  find(text: string): Promise<readonly FoundPerson[]>
  /** NOT_FOUND: nobody of that number. */
  export(customerId: number): Promise<Outcome<PersonFile>>
  /** Erases one person: totals stay. CONFLICT when they were erased before. */
  erase(customerId: number, control?: Control): Promise<Outcome<{ readonly generation: number }>>
  /** People who have not ordered for so many months: how many, and, when `apply`, erased. `before` is the day that was taken. */
  retain(
    months: number,
    apply: boolean,
    control?: Control,
  ): Promise<Outcome<{ readonly before: string; readonly people: number }>>
}

interface Host {
  readonly database: WorkspaceDatabase
  readonly query: Runner
  readonly safety: Safety
  readonly edits: Pick<Edits, 'overlay'>
  readonly onGeneration: (manifest: ManifestRow) => Promise<void>
  readonly withWriter: <Value>(work: () => Promise<Value>) => Promise<Value | null>
}

const isErased = ({ identity }: PersonRow): boolean => identity?.startsWith('erased:') ?? false

async function recordsOf(
  database: WorkspaceDatabase,
  people: readonly Leaving[],
): Promise<PersonFile['records']> {
  const known = knownAs(people)
  const person: KnownAs = { ...known, texts: known.texts.map((text) => text.toLowerCase()) }
  const names = (record: StoredRecord) => {
    const text = JSON.stringify(record.data).toLowerCase()
    return recordIsAbout(record, person) || person.texts.some((each) => text.includes(each))
  }
  const found = RECORD_NAMES.filter((name) => name !== 'audit' && name !== 'erased').map(async (table) =>
    (await database.records(table).toArray()).filter(names).map((record) => ({ table, record })),
  )
  return (await Promise.all(found)).flat()
}

/** People as they are shown, as their files know them, and whoever was merged into them by hand: all of it goes. */
async function wholePeople(host: Host, rows: readonly PersonRow[]): Promise<readonly Leaving[]> {
  const overlay = await host.edits.overlay()
  if (isPlain(overlay)) return leavingOf(rows)
  const roots = new Set(rows.map(({ identity }) => identity))
  const merged = [...overlay.merged].flatMap(([from, into]) => (roots.has(into) ? [from] : []))
  const keys = [...roots, ...merged].filter((identity) => identity !== null)
  return leavingOf([...rows, ...(await host.query.run(peopleByIdentity(keys, baseOf('store'))))])
}

/** Files that were exported, and rescue copies of before, know who was erased. */
async function cleanAfter({ database, safety }: Host): Promise<void> {
  await sweepScratches(true)
  await safety.rescue.renew('erasure')
  await compactStore().catch(reportError)
  await endUnfinished(database)
}

async function eraseAll(
  host: Host,
  rows: readonly PersonRow[],
  control?: Control,
): Promise<Outcome<ManifestRow>> {
  try {
    const people = await wholePeople(host, rows)
    const written = await host.query.run(ordersWrittenAbout(rows.map(({ customer_id }) => customer_id)))
    const orders = written.map(({ order_id }) => order_id)
    const outcome = await host.withWriter(() => erasePeople(host.database, people, orders, control))
    if (outcome === null)
      return failure('BUSY', 'another tab is changing this workspace; wait until it is done')
    if (!outcome.ok) return outcome
    await host.onGeneration(outcome.value)
    // They are erased: what the disk still knows goes at the next start, where it cannot now.
    await cleanAfter(host).catch(reportError)
    return outcome
  } catch (cause) {
    if (cause instanceof StaleGeneration)
      return failure('CONFLICT', 'another tab has changed the data; try again')
    return storageFailure(cause, host.database.ending)
  }
}

/** The same day so many months before, or the last of that month. */
function monthsAgo(months: number, now: Date): string {
  const first = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + 1, 0)).getUTCDate()
  return new Date(first + (Math.min(now.getUTCDate(), last) - 1) * 86_400_000).toISOString().slice(0, 10)
}

/** What can be done for the people in a workspace. */
export function createPrivacy(host: Host): Privacy {
  const byId = async (customerId: number) => (await host.query.run(personById(customerId)))[0]
  return {
    find: (text) => host.query.run(personByAny(text)),
    async export(customerId) {
      const customer = await byId(customerId)
      if (!customer) return failure('NOT_FOUND', `no customer ${customerId}`)
      const orders = await host.query.run(ordersOfPerson(customerId))
      const order_lines = await host.query.run(linesOfPerson(customerId))
      const reviews = await host.query.run(reviewsOfPerson(customerId))
      const people = await wholePeople(host, [customer])
      const records = await recordsOf(host.database, people)
      const also_known_as = people.flatMap(({ rows }) => rows).filter((row) => row !== customer)
      await host.safety.history.note('export', { what: 'person' })
      return success({ customer, also_known_as, orders, order_lines, reviews, records })
    },
    async erase(customerId, control) {
      const customer = await byId(customerId)
      if (!customer) return failure('NOT_FOUND', `no customer ${customerId}`)
      if (isErased(customer)) return failure('CONFLICT', 'this person was erased before')
      const outcome = await eraseAll(host, [customer], control)
      return outcome.ok ? success({ generation: outcome.value.generation }) : outcome
    },
    async retain(months, apply, control) {
      const before = monthsAgo(months, new Date())
      const people = await host.query.run(peopleBefore(before))
      if (!apply || people.length === 0) return success({ before, people: people.length })
      const outcome = await eraseAll(host, people, control)
      if (!outcome.ok) return outcome
      await host.safety.history.note('retention', { before, people: people.length })
      return success({ before, people: people.length })
    },
  }
}
