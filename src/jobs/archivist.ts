import type { ArchivistCalls, ExportedFile, FileFacts } from '../../workers/archivist.ts'
import type { PersonalColumn } from '../../workers/archivist/personal.ts'
import { shareEngineModule } from '../model/engine-module.ts'
import { createWorkerClient, type WorkerClient } from './worker-client.ts'

export type { ExportedFile, FileFacts, PersonalColumn }

/** The page's half of the worker that writes and reads workspace files. A key takes seconds to derive, and says nothing meanwhile. */
export const archivist: WorkerClient<ArchivistCalls> = createWorkerClient<ArchivistCalls>(
  () =>
    shareEngineModule(
      new Worker(new URL('../../workers/archivist.ts', import.meta.url), {
        type: 'module',
        name: 'archivist',
      }),
    ),
  { silenceMs: 120_000, idleMs: 30_000 },
)
