import * as v from 'valibot'
import { failure, type Outcome, success } from '../model/outcome.ts'
import type { Records, RecordTable, StoredRecord } from '../workspace/stored-records.ts'
import { defineOperation } from './operation.ts'

/** A name that somebody gave: never blank. */
export const nameField = v.pipe(v.string(), v.trim(), v.nonEmpty('a name'), v.maxLength(120))

/** Puts new content in the place of a kept record; NOT_FOUND when there is none of that id. */
export async function replaceRecord(
  records: Records,
  id: string,
  data: StoredRecord['data'],
  what: string,
): Promise<Outcome<StoredRecord>> {
  return (await records.get(id))
    ? success(await records.put(data, id))
    : failure('NOT_FOUND', `no ${what} ${id}`)
}

/** DELETE of one kept record of a table. */
export const removerOf = (table: RecordTable, path: string, what: string, summary = `Deletes a ${what}`) =>
  defineOperation({
    method: 'DELETE',
    path: `${path}/{id}`,
    summary,
    input: v.object({ id: v.string() }),
    output: v.object({ id: v.string() }),
    example: { id: '0000' },
    run: async ({ workspace }, { id }) =>
      (await workspace.records(table).remove(id))
        ? success({ id })
        : failure('NOT_FOUND', `no ${what} ${id}`),
  })
