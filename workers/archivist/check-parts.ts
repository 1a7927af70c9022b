import { refuse } from '../../src/model/file-fault.ts'
import { type Engine, openEngine } from '../../src/query/duckdb.ts'
import { isPart } from '../../src/query/part-check.ts'
import type { PartRow } from '../../src/store/records.ts'

async function holds(engine: Engine, alias: string, part: PartRow): Promise<boolean> {
  try {
    await engine.attach(alias, part.file)
    const good = await isPart(engine, alias, part.kind, part.rows)
    await engine.detach(alias)
    return good
  } catch {
    return false
  }
}

/** Opens every part of a file with the engine, before any of it is stored. Throws CONTENT_INCONSISTENT. */
export async function checkParts(parts: readonly PartRow[], beat: () => Promise<void>): Promise<void> {
  if (parts.length === 0) return
  const engine = await openEngine()
  try {
    // It counts, and no more: a large part must not fill the memory.
    await engine.exec("SET memory_limit = '48MB'")
    for (const [index, part] of parts.entries()) {
      if (!(await holds(engine, `given_${index}`, part))) refuse('CONTENT_INCONSISTENT')
      await beat()
    }
  } finally {
    await engine.close()
  }
}
