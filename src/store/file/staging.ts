import { openWorkspaceDatabase, type WorkspaceDatabase } from '../workspace-database.ts'
import type { Contents } from './contents.ts'
import { VIEWER_SETTING } from './viewer.ts'

async function fill(database: WorkspaceDatabase, contents: Contents): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    await database.parts.bulkPut([...contents.parts])
    await database.imports.bulkPut([...contents.imports])
    await database.refused.bulkPut([...contents.refused])
    await database.settings.bulkPut([...contents.settings])
    if (contents.figures) await database.settings.put({ key: VIEWER_SETTING, value: contents.figures })
    for (const [name, rows] of contents.records) await database.records(name).bulkPut([...rows])
    await database.manifests.bulkPut([...contents.manifest.manifests])
  })
}

/**
 * Writes the content of a file into a database of its own, which no list names yet: putting its row into the list of
 * workspaces is the switch. A failure leaves nothing behind.
 */
export async function stageContents(
  id: string,
  contents: Contents,
  isCancelled: () => boolean,
): Promise<void> {
  const database = await openWorkspaceDatabase(id)
  try {
    await fill(database, contents)
    if (isCancelled()) await database.delete({ disableAutoOpen: true })
    database.close({ disableAutoOpen: true })
  } catch (cause) {
    await database.delete({ disableAutoOpen: true })
    throw cause
  }
}
