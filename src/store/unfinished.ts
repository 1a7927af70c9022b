import type { Dexie } from 'dexie'

/**
 * Work that follows a transaction and that a stop of the browser may have cut off. `erase`: rows of before were put back,
 * and people among them were erased since. `clean`: the disk still holds what was erased, or what was stored otherwise
 * before a passphrase was set or taken away.
 */
export type Unfinished = 'erase' | 'clean'

/** Key of a setting that is readable without the key of a locked workspace: cleaning needs none. */
export const UNFINISHED = 'unfinished'

/** Leaves word of work to come; within the transaction that calls for it. */
export const leaveUnfinished = async (database: Dexie, work: Unfinished): Promise<void> =>
  void (await database.table('settings').put({ key: UNFINISHED, value: work }))

/** What was left undone; null: nothing. */
export async function readUnfinished(database: Dexie): Promise<Unfinished | null> {
  const row = (await database.table('settings').get(UNFINISHED)) as { readonly value?: unknown } | undefined
  return row?.value === 'erase' || row?.value === 'clean' ? row.value : null
}

/** It is done. */
export const endUnfinished = (database: Dexie): Promise<void> => database.table('settings').delete(UNFINISHED)
