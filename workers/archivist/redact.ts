import { type Engine, openEngine } from '../../src/query/duckdb.ts'
import { columnsIn, type FoundColumn, type PseudonymKeys, redactedCopy } from '../../src/query/redaction.ts'
import { hex } from '../../src/model/hex.ts'
import { randomBytes, runningHash } from '../../src/store/file/bytes.ts'
import { piecesOf } from '../../src/store/file/streams.ts'
import { purposeKey } from '../../src/store/file/keys.ts'
import { redactRows } from '../../src/store/file/redact-rows.ts'
import type { Snapshot } from '../../src/store/file/snapshot.ts'
import type { PartRow } from '../../src/store/records.ts'
import type { WorkspaceDatabase } from '../../src/store/workspace-database.ts'

const KEY = 'pseudonym_key'

/** The key of this workspace's pseudonyms: it never leaves, so that the same person keeps the same one. */
export async function pseudonymKeys(database: WorkspaceDatabase): Promise<PseudonymKeys> {
  const kept = (await database.settings.get(KEY))?.value
  const key = typeof kept === 'string' ? kept : hex(randomBytes(32))
  if (key !== kept) await database.settings.put({ key: KEY, value: key })
  const of = async (purpose: string) => hex(await purposeKey(new TextEncoder().encode(key), purpose))
  return { inner: await of('inner'), outer: await of('outer') }
}

async function hashOf(file: Blob): Promise<string> {
  const hash = await runningHash()
  for await (const piece of piecesOf(file)) hash.add(piece)
  return hex(hash.digest())
}

async function redactPart(engine: Engine, part: PartRow, keys: PseudonymKeys): Promise<PartRow> {
  await engine.attach('whole', part.file)
  const columns = await engine.run<FoundColumn>(columnsIn('whole'))
  const file = await engine.writeDatabase(async (target) => {
    for (const sql of redactedCopy(target, 'whole', columns, keys)) await engine.exec(sql)
  })
  await engine.detach('whole')
  return { ...part, file, bytes: file.size, sha256: await hashOf(file) }
}

/** A snapshot without names, e-mails and phones: parts with people in them are written anew. */
export async function redactSnapshot(
  snapshot: Snapshot,
  keys: PseudonymKeys,
  onPart: () => Promise<void>,
): Promise<Snapshot> {
  const engine = await openEngine()
  const parts: PartRow[] = []
  try {
    for (const part of snapshot.parts) {
      const personal = part.kind === 'people' || part.kind === 'import'
      parts.push(personal ? await redactPart(engine, part, keys) : part)
      await onPart()
    }
  } finally {
    await engine.close()
  }
  return { ...redactRows(snapshot), parts }
}
