import { openEngine } from '../../src/query/duckdb.ts'
import { columnsIn, type FoundColumn } from '../../src/query/redaction.ts'
import type { Snapshot } from '../../src/store/file/snapshot.ts'

/** A column with personal data that a file would hold, and in how many rows it says something. */
export interface PersonalColumn {
  readonly column: string
  /** The column holds pseudonyms in place of what was there. */
  readonly pseudonym: boolean
  readonly rows: number
}

const COLUMNS = ['identity', 'platform_id', 'email', 'name', 'phone'] as const
type Counts = Readonly<Record<(typeof COLUMNS)[number], number>> & { readonly pseudonyms: boolean | null }
/** What `redaction.ts` puts in the place of an identity. */
const PSEUDONYMS = "bool_and(starts_with(coalesce(identity, 'p_'), 'p_')) AS pseudonyms"

async function countPeople(file: Blob): Promise<PersonalColumn[]> {
  const engine = await openEngine()
  try {
    await engine.attach('people', file)
    const counts = COLUMNS.map((name) => `CAST(count(${name}) AS DOUBLE) AS ${name}`).join(', ')
    const [row] = await engine.run<Counts>({
      sql: `SELECT ${counts}, ${PSEUDONYMS} FROM people.identities`,
      params: [],
    })
    const pseudonym = (name: string) =>
      (name === 'identity' || name === 'platform_id') && row?.pseudonyms === true
    return COLUMNS.map((name) => ({
      column: `customers.${name}`,
      rows: row?.[name] ?? 0,
      pseudonym: pseudonym(name),
    }))
  } finally {
    await engine.close()
  }
}

/** What people wrote or by what they are known in a part of facts. */
const WRITTEN = ['reviews.headline', 'reviews.body', 'refunds.reason', 'events.visitor']

async function countWritten(file: Blob): Promise<PersonalColumn[]> {
  const engine = await openEngine()
  try {
    await engine.attach('facts', file)
    const found = await engine.run<FoundColumn>(columnsIn('facts'))
    const columns = found
      .map(({ table_name, column_name }) => `${table_name}.${column_name}`)
      .filter((name) => WRITTEN.includes(name))
    const counted: PersonalColumn[] = []
    for (const column of columns) {
      const [table, name] = column.split('.')
      const [row] = await engine.run<{ rows: number; pseudonyms: boolean | null }>({
        sql: `SELECT CAST(count(${name}) AS DOUBLE) AS rows, bool_and(starts_with(${name}, 'p_')) AS pseudonyms FROM facts.${table}`,
        params: [],
      })
      const pseudonym = column === 'events.visitor' && row?.pseudonyms === true
      counted.push({ column, rows: row?.rows ?? 0, pseudonym })
    }
    return counted
  } finally {
    await engine.close()
  }
}

/** The personal columns that a snapshot holds. Those with nothing in them are left out. */
export async function personalColumns(snapshot: Snapshot): Promise<readonly PersonalColumn[]> {
  const current = snapshot.manifests.at(-1)?.parts
  const people = snapshot.parts.find(({ id }) => id === current?.people)
  const facts = snapshot.parts.find(({ id }) => id === current?.facts)
  const counted = [
    ...(people ? await countPeople(people.file) : []),
    ...(facts ? await countWritten(facts.file) : []),
  ]
  const refused = snapshot.refused.reduce((sum, { rows }) => sum + rows.length, 0)
  const samples = snapshot.imports
    .flatMap(({ files }) => files)
    .reduce((sum, { sample }) => sum + sample.length, 0)
  const written = ['edits', 'notes'] as const
  return [
    ...counted,
    { column: 'refused_rows.raw', rows: refused, pseudonym: false },
    { column: 'imports.sample', rows: samples, pseudonym: false },
    ...written.map((name) => ({
      column: `${name}.text`,
      rows: snapshot.records.get(name)?.length ?? 0,
      pseudonym: false,
    })),
  ].filter(({ rows }) => rows > 0)
}
