import { VERSION } from '../model/version.ts'
import { SCHEMA_VERSION } from '../store/workspace-database.ts'
import type { Integrity } from './integrity.ts'
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
      check: { name: 'engine', ok: true, detail: `${(row?.lines ?? 0).toLocaleString('en')} order lines` },
    }
  } catch (cause) {
    return { duckdb: null, check: { name: 'engine', ok: false, detail: String(cause) } }
  }
}

function integrityDetail(integrity: Integrity): string {
  if (integrity.state === 'ok') return 'all that was saved is there'
  if (integrity.state === 'damaged') return `${integrity.parts.length} parts are missing or damaged`
  const { expected, found } = integrity
  return `generation ${expected.generation} with ${expected.rows} rows was saved; found ${found.generation} with ${found.rows}`
}

function integrityCheck({ safety }: Workspace): Check {
  const integrity = safety.integrity()
  return { name: 'data', ok: integrity.state === 'ok', detail: integrityDetail(integrity) }
}

async function historyCheck({ safety }: Workspace): Promise<Check> {
  const { entries, broken_at } = await safety.history.state()
  const detail =
    broken_at === null
      ? `${entries} entries, all in place`
      : broken_at > entries
        ? `entries ${entries + 1} to ${broken_at} are missing`
        : `entry ${broken_at} is not as it was written`
  return { name: 'history', ok: broken_at === null, detail }
}

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
  const data = integrityCheck(workspace)
  const checks = [check, data, await historyCheck(workspace), offline]
  return {
    status: check.ok && data.ok ? ('ok' as const) : ('degraded' as const),
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
