import { expect, it } from 'vitest'
import type { Engine } from '../../query/duckdb.ts'
import type { Workspace } from '../workspace.ts'
import { openDirectory } from './directory.ts'

/** A workspace in which somebody edits a customer just when the directory is opened. */
function editedMeanwhile() {
  let [revision, shown, edits] = [0, 0, 1]
  const madeOf: number[] = []
  const edit = () => {
    if (edits-- > 0) revision += 1
  }
  const engine = { exec: async () => void madeOf.push(shown) } as unknown as Engine
  const workspace = {
    generation: () => 1,
    edits: { revision: () => revision },
    live: {
      async engine() {
        shown = revision
        queueMicrotask(edit)
        await Promise.resolve()
        return engine
      },
    },
    async settings() {
      await Promise.resolve()
      return { currency: 'EUR' }
    },
  }
  return { workspace: workspace as unknown as Workspace, madeOf, revision: () => revision }
}

it('an edit that comes while the directory is opened is in the one that is opened next', async () => {
  const { workspace, madeOf, revision } = editedMeanwhile()
  await openDirectory(workspace)
  await openDirectory(workspace)
  expect(madeOf.at(-1)).toBe(revision())
})
