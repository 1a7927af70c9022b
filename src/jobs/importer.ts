import type { CommitResult, ImporterCalls, PreviewResult } from '../../workers/importer.ts'
import type { ExistingParts } from '../../workers/importer/session.ts'
import { shareEngineModule } from '../model/engine-module.ts'
import { createWorkerClient, type WorkerClient } from './worker-client.ts'

export type { CommitResult, ExistingParts, PreviewResult }

/** The page's half of the importer: `preview`, then `commit` or `discard`; `replay` for taking an import back. */
export type Importer = WorkerClient<ImporterCalls>

/** Starts an importer when it is first called. A statement over millions of rows may take a while without a beat. */
export const createImporter = (): Importer =>
  createWorkerClient<ImporterCalls>(
    () =>
      shareEngineModule(
        new Worker(new URL('../../workers/importer.ts', import.meta.url), {
          type: 'module',
          name: 'importer',
        }),
      ),
    { silenceMs: 180_000, idleMs: 0 },
  )
