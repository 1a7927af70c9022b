import type { Axes } from '../model/definitions.ts'
import { type Engine, openEngine } from '../query/duckdb.ts'
import type { ColumnRunner } from '../query/statement.ts'
import { DamagedStore } from '../store/damaged.ts'
import { partIdsOf } from '../store/generations.ts'
import type { ManifestRow } from '../store/records.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'
import {
  aliasOf,
  type CountedViews,
  createLiveViews,
  type LayOver,
  type LiveViews,
  type Otherwise,
} from './live-views.ts'
import { shareRuns } from './shared-runs.ts'

/** The engine of the open pages: always over the generation in force, started anew when it dies. */
export interface LiveEngine extends ColumnRunner {
  readonly generation: number
  /** The engine itself, ready and over the generation in force. */
  engine(): Promise<Engine>
  /** The same data as other definitions would count them, or converted otherwise. */
  under(axes: Axes, otherwise?: Otherwise): Promise<CountedViews>
  /** Shows a newer generation; running queries end on the older one. */
  show(manifest: ManifestRow): Promise<void>
  /** Defines the views anew: what is laid over the parts has changed. */
  relay(): Promise<void>
  close(): Promise<void>
}

async function attachMissing(
  engine: Engine,
  database: WorkspaceDatabase,
  attached: Set<string>,
  parts: string[],
) {
  for (const part of parts.filter((id) => !attached.has(id))) {
    const row = await database.parts.get(part)
    if (!row) throw new DamagedStore(`part ${part} is missing`)
    await engine.attach(aliasOf(part), row.file)
    attached.add(part)
  }
}

async function detachStale(engine: Engine, attached: Set<string>, parts: string[]): Promise<void> {
  for (const part of [...attached].filter((id) => !parts.includes(id))) {
    attached.delete(part)
    await engine.detach(aliasOf(part))
  }
}

/** Puts an engine over a generation; one that cannot show it is closed. */
async function showOn(
  engine: Engine,
  database: WorkspaceDatabase,
  attached: Set<string>,
  views: LiveViews,
  manifest: ManifestRow,
): Promise<Engine> {
  const parts = partIdsOf(manifest.parts)
  try {
    await attachMissing(engine, database, attached, parts)
    await views.define(engine, manifest)
    await detachStale(engine, attached, parts)
  } catch (cause) {
    void engine.close().catch(() => {})
    throw cause
  }
  return engine
}

/** How long to wait before the next start, by how many have failed since the last that held. */
const PAUSES_MS = [0, 0, 1000, 5000, 30_000]
/** An engine that has lived so long was no failure. */
const HELD_MS = 60_000

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function createPauses() {
  let failures = 0
  let last = -Infinity
  const pause = () => PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0
  return {
    /** Notes a failure, and answers how long to wait. */
    failed(startedAt = performance.now()): number {
      const now = performance.now()
      failures = now - startedAt > HELD_MS ? 1 : failures + 1
      last = now
      return pause()
    },
    over: () => performance.now() - last >= pause(),
  }
}

const runsOver = (ready: () => Promise<Engine>, state: () => number): ColumnRunner => ({
  run: shareRuns({ run: async (statement) => (await ready()).run(statement) }, state).run,
  columns: async (statement, signal) => (await ready()).columns(statement, signal),
})

const closeAll = (turn: Promise<Engine>): Promise<void> =>
  turn.then(
    (engine) => engine.close(),
    () => {},
  )

/**
 * Starts an engine over a generation. It is ready when `engine()` resolves; queries wait for that by themselves. One
 * that could not start, or not show the generation, is started anew when it is next asked, one that died by itself:
 * each time after a longer pause.
 */
export function createLiveEngine(database: WorkspaceDatabase, start: ManifestRow, lay?: LayOver): LiveEngine {
  let manifest = start
  let attached = new Set<string>()
  let views = createLiveViews(database, lay)
  let failed = false
  let closed = false
  let arrangements = 0
  const pauses = createPauses()
  let turn = watch(bring())

  function watch(next: Promise<Engine>): Promise<Engine> {
    failed = false
    next.catch(() => {
      if (turn !== next) return
      failed = true
      pauses.failed()
    })
    return next
  }

  async function bring(): Promise<Engine> {
    const engine = await openEngine()
    const startedAt = performance.now()
    attached = new Set()
    views = createLiveViews(database, lay)
    void engine.lost.then(() => {
      void engine.close().catch(() => {})
      if (!closed) turn = watch(delay(pauses.failed(startedAt)).then(bring))
    })
    return arrange(engine)
  }

  const arrange = (engine: Engine) => showOn(engine, database, attached, views, manifest)
  const ready = (): Promise<Engine> => {
    if (failed && !closed && pauses.over()) turn = watch(bring())
    return turn
  }

  const rearrange = async (newer = manifest) => {
    manifest = newer
    arrangements += 1
    turn = watch(turn.then(arrange, bring))
    await turn
  }

  return {
    get generation() {
      return manifest.generation
    },
    engine: ready,
    ...runsOver(ready, () => arrangements),
    under: async (axes, otherwise) => views.under(await ready(), manifest, axes, otherwise),
    show: rearrange,
    relay: () => rearrange(),
    close: () => {
      closed = true
      return closeAll(turn)
    },
  }
}
