import type { ErasedIdentity } from '../../src/model/erasure.ts'
import type { Engine } from '../../src/query/duckdb.ts'
import { columnsOfPart, writeWithout } from '../../src/query/erase/parts.ts'
import { type MadePart, makePart } from './merge-parts.ts'

export interface EraseInput {
  readonly parts: readonly { readonly id: string; readonly kind: MadePart['kind']; readonly file: Blob }[]
  readonly people: readonly ErasedIdentity[]
}

/** Writes parts anew without what tells who those people are. Parts that do not know them come out, too: with the same rows. */
export async function partsWithout(
  engine: Engine,
  parts: EraseInput['parts'],
  people: readonly ErasedIdentity[],
  onStep: () => Promise<void>,
): Promise<ReadonlyMap<string, MadePart>> {
  const made = new Map<string, MadePart>()
  for (const [index, { id, kind, file }] of parts.entries()) {
    const alias = `erasing_${index}`
    await engine.attach(alias, file)
    const tables = await columnsOfPart(engine, alias)
    made.set(id, await makePart(engine, kind, (target) => writeWithout(target, alias, tables, people)))
    await engine.detach(alias)
    await onStep()
  }
  return made
}
