import { type Engine, openEngine } from '../../src/query/duckdb.ts'
import { columnsIn, type FoundColumn, redactedCopy } from '../../src/query/redaction.ts'
import { sha256 } from '../../src/store/sha256.ts'
import type { PseudonymKeys } from '../../src/model/pseudonym.ts'
import { pseudonymsBy } from '../../src/store/file/pseudonyms.ts'
import { redactRows } from '../../src/store/file/redact-rows.ts'
import type { Snapshot } from '../../src/store/file/snapshot.ts'
import type { PartRow } from '../../src/store/records.ts'
import { seekPeople } from './seek-people.ts'

/** Parts that tell of people: who they are, and what they wrote. */
const TELLING: ReadonlySet<PartRow['kind']> = new Set(['import', 'people', 'facts'])

type People = ReturnType<typeof seekPeople>

async function redactPart(
  engine: Engine,
  part: PartRow,
  keys: PseudonymKeys,
  people: People,
): Promise<PartRow> {
  await engine.attach('whole', part.file)
  const columns = await engine.run<FoundColumn>(columnsIn('whole'))
  await people.seek(engine, 'whole', columns)
  const file = await engine.writeDatabase(async (target) => {
    for (const sql of redactedCopy(target, 'whole', columns, keys)) await engine.exec(sql)
  })
  await engine.detach('whole')
  return { ...part, file, bytes: file.size, sha256: await sha256(file) }
}

/** A snapshot without names, e-mails and phones: parts with people in them are written anew. */
export async function redactSnapshot(
  snapshot: Snapshot,
  keys: PseudonymKeys,
  onPart: () => Promise<void>,
): Promise<Snapshot> {
  const engine = await openEngine()
  const parts: PartRow[] = []
  const people = seekPeople(snapshot)
  try {
    for (const part of snapshot.parts) {
      const personal = TELLING.has(part.kind)
      parts.push(personal ? await redactPart(engine, part, keys, people) : part)
      await onPart()
    }
  } finally {
    await engine.close()
  }
  return { ...redactRows(snapshot, await pseudonymsBy(keys), people.known), parts }
}
