import { isPseudonym, withTexts } from '../../model/pseudonym.ts'
import { pseudonymKeys } from '../../store/file/pseudonym-keys.ts'
import { pseudonymsBy } from '../../store/file/pseudonyms.ts'
import type { StoredRecord } from '../../store/records.ts'
import { RECORD_NAMES, type WorkspaceDatabase } from '../../store/workspace-database.ts'
import type { Workspace } from '../workspace.ts'

/** People by the pseudonym that a file without personal data gave them. */
async function peopleByPseudonym({ database, live }: Workspace): Promise<ReadonlyMap<string, string>> {
  const pseudonymOf = await pseudonymsBy(await pseudonymKeys(database))
  const engine = await live.engine()
  const rows = await engine.run<{ identity: string }>({
    sql: 'SELECT DISTINCT identity FROM store.identities WHERE identity IS NOT NULL',
    params: [],
  })
  return new Map(rows.map(({ identity }) => [pseudonymOf(identity), identity]))
}

const pseudonymsIn = ({ data }: StoredRecord): boolean => {
  let some = false
  withTexts(data, (text) => {
    some ||= isPseudonym(text)
    return text
  })
  return some
}

/**
 * Puts the keys of people back into the records of a file that was made of this workspace without personal data: what
 * somebody has said of a pseudonym is said of the person here. Records that were not changed since are taken as they
 * are here, since their texts lack what was removed.
 */
export async function namesBack(workspace: Workspace, theirs: WorkspaceDatabase): Promise<void> {
  let people: ReadonlyMap<string, string> | undefined
  for (const name of RECORD_NAMES) {
    const own = new Map((await workspace.database.records(name).toArray()).map((row) => [row.id, row]))
    const table = theirs.records(name)
    for (const row of await table.toArray()) {
      const mine = own.get(row.id)
      if (mine?.at === row.at) await table.put(mine)
      else if (pseudonymsIn(row)) {
        const known = (people ??= await peopleByPseudonym(workspace))
        const data = withTexts(row.data, (text) => known.get(text) ?? text) as StoredRecord['data']
        await table.put({ ...row, data })
      }
    }
  }
}
