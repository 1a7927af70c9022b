import { VERSION } from '../model/version.ts'
import { SCHEMA_VERSION } from '../store/workspace-database.ts'
import { storageUse } from './storage-use.ts'
import type { Workspace } from './workspace.ts'

export interface Check {
  name: string
  ok: boolean
  detail: string
}

async function engineCheck(workspace: Workspace): Promise<{ duckdb: string | null; check: Check }> {
  try {
    const engine = await workspace.live.engine()
    const [row] = await engine.run<{ lines: number }>({
      sql: 'SELECT CAST(count(*) AS DOUBLE) AS lines FROM store.lines',
      params: [],
    })
    return {
      duckdb: engine.version,
      check: { name: 'engine', ok: true, detail: `${row?.lines ?? 0} order lines` },
    }
  } catch (cause) {
    return { duckdb: null, check: { name: 'engine', ok: false, detail: String(cause) } }
  }
}

const integrityCheck = ({ integrity }: Workspace): Check => ({
  name: 'data',
  ok: integrity.state === 'ok',
  detail:
    integrity.state === 'ok'
      ? 'all that was saved is there'
      : `generation ${integrity.expected.generation} with ${integrity.expected.rows} rows was saved; found ${integrity.found.generation} with ${integrity.found.rows}`,
})

/** Where TensorFlow.js ran at the last training that needed it; null before there was one. */
async function lastBackend(workspace: Workspace): Promise<string | null> {
  const models = await workspace.records('models').list()
  const backends = models.map(({ data }) => data['backend'])
  return backends.find((backend) => typeof backend === 'string') ?? null
}

/** State of the app: engine, data, storage. Never fails: what does not work is a check that is not ok. */
export async function checkHealth(workspace: Workspace) {
  const { duckdb, check } = await engineCheck(workspace)
  const use = await storageUse()
  const settings = await workspace.settings()
  const offline: Check = {
    name: 'offline',
    ok: navigator.serviceWorker?.controller != null,
    detail: navigator.serviceWorker?.controller
      ? 'works without a network'
      : 'the service worker is not in control yet',
  }
  const checks = [check, integrityCheck(workspace), offline]
  return {
    status: check.ok && workspace.integrity.state === 'ok' ? ('ok' as const) : ('degraded' as const),
    version: VERSION,
    schema: SCHEMA_VERSION,
    workspace: {
      id: workspace.row.id,
      name: workspace.row.name,
      demo: workspace.row.demo,
      generation: workspace.generation(),
    },
    storage: {
      persisted: use.persisted,
      usage_bytes: use.usageBytes,
      last_backup_at: settings.last_export_at,
    },
    engine: { duckdb, tf_backend: await lastBackend(workspace) },
    checks,
  }
}
