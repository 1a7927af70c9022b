import type { FileFacts } from '../../jobs/archivist.ts'
import type { Control } from '../../jobs/control.ts'
import { AS_FILES, axesOf } from '../../model/definitions.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import type { Engine } from '../../query/duckdb.ts'
import { currentManifest, partIdsOf } from '../../store/generations.ts'
import { readSettings } from '../../store/settings.ts'
import type { WorkspaceDatabase } from '../../store/workspace-database.ts'
import { aliasOf, createLiveViews } from '../live-views.ts'
import type { Session } from '../session.ts'
import { withStaged } from '../staged-file.ts'
import type { Workspace } from '../workspace.ts'
import { compareWith, type Comparison, myAxes } from './compare.ts'

const SCHEMA = 'theirs'
const aliasThere = (part: string): string => `${SCHEMA}_${aliasOf(part)}`

async function dropSchemas(engine: Engine): Promise<void> {
  const schemas = await engine.run<{ name: string }>({
    sql: `SELECT DISTINCT schema_name AS name FROM duckdb_schemas() WHERE regexp_matches(schema_name, '(^|_)${SCHEMA}_[0-9]+$')`,
    params: [],
  })
  for (const { name } of schemas) await engine.exec(`DROP SCHEMA IF EXISTS "${name}" CASCADE`)
}

/** Shows another store in the engine of the open one, for as long as the work takes. */
async function beside(workspace: Workspace, theirs: WorkspaceDatabase): Promise<Outcome<Comparison>> {
  const engine = await workspace.live.engine()
  const manifest = await currentManifest(theirs)
  const settings = await readSettings(theirs)
  const attached: string[] = []
  try {
    for (const part of partIdsOf(manifest.parts)) {
      const row = await theirs.parts.get(part)
      if (!row) return failure('DAMAGED', `part ${part} is missing`)
      await engine.attach(aliasThere(part), row.file)
      attached.push(aliasThere(part))
    }
    const views = createLiveViews(theirs, undefined, { alias: aliasThere, schema: SCHEMA })
    const byMyRules = await views.under(engine, manifest, await myAxes(workspace))
    const byItsRules = await views.under(engine, manifest, axesOf(settings.definitions ?? AS_FILES))
    const rates = await theirs.records('rates').toArray()
    return await compareWith(workspace, { settings, rates, byMyRules, byItsRules })
  } finally {
    await dropSchemas(engine)
    for (const alias of attached) await engine.detach(alias)
  }
}

/**
 * Holds a workspace file against the open workspace; nothing of it is kept. CONFLICT for a viewer file, CANCELLED, and
 * the codes of a file that is refused.
 */
export function compareFile(
  session: Session,
  file: Blob,
  password: string | undefined,
  control?: Control,
): Promise<Outcome<{ readonly comparison: Comparison; readonly facts: FileFacts }>> {
  return withStaged(session, { file, password }, control, async (theirs, facts) => {
    if (facts.manifest.kind === 'viewer')
      return failure('CONFLICT', 'a viewer file holds figures only; open it beside to read them')
    const compared = await beside(session.current(), theirs)
    return compared.ok ? success({ comparison: compared.value, facts }) : compared
  })
}
