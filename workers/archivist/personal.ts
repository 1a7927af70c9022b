import { openEngine } from '../../src/query/duckdb.ts'
import { countPersonal, type PersonalColumn } from '../../src/query/personal-columns.ts'
import { redactRows } from '../../src/store/file/redact-rows.ts'
import type { Snapshot } from '../../src/store/file/snapshot.ts'

export type { PersonalColumn }

/** What was said of persons in rows beside the tables. */
function countRows({ refused, imports, records }: Snapshot): PersonalColumn[] {
  const samples = imports.flatMap(({ files }) => files).map(({ sample }) => sample.length)
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
  const counts = {
    'refused_rows.raw': sum(refused.map(({ rows }) => rows.length)),
    'imports.sample': sum(samples),
    'edits.text': records.get('edits')?.length ?? 0,
    'notes.text': records.get('notes')?.length ?? 0,
  }
  return Object.entries(counts).map(([column, rows]) => ({ column, rows, pseudonym: false }))
}

/** Those of the parts, counted by an engine of their own. */
async function countParts({ parts, manifests }: Snapshot, redacted: boolean): Promise<PersonalColumn[]> {
  const current = manifests.at(-1)?.parts
  const telling = parts.filter(({ id }) => id === current?.people || id === current?.facts)
  if (telling.length === 0) return []
  const counted: PersonalColumn[] = []
  const engine = await openEngine()
  try {
    for (const { kind, file } of telling) {
      await engine.attach(kind, file)
      counted.unshift(...(await countPersonal(engine, kind, redacted)))
    }
  } finally {
    await engine.close()
  }
  return counted
}

/**
 * The personal columns that a file of a snapshot would hold; those with nothing in them are left out. With `redacted`,
 * those of a file without personal data: what becomes of each column is known, so that nothing is written anew for it.
 * `counted`: those of its parts, where an engine that has them open has counted them: one more takes 140 MB.
 */
export async function personalColumns(
  snapshot: Snapshot,
  redacted: boolean,
  counted: readonly PersonalColumn[] | null = null,
): Promise<readonly PersonalColumn[]> {
  const inRows = countRows(redacted ? redactRows(snapshot, (identity) => identity) : snapshot)
  const inParts = counted ?? (await countParts(snapshot, redacted))
  return [...inParts, ...inRows].filter(({ rows }) => rows > 0)
}
