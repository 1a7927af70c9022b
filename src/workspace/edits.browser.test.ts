import { afterEach, expect, it } from 'vitest'
import { PLAIN_RULE } from '../model/identity-rule.ts'
import { openWorkspaceDatabase, type WorkspaceDatabase } from '../store/workspace-database.ts'
import { createEdits } from './edits.ts'
import { createRecords } from './stored-records.ts'

let tabs: WorkspaceDatabase[] = []
afterEach(async () => {
  await tabs[0]?.delete({ disableAutoOpen: true })
  tabs = []
})

it('gives every edit a number of its own, also when two tabs edit at once', async () => {
  const id = crypto.randomUUID()
  tabs = [await openWorkspaceDatabase(id), await openWorkspaceDatabase(id)]
  const edits = tabs.map((tab) =>
    createEdits(
      id,
      createRecords(tab, 'edits'),
      async () => PLAIN_RULE,
      async () => {},
    ),
  )
  const edit = { action: 'change', identity: 'ana', set: { phone: '1' } } as const
  await Promise.all(
    edits.map(async (each) => {
      for (let at = 0; at < 25; at += 1) await each.add(edit, 'Ana')
    }),
  )
  const numbers = (await edits[0]?.list())?.map(({ n }) => n)
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
  for (const each of edits) each.close()
})
