import type { ErasedList, ErasedTraces } from '../../src/model/erasure.ts'
import type { Engine } from '../../src/query/duckdb.ts'
import { columnsOfPart, writeWithout } from '../../src/query/erase/parts.ts'
import { erasedIn, type FoundAgain } from '../../src/query/erase/found.ts'
import { type MadePart, makePart } from './merge-parts.ts'

export interface EraseInput {
  readonly parts: readonly { readonly id: string; readonly kind: MadePart['kind']; readonly file: Blob }[]
  readonly traces: ErasedTraces
}

export interface SeekInput {
  readonly parts: EraseInput['parts']
  readonly lists: readonly ErasedList[]
}

/** Writes parts anew without what tells who those people are. Parts that do not know them come out, too: with the same rows. */
export async function partsWithout(
  engine: Engine,
  parts: EraseInput['parts'],
  traces: ErasedTraces,
  onStep: () => Promise<void>,
): Promise<ReadonlyMap<string, MadePart>> {
  const made = new Map<string, MadePart>()
  for (const [index, { id, kind, file }] of parts.entries()) {
    const alias = `erasing_${index}`
    await engine.attach(alias, file)
    const tables = await columnsOfPart(engine, alias)
    made.set(id, await makePart(engine, kind, (target) => writeWithout(target, alias, tables, traces)))
    await engine.detach(alias)
    await onStep()
  }
  return made
}

/** People in the parts of a store who were erased, each key of theirs once for every part that knows it. */
export async function erasedAmong(
  engine: Engine,
  { parts, lists }: SeekInput,
  onStep: () => Promise<void>,
): Promise<FoundAgain[]> {
  const found: FoundAgain[] = []
  for (const [index, { file }] of parts.entries()) {
    const alias = `seeking_${index}`
    await engine.attach(alias, file)
    for (const list of lists) found.push(...(await engine.run(erasedIn(alias, list))))
    await engine.detach(alias)
    await onStep()
  }
  return found
}
