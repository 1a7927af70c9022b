import { readableCopies } from '../store/rescue/copies.ts'
import type { RescueCopy } from './rescue/rescue.ts'
import type { Session } from './session.ts'

/** Data that were saved on this device and are not there any more. */
export interface LostData {
  readonly workspace: string
  readonly name: string | null
  readonly open: boolean
  readonly kind: 'lost' | 'damaged'
  /** Order lines that were saved last. */
  readonly rows: number
  /** Newest first. */
  readonly copies: readonly RescueCopy[]
}

async function openOne(session: Session): Promise<LostData[]> {
  const { row, safety } = session.current()
  const integrity = safety.integrity()
  if (integrity.state === 'ok') return []
  const copies = await safety.rescue.list()
  const rows = integrity.state === 'lost' ? integrity.expected.rows : 0
  return [{ workspace: row.id, name: row.name, open: true, kind: integrity.state, rows, copies }]
}

/** What is missing of the open workspace, and the workspaces that vanished from the list. */
export async function lostData(session: Session): Promise<readonly LostData[]> {
  const vanished = session.lost().map(async ({ workspace, rows }): Promise<LostData> => {
    const copies = await readableCopies(workspace)
    const listed = copies.map(({ made_at, generation, rows: held, reason, tables }) => ({
      made_at,
      generation,
      rows: held,
      reason,
      imports: tables['imports']?.length ?? 0,
    }))
    return {
      workspace,
      name: copies[0]?.workspace.name ?? null,
      open: false,
      kind: 'lost',
      rows,
      copies: listed,
    }
  })
  return [...(await openOne(session)), ...(await Promise.all(vanished))]
}
